import Workbooks

/// A row of a form: of a sheet, or of a CSV that was a sheet.
protocol FormRow {
  /// Rows that stand apart have numbers that do not follow each other.
  var number: Int { get }
  /// The columns of the cells that hold something.
  var filled: [Int] { get }
  /// What stands in the first of them.
  var opening: String { get }
  /// Whether a cell holds such a value as only a record has: then it is no remark, but for totals.
  var holdsValue: Bool { get }
}

extension SheetRow: FormRow {
  var filled: [Int] {
    cells.filter { !text(of: $0).isEmpty || $0.value != .text }.map(\.column)
  }

  var opening: String { cells.first.map { string(of: $0) } ?? "" }

  var holdsValue: Bool { false }
}
