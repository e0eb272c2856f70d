import Calendars
import Expressions
import Registry
import Rulebook
import Tables

/// What the names of an expression mean for one record.
struct RecordActivation: Activation {
  /// The record, or `nil` where only the unit is in sight.
  let record: RecordValue?
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
  /// Finds other records.
  let store: RecordStore
  /// Whether the unit handed in a dataset; what it did not hand in is unknown, not empty.
  let isHandedIn: @Sendable (_ dataset: String) -> Bool
  /// Values of `let`, and of `clock`, `due` and `done`, as far as they are worked out.
  var values: [String: Outcome] = [:]

  /// A value that is no record: `as_of`, or what was worked out before.
  func variable(_ name: String) -> Outcome {
    name == "as_of" ? .value(.timestamp(asOf)) : values[name] ?? .unknown
  }

  // MARK: - Cells

  /// The cell that a path leads to. A reference without a record reads as unreadable.
  func cell(_ path: ColumnPath) -> Cell {
    switch path.variable {
    case "unit" where recordName != "unit":
      unit.map { $0.cells[path.columns[0]] } ?? .unreadable
    case "period": .date(path.columns[0] == 0 ? period.first : period.last)
    default: start(path).found.map { cell(path.columns[...], of: $0) } ?? start(path).cell
    }
  }

  /// The cell that columns lead to from a record.
  func cell(_ columns: [Int], of record: RecordValue) -> Cell { cell(columns[...], of: record) }

  private func cell(_ columns: ArraySlice<Int>, of record: RecordValue) -> Cell {
    guard let last = columns.last else { return .unreadable }
    let target = follow(columns.dropLast(), from: record)
    guard let row = target.found.flatMap(store.row) else { return target.cell }
    return masked(row.cell(last), row.table.dataset.columns[last])
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

  // MARK: - Other records

  /// A record, or what a cell of it reads as when there is none.
  private struct Target {
    var found: RecordValue?
    var cell = Cell.unreadable
  }

  /// The record that a variable stands for.
  private func start(_ path: ColumnPath) -> Target {
    if path.variable == recordName { return Target(found: record) }
    if path.variable == "unit" {
      return Target(found: unit.flatMap { store.record("units", $0.code) })
    }
    switch values[path.variable] {
    case .value(.record(let record)): return Target(found: record)
    case .error(let error) where error.isEmptyCell: return Target(cell: .empty)
    default: return Target()
    }
  }

  private func follow(_ references: ArraySlice<Int>, from record: RecordValue) -> Target {
    references.reduce(Target(found: record)) { target, column in
      guard let row = target.found.flatMap(store.row) else { return target }
      switch row.cell(column) {
      case .empty: return Target(cell: .empty)
      case .text(let key):
        let dataset = row.table.dataset.columns[column].references
        return Target(found: dataset.flatMap { store.record($0, key) })
      default: return Target()
      }
    }
  }

  /// The records that belong to the one that a path leads to.
  func children(_ relation: ChildRelation, of path: ColumnPath) -> Outcome {
    let start = start(path)
    guard let record = start.found else { return outcome(of: start.cell, path) }
    return children(relation, of: path, path.columns, from: record)
  }

  /// The records that belong to the one that references lead to from another.
  func children(
    _ relation: ChildRelation, of columns: [Int], from record: RecordValue
  ) -> Outcome {
    children(
      relation, of: ColumnPath(variable: "", columns: columns), columns, from: record)
  }

  private func children(
    _ relation: ChildRelation, of path: ColumnPath, _ columns: [Int], from record: RecordValue
  ) -> Outcome {
    let target = follow(columns[...], from: record)
    guard let parent = target.found, let row = store.row(parent),
      let key = row.table.dataset.key.first
    else { return outcome(of: target.cell, path) }
    guard isHandedIn(relation.dataset), case .text(let text) = row.cell(key) else {
      return .unknown
    }
    return .value(.list(store.children(relation, of: text).map(Value.record)))
  }

  private func outcome(of cell: Cell, _ path: ColumnPath) -> Outcome {
    guard cell == .empty else { return .unknown }
    return .error(EvaluationError(kind: .emptyCell(path), message: .emptyReference))
  }
}
