/// A rectangle of cells, such as a merged range: what it shows stands in its first cell.
package struct CellRange: Sendable, Hashable {
  /// From 1.
  package let rows: ClosedRange<Int>
  /// From 0.
  package let columns: ClosedRange<Int>

  /// Reads `B2:D5` or `B2`.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let ends = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { CellReference.parse(UnsafeBufferPointer(rebasing: $0)) }
    guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil else {
      return nil
    }
    rows = min(first.row, last.row)...max(first.row, last.row)
    columns = min(first.column, last.column)...max(first.column, last.column)
  }

  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// The range as a sheet writes it: `B2:D5`.
  package var name: String {
    "\(CellReference.name(column: columns.lowerBound))\(rows.lowerBound):"
      + "\(CellReference.name(column: columns.upperBound))\(rows.upperBound)"
  }
}
