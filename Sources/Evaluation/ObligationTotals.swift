import Assessment
import Numbers

/// What the verdicts of one obligation in one period add up to: to compare two runs, or two ways to judge,
/// at a glance.
package struct ObligationTotals: Sendable, Hashable {
  /// The full id of the obligation.
  package let obligation: String
  /// The name of the period.
  package let period: String
  /// How many verdicts measure something.
  package internal(set) var verdicts = 0
  /// How many of those are violated.
  package internal(set) var violated = 0
  /// The sum of their numerators; `nil` when it is too great.
  package internal(set) var numerator: Rational? = .zero
  /// The sum of their denominators.
  package internal(set) var denominator: Rational? = .zero
  /// How many records that prove a violation are named: the first of each unit.
  package internal(set) var evidence = 0
  /// The sum of their lines.
  package internal(set) var lines = 0

  /// Nothing yet.
  init(obligation: String, period: String) {
    self.obligation = obligation
    self.period = period
  }

  /// Adds a verdict, `count` times.
  mutating func add(_ outcome: Verdict.Outcome, _ measured: Verdict.Measured?, count: Int = 1) {
    guard let measured else { return }
    verdicts += count
    if outcome == .violated { violated += count }
    numerator = Self.sum(numerator, measured.numerator, count)
    denominator = Self.sum(denominator, measured.denominator, count)
  }

  private static func sum(_ sum: Rational?, _ value: Rational, _ count: Int) -> Rational? {
    guard let sum, let product = try? value.multiplied(by: Rational(count)) else { return nil }
    return try? sum.adding(product)
  }
}
