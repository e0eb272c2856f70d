import Assessment
import Calendars
import Rulebook

/// Whether a unit handed in what an obligation measures.
package enum HandIn: Sendable, Hashable {
  case complete
  case missing
  case unreadable
}

/// Splits the records of a unit by the target in force on their day, and judges each part.
///
/// Measures of single records (share, mean, ratio) are split; counts, sums and distincts are judged
/// whole, by the target of the period's last day.
struct PartBuilder {
  /// The obligation judged.
  let obligation: Obligation
  /// The targets that apply to the unit, by date.
  let targets: [ResolvedTarget]
  /// The last day of the period.
  let periodEnd: Day

  /// A part with its reason.
  struct Judged {
    let part: Verdict.Part
    let reason: Verdict.Reason?
    var outcome: Verdict.Outcome { part.outcome }
  }

  /// At least one part, by the date of its target; days without a target come first.
  func parts(_ records: [RecordResult], _ handIn: HandIn) -> [Judged] {
    guard handIn == .complete, obligation.measure.isPerRecord else {
      return [judge(tally(records), slot(on: periodEnd), handIn)]
    }
    let used = ([nil] + targets.indices.map { $0 }).filter { isUsed($0, records) }
    guard !used.isEmpty else { return [judge(tally(records), slot(on: periodEnd), handIn)] }
    return used.map { slot in
      judge(tally(records) { possible($0, in: slot) }, slot, handIn)
    }
  }

  /// The records added up for the obligation's measure.
  func tally(_ records: [RecordResult]) -> Tally { tally(records) { $0.possible } }

  private func tally(
    _ records: [RecordResult], as possible: (RecordResult) -> Possible
  ) -> Tally {
    var tally = obligation.measure.emptyTally
    for record in records {
      tally.add(possible(record), record.contribution, count: record.count)
    }
    return tally
  }

  private func slot(on day: Day) -> Int? { targets.firstIndex { $0.target.dates.contains(day) } }

  /// A part exists when a record is in it for sure, or may be and would be judged.
  private func isUsed(_ slot: Int?, _ records: [RecordResult]) -> Bool {
    records.contains { record in
      guard record.possible != .out else { return false }
      guard let day = record.lawDay else { return slot != nil }
      return self.slot(on: day) == slot
    }
  }

  /// What a record is to a part: itself, nothing, or perhaps nothing when its day is unknown.
  private func possible(_ record: RecordResult, in slot: Int?) -> Possible {
    guard let day = record.lawDay else {
      return targets.isEmpty ? record.possible : record.possible.union(.out)
    }
    return self.slot(on: day) == slot ? record.possible : .out
  }

  /// The outcome of records whose law day is `day`, all together, and what they measure.
  func judged(
    _ tally: Tally, on day: Day, _ handIn: HandIn
  ) -> (Verdict.Outcome, Verdict.Measured?) {
    (outcome(of: tally, slot(on: day).map { targets[$0] }, handIn).0, tally.measured)
  }

  private func outcome(
    of tally: Tally, _ target: ResolvedTarget?, _ handIn: HandIn
  ) -> (Verdict.Outcome, Verdict.Reason?) {
    if handIn != .complete {
      return (
        target == nil ? .noTarget : .undetermined,
        handIn == .missing ? .missingHandIn : .unreadableHandIn
      )
    }
    let judgement = Judgement(
      whenEmpty: obligation.whenEmpty.outcome, minimum: obligation.minRecords ?? 0)
    let (outcome, reason) = judgement.outcome(tally, target?.limit)
    guard let target, target.comparison == nil, outcome != .tooFewRecords, !tally.extent.isEmpty
    else { return (outcome, reason) }
    return (.undetermined, target.target.lookup == nil ? .missingBaseline : .unclearTarget)
  }

  private func judge(_ tally: Tally, _ slot: Int?, _ handIn: HandIn) -> Judged {
    let target = slot.map { targets[$0] }
    let (outcome, reason) = outcome(of: tally, target, handIn)
    let part = Verdict.Part(
      outcome: outcome, counts: tally.verdictCounts, measured: tally.measured,
      bounds: (handIn == .complete ? tally.extent : .anything).bounds, target: target?.summary,
      shortfall: target?.comparison.flatMap { Shortfall.of(tally, $0) })
    return Judged(part: part, reason: reason)
  }
}

extension Target {
  /// The target for the result model, before anything is looked up for it.
  package var summary: TargetSummary {
    var summary = TargetSummary(
      comparison: comparison, from: dates.from?.iso ?? "", until: dates.until?.iso, cite: cite,
      source: source)
    summary.baseline = baseline?.summary
    summary.lookup = lookup.map { TargetSummary.Lookup(value: $0.text.text, isFound: false) }
    return summary
  }
}

extension WhenEmpty {
  /// The outcome that a rule gives to an empty denominator.
  var outcome: Verdict.Outcome {
    switch self {
    case .notApplicable: .notApplicable
    case .met: .met
    case .violated: .violated
    case .undetermined: .undetermined
    }
  }
}

extension Measure {
  /// Whether it is made of single records, each of which has a law day of its own.
  package var isPerRecord: Bool {
    switch self {
    case .share, .mean, .quantile, .ratio: true
    case .total: false
    }
  }

  /// What it is called in the result model.
  package var kind: MeasureKind {
    switch self {
    case .share: .share
    case .total(let aggregate): aggregate.kind
    case .mean: .mean
    case .quantile(_, .median): .median
    case .quantile(_, .percentile): .percentile
    case .ratio: .ratio
    }
  }

  /// A tally of no records for it.
  var emptyTally: Tally {
    switch self {
    case .ratio(let of, let to): Tally(.ratio, of: of.kind, to: to.kind)
    case .quantile(_, .percentile(let rank)): Tally(.percentile, rank: rank)
    default: Tally(kind)
    }
  }
}

extension Aggregate {
  /// What it is called in the result model.
  var kind: MeasureKind {
    switch function {
    case .count: .count
    case .sum: .sum
    case .distinct: .distinct
    }
  }
}
