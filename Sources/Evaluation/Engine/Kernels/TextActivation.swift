import Calendars
import Expressions
import Registry
import Tables

/// What the names of an expression mean when nothing of the record is known but one column of texts.
struct TextActivation: Activation {
  /// What stands in the column.
  let cell: Cell
  /// The dataset whose key it is.
  let references: String?
  /// The names.
  let scope: KernelScope
  /// What does not depend on the record.
  let surroundings: RecordActivation

  var calendar: WorkCalendar? { surroundings.calendar }

  func variable(_ name: String) -> Outcome {
    scope.expression(name)?.evaluate(self) ?? surroundings.variable(name)
  }

  func cell(_ path: ColumnPath) -> Cell {
    guard path.variable == scope.record else { return surroundings.cell(path) }
    if path.columns.count < 2 { return cell }
    guard case .text(let key) = cell else { return cell }
    let record = references.flatMap { surroundings.store.record($0, key) }
    return record.map { surroundings.cell(Array(path.columns.dropFirst()), of: $0) } ?? .unreadable
  }

  func children(_ relation: ChildRelation, of path: ColumnPath) -> Outcome { .unknown }
}
