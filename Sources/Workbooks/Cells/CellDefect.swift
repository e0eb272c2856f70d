/// Something wrong with a cell. Reading goes on; what the cell gives then is said with each kind.
package struct CellDefect: Sendable, Hashable {
  /// What is wrong, with what the file says where that helps.
  package enum Kind: Sendable, Hashable {
    /// The cell's or the row's address makes no sense; the cell stands after the one before it.
    case badReference(String)
    /// Cells or rows do not stand in order; cells are sorted, rows are given as they stand.
    case outOfOrder
    /// The cell is there twice; the later one counts.
    case repeated
    /// A cell type that the format does not know; the cell is unreadable.
    case unknownType(String)
    /// A style that the workbook does not have; a number is taken as plain.
    case unknownStyle(String)
    /// A shared string that the workbook does not have; the cell is unreadable.
    case missingString(String)
    /// A number, a truth value or an ISO date that is none; the cell is unreadable.
    case unreadable(String)
    /// A day before the first or after the last; the cell stays a plain number.
    case badSerial(String)
    /// The 29th of February 1900, which Excel shows and which never was.
    case leapDay1900
    /// A formula without a stored result.
    case notCalculated
  }

  /// What is wrong.
  package let kind: Kind
  /// From 1.
  package let row: Int
  /// From 0.
  package let column: Int

  /// The address as the sheet shows it: `B12`.
  package var cell: String { CellReference.name(column: column) + String(row) }
}
