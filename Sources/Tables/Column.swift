import Calendars
import Diagnostics
import Numbers

/// What the cells of a column are, and how a batch stores them as 64-bit integers.
package enum ColumnType: Sendable, Hashable {
  /// Text; stored as a code of the column's dictionary.
  case string
  /// Stored as 0 or 1.
  case bool
  /// Stored as it is.
  case int
  /// An exact decimal; stored multiplied by ten to the power of `scale` (0 to 9).
  case decimal(scale: Int)
  /// A calendar date; stored as days since 1970-01-01.
  case date
  /// A moment; stored as microseconds since 1970-01-01T00:00:00Z.
  case timestamp
}

/// One column of a dataset, as the rules declare it.
package struct Column: Sendable, Hashable {
  /// The name in expressions.
  package var id: String
  /// What it is.
  package var type: ColumnType
  /// The headers under which exports may carry it; `id` always counts too.
  package var labels: [String] = []
  /// Whether an empty cell is allowed (an empty cell in another column is a defect).
  package var nullable = false
  /// Whether it may be missing from an export altogether (all cells are then empty).
  package var optional = false
  /// The texts allowed; any other is unreadable. `nil` allows all.
  package var allowed: [String]?
  /// Never written to a report or ledger unless asked for by name.
  package var personal = false
  /// The moment of something that happened: not after the snapshot, and not yet true before it.
  package var event = false
  /// The dataset whose key this column holds.
  package var references: String?
  /// How dates, times and decimals are written, `dd/MM/yyyy HH:mm:ss`; empty for ISO 8601.
  package var formats: [String] = []
  /// The least value a number can have, which bounds unreadable summands.
  package var minimum: Rational?
  /// The greatest value a number can have.
  package var maximum: Rational?
  /// Where the rules declare it.
  package var span: Span?

  /// A column; the other properties are set afterwards.
  package init(id: String, type: ColumnType) {
    self.id = id
    self.type = type
  }
}
