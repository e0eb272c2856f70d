import Assessment

extension VerdictBuilder {
  /// The outcome of the worst part, once waivers have had their say, and why it is undetermined.
  func outcome(
    of records: [RecordResult], _ handIn: HandIn
  ) -> (Verdict.Outcome, Verdict.Reason?) {
    let judged = judge(waiving.left(records), handIn)
    let own = (judged.worst.outcome, judged.worst.reason)
    guard handIn == .complete || waiving.isWhole else { return own }
    return waiving.outcome(own, of: records, left: judged.whole.judged)
  }

  /// What is set apart, and the verdict as it would be otherwise.
  func waived(_ records: [RecordResult], _ handIn: HandIn) -> Verdict.Waived? {
    let (sure, perhaps) = waiving.setApart(records)
    guard waiving.isWhole || !(sure + perhaps).isEmpty else { return nil }
    var counts = judge(sure, handIn).whole.verdictCounts
    counts.unknown += RecordResult.count(perhaps)
    let counted = judge(records, handIn)
    return Verdict.Waived(
      waivers: waiving.applied(to: records), counts: counts,
      counted: Verdict.Part(
        outcome: counted.worst.outcome, counts: counted.whole.verdictCounts,
        measured: counted.whole.measured, bounds: counted.bounds,
        target: counted.worst.part.target, shortfall: counted.worst.part.shortfall),
      evidence: evidence(sure.filter(\.proves)))
  }
}
