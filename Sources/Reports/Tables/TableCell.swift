import Diagnostics
import Numbers

/// What stands in a cell of a table: the value itself, which every format writes in its own way.
enum TableCell: Sendable {
  case empty
  case text(String)
  /// One of a few words, with the code by which machines know it.
  case word(code: String, Text)
  case count(Int)
  /// An exact number; rounded where it is shown.
  case number(Rational)
  /// An exact share, shown as a percentage.
  case share(Rational)
  /// An ISO date, or a local date and time.
  case time(String)

  /// A text that may be missing.
  static func optional(_ text: String?) -> TableCell { text.map(TableCell.text) ?? .empty }

  /// A date or time that may be missing.
  static func optional(time: String?) -> TableCell { time.map(TableCell.time) ?? .empty }

  /// A number that may be missing.
  static func optional(count: Int?) -> TableCell { count.map(TableCell.count) ?? .empty }

  /// What a measure came to, if anything.
  static func measure(_ value: Rational?, isShare: Bool) -> TableCell {
    value.map { isShare ? .share($0) : .number($0) } ?? .empty
  }
}

/// A column of a table.
struct TableColumn: Sendable {
  /// What a column holds, for formats that declare it.
  enum Kind: Sendable {
    case text
    case count
    case number
  }

  /// Its name for machines: `not_due`.
  let id: String
  /// Its name for people.
  let title: Text
  /// How wide it is shown, in characters.
  let width: Int
  /// What it holds.
  let kind: Kind

  /// A column from its parts.
  init(_ id: String, _ title: Text, width: Int = 14, _ kind: Kind = .text) {
    (self.id, self.title, self.width, self.kind) = (id, title, width, kind)
  }
}

/// A table of an assessment, row by row: nothing is kept that grows with its rows.
protocol ReportTable {
  /// The columns, in the order of every row's cells.
  var columns: [TableColumn] { get }
  /// Hands on every row.
  func forEachRow(_ body: ([TableCell]) throws -> Void) throws
}
