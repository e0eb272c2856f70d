/// One row of a sheet. It is used again for the next one: copy what you keep.
package struct SheetRow: Sendable {
  /// From 1, as the sheet shows it.
  package internal(set) var number = 0
  /// Whether the row is hidden, by hand or by a filter. Whether it counts is the caller's to say.
  package internal(set) var isHidden = false
  /// The cells that are not empty, by column.
  package internal(set) var cells: [SheetCell] = []
  /// What is wrong with cells of this row.
  package internal(set) var defects: [CellDefect] = []
  /// The bytes of all texts of the row; cells say which are theirs.
  package internal(set) var bytes: [UInt8] = []

  /// The text of `cell`, in UTF-8.
  package func text(of cell: SheetCell) -> ArraySlice<UInt8> { bytes[cell.range] }

  /// Gives the text of `cell` to `body` without copying it.
  package func withText<Result, Failure: Error>(
    of cell: SheetCell, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: buffer[cell.range]))
    }
  }

  /// The text of `cell` as a string.
  package func string(of cell: SheetCell) -> String {
    String(decoding: text(of: cell), as: UTF8.self)
  }

  /// The number in `cell` as Excel shows it: rounded to 15 significant digits (`ShownNumber`).
  package func shownNumber(of cell: SheetCell) -> String {
    withText(of: cell) { DecimalText($0)?.shown } ?? string(of: cell)
  }

  mutating func clear() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    defects.removeAll(keepingCapacity: true)
    isHidden = false
  }
}
