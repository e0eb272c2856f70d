/// Reads the records of one piece of a file into a filler.
struct PieceReader {
  /// What was read of a piece.
  struct Result: Sendable {
    /// The file and the piece, by their numbers.
    let file: Int
    let piece: Int
    /// Where the first record starts that was not read.
    let end: Int
    /// How many lines the piece has.
    let lineCount: Int
    /// How many records.
    let recordCount: Int
    /// What is wrong with them.
    let notes: FaultNotes
    /// The codes that stand in the columns of owners.
    let owners: [Int: CodeSet]

    /// What to add to the lines of each piece of a file to get lines of the file.
    /// - Parameter pieces: all of them, in order.
    static func firstLines(_ pieces: [Self]) -> [Int] {
      pieces.dropLast().reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.lineCount) }
    }
  }

  private let filler: BatchFiller
  private let bound: Int
  private var reader: RecordReader

  /// - Parameters:
  ///   - start: where the first record starts; its line is counted in the piece.
  ///   - bound: where the next piece starts.
  init(
    _ file: FileBytes, _ source: ScanSource, from start: RecordPlace, to bound: Int,
    blockSize: Int, _ filler: BatchFiller
  ) {
    self.filler = filler
    self.bound = bound
    reader = RecordReader(
      file, from: start, bound: bound, delimiter: source.delimiter, blockSize: blockSize)
  }

  /// Reads all records, and tells `progress` how many bytes were read, block by block.
  /// - Returns: where the first record starts that was not read.
  mutating func run(_ progress: (Int) -> Void) throws(FileFault) -> RecordPlace {
    var told = reader.nextPlace.offset
    while reader.nextPlace.offset < bound {
      if takeWindow() { continue }
      progress(reader.nextPlace.offset - told)
      told = reader.nextPlace.offset
      if try reader.fill() { continue }
      guard try reader.advance(), reader.place.offset < bound else { break }
      let (filler, place) = (filler, reader.place)
      reader.withRecord { filler.take($0, at: place) }
    }
    filler.finish()
    let end = reader.place.offset >= bound ? reader.place : reader.nextPlace
    progress(end.offset - told)
    return end
  }

  /// Reads records that are whole in the window; false where there is none.
  private mutating func takeWindow() -> Bool {
    let (filler, place, bound) = (filler, reader.nextPlace, bound)
    let taken = reader.withWindow { filler.take($0, at: place, bound: bound) }
    if taken.bytes == 0 { return false }
    reader.skip(bytes: taken.bytes, lines: taken.lines)
    return true
  }
}
