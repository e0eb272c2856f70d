import Calendars
import Diagnostics
import Tables

@testable import Expressions

/// Values of variables and cells for a test.
struct Bindings: Activation {
  var values: [String: Value] = [:]
  var outcomes: [String: Outcome] = [:]
  var cells: [ColumnPath: Cell] = [:]
  var calendar: WorkCalendar?

  func cell(_ path: ColumnPath) -> Cell { cells[path] ?? .empty }

  func variable(_ name: String) -> Outcome {
    if let outcome = outcomes[name] { return outcome }
    if let value = values[name] { return .value(value) }
    return .error(
      EvaluationError(kind: .rule, message: Text(verbatim: "no such variable \(name)")))
  }
}
