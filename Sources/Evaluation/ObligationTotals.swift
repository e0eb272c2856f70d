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
  package var numerator: Rational? { numerators.sum }
  /// The sum of their denominators.
  package var denominator: Rational? { denominators.sum }
  /// How many records that prove a violation are named: the first of each unit.
  package internal(set) var evidence = 0
  /// The sum of their lines.
  package internal(set) var lines = 0

  private var numerators = RationalSum()
  private var denominators = RationalSum()

  /// Nothing yet.
  init(obligation: String, period: String) {
    self.obligation = obligation
    self.period = period
  }

  /// Adds a verdict.
  mutating func add(_ outcome: Verdict.Outcome, _ measured: Verdict.Measured?) {
    guard let measured else { return }
    verdicts += 1
    if outcome == .violated { violated += 1 }
    numerators.add(measured.numerator)
    denominators.add(measured.denominator)
  }
}

/// An exact sum, of whole numbers mostly.
private struct RationalSum: Sendable, Hashable {
  private var whole: Int128 = 0
  private var rest: Rational? = .zero

  mutating func add(_ value: Rational) {
    let (sum, overflow) = whole.addingReportingOverflow(value.numerator)
    if value.isWhole, !overflow {
      whole = sum
    } else {
      rest = rest.flatMap { try? $0.adding(value) }
    }
  }

  /// The sum; `nil` when it is too great.
  var sum: Rational? { rest.flatMap { try? $0.adding(Rational(whole)) } }
}
