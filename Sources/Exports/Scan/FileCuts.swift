/// Guesses where a file can be cut into pieces that begin at records.
///
/// A line feed may stand inside quotation marks, so a cut is a guess until the piece before it was read:
/// that must end just there.
struct FileCuts {
  /// So many records after a cut must look like records of the file.
  private static let sample = 20
  /// So many bytes are looked at for one cut, and so many line feeds tried.
  private static let reach = 128 * 1024
  private static let mostTries = 200

  private let file: FileBytes
  private let source: ScanSource

  init(_ file: FileBytes, _ source: ScanSource) {
    self.file = file
    self.source = source
  }

  /// Where pieces start, the first record of the file first.
  /// - Parameter size: how many bytes a piece should have; a file of less than two is left whole.
  func starts(pieceSize size: Int) throws(FileFault) -> [Int] {
    var starts = [source.start.offset]
    guard size > 0, file.size >= 2 * size else { return starts }
    var nominal = source.start.offset + size
    while nominal < file.size - size / 2 {
      if let start = try start(after: nominal), start > starts[starts.count - 1], start < source.end
      {
        starts.append(start)
      }
      nominal += size
    }
    return starts
  }

  /// Where a record seems to start after an offset.
  func start(after nominal: Int) throws(FileFault) -> Int? {
    var bytes = [UInt8](repeating: 0, count: Self.reach)
    let result = bytes.withUnsafeMutableBytes { space in
      Result { () throws(FileFault) in try file.read(at: nominal, into: space) }
    }
    let count = try result.get()
    let isEnd = nominal + count >= file.size
    return bytes[..<count].withUnsafeBufferPointer { bytes in
      var tries = 0
      for index in bytes.indices where bytes[index] == .lineFeed {
        tries += 1
        if tries > Self.mostTries { return nil }
        if convinces(bytes.part(index + 1..<count), isEnd) { return nominal + index + 1 }
      }
      return nil
    }
  }

  /// Whether the next records have the right number of fields, and there is one at least.
  private func convinces(_ bytes: Bytes, _ isEnd: Bool) -> Bool {
    var scanner = RecordScanner(delimiter: source.delimiter)
    var (start, found) = (0, 0)
    while found < Self.sample, start < bytes.count {
      scanner.begin(leniently: false)
      let rest = bytes.part(start..<bytes.count)
      var progress = scanner.scan(rest)
      if progress == .needsMore, isEnd { progress = scanner.finish(rest) }
      switch progress {
      case .record(let end, let next):
        if end > 0, scanner.fields.count != source.layout.headers.count || scanner.fault != nil {
          return false
        }
        found += end > 0 ? 1 : 0
        start += next
      case .needsMore: return found > 0
      case .misquoted: return false
      }
    }
    return found > 0
  }
}
