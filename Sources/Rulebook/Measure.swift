import Expressions
import Numbers

/// What is measured over the records of a unit that are in scope.
package enum Measure: Sendable {
  /// Records that pass, of those that pass or fail.
  case share
  /// Records that pass, or a total over them.
  case total(Aggregate)
  /// The mean of a number over the records that pass.
  case mean(CheckedExpression)
  /// A number at some rank among those of the records that pass.
  case quantile(CheckedExpression, Quantile)
  /// One aggregate divided by another.
  case ratio(of: Aggregate, to: Aggregate)

  /// What it reads of records.
  package var expressions: [CheckedExpression] {
    switch self {
    case .share: []
    case .total(let aggregate): aggregate.expressions
    case .mean(let expression), .quantile(let expression, _): [expression]
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

/// What the records that pass add up to.
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

  /// All records that pass.
  package static let count = Aggregate(function: .count, filter: nil)

  /// Whether it counts records.
  package var isCount: Bool { if case .count = function { true } else { false } }

  /// Whether it is a sum, which need not be a whole number.
  var isSum: Bool { if case .sum = function { true } else { false } }

  /// What it reads of records.
  package var expressions: [CheckedExpression] {
    switch function {
    case .count: filter.map { [$0] } ?? []
    case .sum(let expression), .distinct(let expression):
      (filter.map { [$0] } ?? []) + [expression]
    }
  }
}
