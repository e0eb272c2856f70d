import Expressions

/// What is measured over the records of a unit that are in scope.
package indirect enum Measure: Sendable {
  /// Records that pass, of those that pass or fail.
  case share
  /// Records that pass.
  case count
  /// The sum of a number over the records that pass.
  case sum(CheckedExpression)
  /// The mean of a number over the records that pass.
  case mean(CheckedExpression)
  /// How many different values there are among the records that pass.
  case distinct(CheckedExpression)
  /// One aggregate divided by another.
  case ratio(of: Aggregate, to: Aggregate)
}

/// A part of a ratio.
package enum Aggregate: Sendable {
  /// Records that pass.
  case count
  /// The sum of a number over them.
  case sum(CheckedExpression)
  /// How many different values there are among them.
  case distinct(CheckedExpression)
}
