import Calendars
import Expressions
import Registry
import Rulebook
import Tables

/// What the names of an expression mean for one record.
struct RecordActivation: Activation {
  /// The record, or `nil` where only the unit is in sight.
  let row: Row?
  /// The name of the record in expressions.
  let recordName: String
  /// The unit, or `nil` when it is unknown.
  let unit: Registry.Unit?
  /// The period of the obligation.
  let period: Period
  /// The moment up to which things count as having happened.
  let asOf: Instant
  /// The calendar of the rulebook.
  let calendar: WorkCalendar?
  /// Finds referenced records.
  let references: References
  /// Values of `let`, and of `due` and `done`, as far as they are worked out.
  var values: [String: Outcome] = [:]

  /// A value that is no record: `as_of`, or what was worked out before.
  func variable(_ name: String) -> Outcome {
    name == "as_of" ? .value(.timestamp(asOf)) : values[name] ?? .unknown
  }

  /// The cell that a path leads to. A reference without a record reads as unreadable.
  func cell(_ path: ColumnPath) -> Cell {
    switch path.variable {
    case "unit": unitCell(path.columns[0])
    case "period": periodCell(path.columns[0])
    default: row.map { cell(of: $0, path.columns[...]) } ?? .unreadable
    }
  }

  private func cell(of row: Row, _ columns: ArraySlice<Int>) -> Cell {
    guard let first = columns.first else { return .unreadable }
    let cell = masked(row.cell(first), row.table.dataset.columns[first])
    guard columns.count > 1 else { return cell }
    switch cell {
    case .text(let key):
      guard let dataset = row.table.dataset.columns[first].references,
        let target = references.row(dataset, key)
      else { return .unreadable }
      return self.cell(of: target, columns.dropFirst())
    case .empty: return .empty
    default: return .unreadable
    }
  }

  /// An event after as-of has not happened yet.
  private func masked(_ cell: Cell, _ column: Column) -> Cell {
    guard column.event else { return cell }
    switch cell {
    case .timestamp(let instant) where instant > asOf: return .empty
    case .date(let day) where day > today: return .empty
    default: return cell
    }
  }

  private var today: Day { calendar?.zone.local(of: asOf).day ?? period.last }

  /// The columns of `unit`, as `BuiltInDatasets.unit` orders them.
  private func unitCell(_ column: Int) -> Cell {
    guard let unit else { return .unreadable }
    switch column {
    case 0: return .text(unit.code)
    case 1: return .text(unit.name)
    case 2: return .text(unit.level)
    default: return unit.parent.map(Cell.text) ?? .empty
    }
  }

  /// The columns of `period`: its first and last day.
  private func periodCell(_ column: Int) -> Cell { .date(column == 0 ? period.first : period.last) }
}
