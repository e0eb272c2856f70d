/// A sheet of a workbook.
package struct Sheet: Sendable, Hashable {
  /// Whether people see its tab.
  package enum Visibility: Sendable, Hashable {
    case visible
    case hidden
    /// Hidden so that only a program can show it again.
    case veryHidden
  }

  /// The name on its tab.
  package let name: String
  /// From 1, in the order of the tabs.
  package let number: Int
  /// Whether it is hidden; whether a hidden sheet counts is the caller's to say.
  package let visibility: Visibility
  /// Whether it has cells; a chart sheet has none.
  package let hasCells: Bool
  /// The part that holds it (XLSX).
  let part: String
}

/// What is known of a sheet once all its rows were read.
package struct SheetSummary: Sendable, Hashable {
  /// Rows that were given.
  package internal(set) var rowCount = 0
  /// Rows given that are hidden.
  package internal(set) var hiddenRowCount = 0
  /// Columns that are hidden, from 0.
  package internal(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// Merged ranges. What a range shows is in its first cell; the others are empty.
  package internal(set) var merged: [CellRange] = []
}
