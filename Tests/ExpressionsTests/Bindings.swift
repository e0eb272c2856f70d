import Calendars
import Diagnostics
import Tables

@testable import Expressions

/// Values of variables and cells for a test.
struct Bindings: Activation {
  var values: [String: Value] = [:]
  var outcomes: [String: Outcome] = [:]
  var cells: [ColumnPath: Cell] = [:]
  /// The records that belong to the record, whatever the relation.
  var children: Outcome = .unknown
  /// The cells of records by their row.
  var records: [[Cell]] = []
  var calendar: WorkCalendar?

  func cell(_ path: ColumnPath) -> Cell {
    if case .value(.record(let record))? = outcomes[path.variable] {
      return cell(path.columns, of: record)
    }
    return cells[path] ?? .empty
  }

  func cell(_ columns: [Int], of record: RecordValue) -> Cell { records[record.row][columns[0]] }

  func children(_ relation: ChildRelation, of path: ColumnPath) -> Outcome { children }

  func variable(_ name: String) -> Outcome {
    if let outcome = outcomes[name] { return outcome }
    if let value = values[name] { return .value(value) }
    return .error(
      EvaluationError(kind: .rule, message: Text(verbatim: "no such variable \(name)")))
  }
}
