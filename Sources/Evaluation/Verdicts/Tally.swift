import Assessment
import Numbers

/// The records of one unit for one obligation (and one target), added up so that every measure can
/// be bounded from it. Shared by all evaluators: they differ only in how they find the records.
package struct Tally: Sendable, Hashable {
  /// What is measured.
  package let kind: MeasureKind
  private var counts = [Int](repeating: 0, count: 16)
  private var sum = SumTally()
  private var mean = MeanTally()
  private var quantile = QuantileTally()
  private var distinct = DistinctTally()
  private var parts: [Tally] = []

  /// No records.
  /// - Parameter rank: the part of all numbers of a percentile.
  package init(
    _ kind: MeasureKind, of: MeasureKind? = nil, to: MeasureKind? = nil, rank: Rational? = nil
  ) {
    self.kind = kind
    quantile = QuantileTally(rank: rank)
    if let of, let to { parts = [Tally(of), Tally(to)] }
  }

  /// Adds one record, or several that are alike and known; `contribution` must fit the measure, and be
  /// that of all of them together.
  package mutating func add(_ possible: Possible, _ contribution: Contribution, count: Int = 1) {
    if case .some(let counted) = contribution { return add(possible, .none, count: counted) }
    guard count > 0 else { return }
    if case .filtered(let truth, let inner) = contribution {
      return add(possible.counted(if: truth), inner, count: count)
    }
    counts[Int(possible.rawValue)] += count
    switch (kind, contribution) {
    case (.sum, .number(let low, let high)): sum.add(possible, low, high)
    case (.mean, .number(let low, let high)): mean.add(possible, low, high, count: count)
    case (.median, .number(let low, let high)), (.percentile, .number(let low, let high)):
      quantile.add(possible, low, high, count: count)
    case (.distinct, .value(let value)): distinct.add(possible, value)
    case (.distinct, .valueCount(let count)): distinct.add(possible, others: count)
    case (.distinct, .values(let values)): for value in values { distinct.add(possible, value) }
    case (.ratio, .pair(let of, let to)):
      parts[0].add(possible, of, count: count)
      parts[1].add(possible, to, count: count)
    default: break
    }
  }

  /// How many records are known to be `one` thing.
  package func certain(_ one: Possible) -> Int { counts[Int(one.rawValue)] }

  /// How many records may be `one` thing, or are.
  package func able(_ one: Possible) -> Int {
    counts.indices.reduce(0) { sum, raw in
      Possible(rawValue: UInt8(raw)).isSuperset(of: one) ? sum + counts[raw] : sum
    }
  }

  /// How many records must be one of `these`, whatever is resolved.
  func bound(to these: Possible) -> Int {
    counts.indices.reduce(0) { sum, raw in
      let possible = Possible(rawValue: UInt8(raw))
      return !possible.isEmpty && possible.isSubset(of: these) ? sum + counts[raw] : sum
    }
  }

  /// The records as the verdict counts them; those out of scope are not.
  package var verdictCounts: Verdict.Counts {
    let known = certain(.pass) + certain(.fail) + certain(.notDue) + certain(.out)
    return Verdict.Counts(
      passed: certain(.pass), failed: certain(.fail), notDue: certain(.notDue),
      unknown: counts.reduce(0, +) - known)
  }

  /// Between what the measure lies.
  package var extent: Extent {
    switch kind {
    case .share: shareExtent
    case .count: countExtent
    case .sum: sum.extent
    case .mean: mean.extent
    case .median, .percentile: quantile.extent
    case .distinct: distinct.extent
    case .ratio: ratioExtent
    }
  }

  /// Whether more different numbers would have to be ranked than are.
  var isOverfull: Bool { quantile.isOverfull }

  /// Between what the number of records lies that the measure is made of.
  package var size: ClosedRange<Int> {
    kind == .share ? judged : certain(.pass)...max(certain(.pass), able(.pass))
  }

  /// Between what the number of records lies that pass or fail.
  var judged: ClosedRange<Int> {
    bound(to: [.pass, .fail])...max(bound(to: [.pass, .fail]), sizeAtMost)
  }

  private var sizeAtMost: Int {
    counts.indices.reduce(0) { sum, raw in
      Possible(rawValue: UInt8(raw)).isDisjoint(with: [.pass, .fail]) ? sum : sum + counts[raw]
    }
  }

  /// The number of passing records is certain at the low end, possible at the high end.
  private var countExtent: Extent {
    Extent(
      low: Rational(certain(.pass)), high: Rational(able(.pass)), mayBeEmpty: false, isEmpty: false)
  }

  /// Exact bounds of passes / (passes + failures).
  ///
  /// Low: whatever may fail does; what may not fail but may be left out is left out. High: the
  /// mirror image. With nothing certain left, one pass (failure) alone gives 1 (0).
  private var shareExtent: Extent {
    guard sizeAtMost > 0 else { return .empty }
    return Extent(
      low: end(worst: .fail, best: .pass), high: end(worst: .pass, best: .fail).map(complement),
      mayBeEmpty: bound(to: [.pass, .fail]) == 0, isEmpty: false)
  }

  /// The least share of `best` when whatever can be `worst` is.
  private func end(worst: Possible, best: Possible) -> Rational? {
    let bad = able(worst)
    let good = bound(to: best)
    if bad + good == 0 { return Rational.one }
    return try? Rational(Int128(good), over: Int128(good + bad))
  }

  private func complement(_ share: Rational) -> Rational {
    (try? Rational.one.subtracting(share)) ?? share
  }

  /// Safe bounds of a quotient of two measures that are bounded apart.
  private var ratioExtent: Extent {
    RatioExtent.of(parts[0].extent, over: parts[1].extent)
  }

  /// The measure over the records that are known; `nil` when there is nothing to measure.
  package var measured: Verdict.Measured? {
    switch kind {
    case .share: quotient(Rational(certain(.pass)), Rational(certain(.pass) + certain(.fail)))
    case .count: quotient(Rational(certain(.pass)), .one)
    case .sum: quotient(sum.known, .one)
    case .mean: quotient(mean.knownSum, Rational(mean.knownCount))
    case .median, .percentile: quotient(quantile.value, .one)
    case .distinct: quotient(Rational(distinct.knownCount), .one)
    case .ratio:
      parts[0].measured.flatMap { of in
        parts[1].measured.flatMap { to in quotient(of.value, to.value) }
      }
    }
  }

  private func quotient(_ top: Rational?, _ bottom: Rational) -> Verdict.Measured? {
    guard let top, let value = try? top.divided(by: bottom) else { return nil }
    return Verdict.Measured(value: value, numerator: top, denominator: bottom)
  }
}
