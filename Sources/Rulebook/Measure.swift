import Expressions
import Numbers

/// What is measured over the records of a unit that are in scope.
package enum Measure: Sendable {
  /// Records that pass, of those that pass or fail.
  case share
  /// Records that pass.
  case count
  /// The sum of a number over the records that pass.
  case sum(CheckedExpression)
  /// The mean of a number over the records that pass.
  case mean(CheckedExpression)
  /// A number at some rank among those of the records that pass.
  case quantile(CheckedExpression, Quantile)
  /// How many different values there are among the records that pass.
  case distinct(CheckedExpression)
  /// One aggregate divided by another.
  case ratio(of: Aggregate, to: Aggregate)

  /// What it reads of records.
  package var expressions: [CheckedExpression] {
    switch self {
    case .share, .count: []
    case .sum(let expression), .mean(let expression), .distinct(let expression),
      .quantile(let expression, _):
      [expression]
    case .ratio(let of, let to): of.expressions + to.expressions
    }
  }
}

/// Which of some numbers, in the order of their size.
package enum Quantile: Sendable, Hashable {
  /// The middle one; of an even number of them the mean of the middle two.
  case median
  /// The least that a part of all, a fraction above 0 and up to 1, does not exceed (nearest rank).
  case percentile(Rational)
}

/// A part of a ratio.
package struct Aggregate: Sendable {
  /// What is added up.
  package enum Function: Sendable {
    /// Records that pass.
    case count
    /// A number over them.
    case sum(CheckedExpression)
    /// How many different values there are among them.
    case distinct(CheckedExpression)
  }

  /// What is added up.
  package let function: Function
  /// A condition that picks some of the records that pass, or `nil` for all.
  package let filter: CheckedExpression?

  /// What it reads of records.
  package var expressions: [CheckedExpression] {
    switch function {
    case .count: filter.map { [$0] } ?? []
    case .sum(let expression), .distinct(let expression):
      (filter.map { [$0] } ?? []) + [expression]
    }
  }
}
