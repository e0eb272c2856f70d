import Calendars
import Expressions
import Registry
import Tables

/// What the names of a condition on units mean for one unit.
package struct UnitActivation: Activation {
  private let unit: Unit

  /// Whether a condition holds for a unit; no condition holds for all.
  package static func holds(_ condition: CheckedExpression?, for unit: Unit) -> Bool {
    guard let condition else { return true }
    guard case .value(.bool(true)) = condition.evaluate(UnitActivation(unit: unit)) else {
      return false
    }
    return true
  }

  /// Conditions on units know no calendar.
  package var calendar: WorkCalendar? { nil }

  /// There are no names but `unit`.
  package func variable(_ name: String) -> Outcome { .unknown }

  /// The columns of `BuiltInDatasets.unit`, in its order.
  package func cell(_ path: ColumnPath) -> Cell {
    switch path.columns.first {
    case 0: .text(unit.code)
    case 1: .text(unit.name)
    case 2: .text(unit.level)
    default: unit.parent.map(Cell.text) ?? .empty
    }
  }

  private init(unit: Unit) { self.unit = unit }
}
