import Diagnostics
import Expressions

/// A time limit with its beginning, which may stand still: `clock`.
package struct Clock: Sendable {
  /// The records that say when it stood still.
  package struct Pauses: Sendable {
    /// The list of records.
    package let over: CheckedExpression
    /// The name of one of them in the expressions below.
    package let record: String
    /// When a pause began; empty as long as it has not.
    package let from: CheckedExpression
    /// When the clock went on; empty as long as it stands.
    package let until: CheckedExpression
    /// Which of them stop the clock; `nil` for all.
    package let filter: CheckedExpression?
  }

  /// When the limit begins: a date or a moment.
  package let from: CheckedExpression
  /// How long it is: working days, days, months, working hours or a duration.
  package let limit: CheckedExpression
  /// When it stood still.
  package let pauses: Pauses?
  /// Where it is declared.
  package let span: Span
}
