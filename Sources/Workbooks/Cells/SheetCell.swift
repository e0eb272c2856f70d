/// What a cell of a sheet holds.
package enum SheetValue: Sendable, Hashable {
  /// Text; its bytes are the row's (`SheetRow.text(of:)`).
  case text
  /// A number; the row gives the text of the file and the number that Excel shows.
  case number(NumberKind)
  /// A date, a time of day, or both, and which of them the cell's format shows.
  case moment(SheetMoment, shown: MomentShape)
  /// A span of time in milliseconds, from a format such as `[h]:mm`.
  case duration(milliseconds: Int)
  case bool(Bool)
  /// An error such as `#N/A`: the row gives its text.
  case error
  /// A formula that the file holds no result of.
  case notCalculated
  /// Something that cannot be read as what the cell says it is; the row gives the text of the file,
  /// and its defects say why.
  case unreadable
}

/// How a format shows a number.
package enum NumberKind: Sendable, Hashable {
  case plain
  /// 0.5 is shown as 50%.
  case percentage
  /// The cell is formatted as text, so that codes keep their zeros.
  case text
}

/// What a format shows of a moment.
package enum MomentShape: Sendable, Hashable {
  case date
  case time
  case dateTime
}

/// One cell that is not empty.
package struct SheetCell: Sendable, Hashable {
  /// From 0: `A` is 0.
  package let column: Int
  /// What it holds.
  package let value: SheetValue
  /// Where the text stands in the row's bytes: for text, numbers and errors, and for what is
  /// unreadable; the text of the file for dates too.
  package let range: Range<Int>
}
