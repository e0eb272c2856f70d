/// The cells of one column in a batch: 64-bit values under two masks.
///
/// An empty cell is readable and not present; an unreadable cell is neither; its value is 0 then.
package struct ColumnCells: Sendable, Hashable {
  /// Stored as `ColumnType` says.
  package var values: [Int64] = []
  /// False where the cell is empty or unreadable.
  package var present = Bitmap()
  /// False where the cell could not be understood.
  package var readable = Bitmap()
  /// The bytes of texts that have no codes; see `TextPlace`.
  package var bytes: [UInt8] = []

  /// No cells.
  package init() {}

  /// Adds a cell that has a value.
  package mutating func append(_ value: Int64) {
    values.append(value)
    present.append(true)
    readable.append(true)
  }

  /// Adds an empty cell.
  package mutating func appendEmpty() {
    values.append(0)
    present.append(false)
    readable.append(true)
  }

  /// Adds a cell that could not be understood.
  package mutating func appendUnreadable() {
    values.append(0)
    present.append(false)
    readable.append(false)
  }

  /// Makes the cell at `row` unreadable.
  package mutating func blot(_ row: Int) {
    values[row] = 0
    present[row] = false
    readable[row] = false
  }
}

/// Some consecutive records of one file, or of one piece of it, column by column.
package struct Batch: Sendable, Hashable {
  /// The file: an index into `Table.files`.
  package var file: Int
  /// The piece of the file, where it is read in pieces: their number in its order.
  package var piece = 0
  /// The line on which each record starts, 1-based: of the file, or of the piece.
  package var lines: [Int] = []
  /// One for each column of the dataset, all of the same length.
  package var columns: [ColumnCells]
  /// The keys of the records, where somebody wants them.
  package var keys: KeyCells?

  /// An empty batch of a file.
  package init(file: Int, columnCount: Int) {
    self.file = file
    columns = Array(repeating: ColumnCells(), count: columnCount)
  }

  /// How many records it holds.
  package var count: Int { lines.count }
}

/// The texts of one column, each once; batches store their index.
package struct TextDictionary: Sendable, Hashable {
  /// In the order first met.
  package private(set) var texts: [String] = []
  private var codes: [String: Int64] = [:]

  /// No texts.
  package init() {}

  /// The code of `text`, which is added when new.
  package mutating func code(of text: String) -> Int64 {
    if let code = codes[text] { return code }
    let code = Int64(texts.count)
    texts.append(text)
    codes[text] = code
    return code
  }

  /// The text of a code that `code(of:)` gave.
  package subscript(code: Int64) -> String { texts[Int(code)] }
}
