import Assessment
import Numbers

/// What a measure that lies between bounds amounts to under a target.
///
/// If the whole range meets the target the verdict is met; if none of it does, violated; else
/// undetermined. A possibly empty denominator adds the outcome that the rule gives to emptiness;
/// a number of records that may cross `minimum` leaves it undetermined.
struct Judgement: Sendable {
  /// The outcome when nothing arose.
  let whenEmpty: Verdict.Outcome
  /// The least number of records that bears a verdict; 0 when none is asked for.
  let minimum: Int

  /// The outcome, and why when it is undetermined.
  func outcome(_ tally: Tally, _ target: Comparison?) -> (Verdict.Outcome, Verdict.Reason?) {
    let extent = tally.extent
    if extent.isEmpty { return empty(target) }
    guard let target else { return (.noTarget, nil) }
    if tally.isOverfull { return (.undetermined, .tooManyValues) }
    let compared = bearing(tally, extent).map {
      $0 ? outcome(target.isMet(by: extent)) : .tooFewRecords
    }
    let agrees = !extent.mayBeEmpty || compared == whenEmpty
    guard let compared, agrees, compared != .undetermined else {
      return (.undetermined, .unknownRecords)
    }
    return (compared, nil)
  }

  /// Whether there are enough records to bear a verdict; `nil` when that depends on unknown ones.
  /// Where there may be none at all, that outcome stands on its own: here there is at least one.
  private func bearing(_ tally: Tally, _ extent: Extent) -> Bool? {
    let least = max(tally.size.lowerBound, extent.mayBeEmpty ? 1 : 0)
    if least >= minimum { return true }
    return tally.size.upperBound < minimum ? false : nil
  }

  private func empty(_ target: Comparison?) -> (Verdict.Outcome, Verdict.Reason?) {
    guard target != nil else { return (.notApplicable, nil) }
    return (whenEmpty, whenEmpty == .undetermined ? .nothingArose : nil)
  }

  private func outcome(_ truth: Truth) -> Verdict.Outcome {
    switch truth {
    case .yes: .met
    case .no: .violated
    case .maybe: .undetermined
    }
  }
}

/// How many records separate a measure from its target, with the denominator held fixed.
enum Shortfall {
  /// Records missing (or too many, for an upper limit); `nil` when the target is met or the measure
  /// counts no records.
  static func of(_ tally: Tally, _ target: Comparison) -> Int? {
    guard tally.kind == .share || tally.kind == .count, let measured = tally.measured,
      !target.isMet(by: measured.value)
    else { return nil }
    let base = tally.kind == .share ? measured.denominator : .one
    return distance(measured.numerator, base, target).flatMap { Int(exactly: $0) }
  }

  private static func distance(_ top: Rational, _ base: Rational, _ target: Comparison) -> Int128? {
    switch target {
    case .atLeast(let limit): product(limit, base).map { $0.ceiling - top.floor }
    case .moreThan(let limit): product(limit, base).map { $0.floor + 1 - top.floor }
    case .atMost(let limit): product(limit, base).map { top.floor - $0.floor }
    case .lessThan(let limit): product(limit, base).map { top.floor - $0.ceiling + 1 }
    case .between(let low, let high):
      product(low, base).map { $0 > top } == true
        ? distance(top, base, .atLeast(low)) : distance(top, base, .atMost(high))
    }
  }

  private static func product(_ left: Rational, _ right: Rational) -> Rational? {
    try? left.multiplied(by: right)
  }
}
