import Assessment
import Registry
import Rulebook

/// Adds up verdicts without making each of them: groups with the same counts have the same outcome, which
/// is worked out once.
struct TotalsBuilder {
  private let evidence: Int
  private let verdicts: (Ask, Unit, ObligationResults) -> [Verdict]
  private let outcome: (Ask, Unit, [RecordResult]) -> (Verdict.Outcome, Verdict.Measured?)

  /// - Parameters:
  ///   - evidence: how many records of each unit are named.
  ///   - verdicts: makes the verdicts of a unit.
  ///   - outcome: the outcome of records of a unit that are one group, and what they measure.
  init(
    evidence: Int, verdicts: @escaping (Ask, Unit, ObligationResults) -> [Verdict],
    outcome: @escaping (Ask, Unit, [RecordResult]) -> (Verdict.Outcome, Verdict.Measured?)
  ) {
    self.evidence = evidence
    self.verdicts = verdicts
    self.outcome = outcome
  }

  /// The totals of what a scan found, or the oracle where none was made.
  func totals(_ ask: Ask, _ found: FoundRecords?) -> ObligationTotals {
    if let found, let tally = found.tally, isUniform(tally, found) {
      return totals(ask, tally, found)
    }
    return totals(ask, found?.results(evidence: evidence) ?? ask.oracle.results(ask))
  }

  private func totals(_ ask: Ask, _ results: ObligationResults) -> ObligationTotals {
    var totals = empty(ask)
    for unit in ask.places.units {
      for verdict in verdicts(ask, unit, results) { totals.add(verdict.outcome, verdict.measured) }
      let named = (results.byUnit[unit.code] ?? []).filter { $0.proves && $0.isNamed }
        .sorted(by: RecordResult.inOrder).prefix(evidence)
      totals.evidence += named.count
      totals.lines += named.reduce(0) { $0 + $1.place.line }
    }
    return totals
  }

  private func empty(_ ask: Ask) -> ObligationTotals {
    ObligationTotals(obligation: ask.obligation.fullID, period: ask.period.name)
  }

  // MARK: - Groups that are alike

  /// Whether each place has a verdict of its own, which depends on nothing but what it adds up to.
  private func isUniform(_ tally: QuestionTally, _ found: FoundRecords) -> Bool {
    let question = tally.question
    return found.slow.isEmpty && question.spans.count == 1
      && question.ask.obligation.targets.allSatisfy { $0.units == nil && $0.baseline == nil }
      && (question.limit == nil || hasOnePlaceEach(question))
  }

  /// Whether no group gives its target two limits.
  private func hasOnePlaceEach(_ question: Question) -> Bool {
    guard let space = question.steps.first?.places.space else { return false }
    var groups: Set<GroupIndex.Key> = []
    return (0..<space.count).allSatisfy { number in
      guard let key = space.key(number) else { return true }
      return groups.insert(GroupIndex.Key(place: key.place, code: key.code, value: 0)).inserted
    }
  }

  private struct Alike: Hashable {
    let counts: SIMD8<UInt32>
    let limit: Int64
  }

  private func totals(
    _ ask: Ask, _ tally: QuestionTally, _ found: FoundRecords
  ) -> ObligationTotals {
    let question = tally.question
    var totals = empty(ask)
    guard let space = question.steps.first?.places.space else { return totals }
    let values = PlaceValues(tally, isAlone: true)
    var known: [Alike: (Verdict.Outcome, Verdict.Measured?)] = [:]
    for number in 0..<space.count {
      let counts = tally.totals.kinds(number)
      if counts == SIMD8() { continue }
      let alike = Alike(
        counts: counts, limit: question.limit == nil ? 0 : space.key(number)?.value ?? 0)
      if question.parts.isEmpty, let (outcome, measured) = known[alike] {
        totals.add(outcome, measured)
        continue
      }
      let (outcome, measured) = judge(number, space, values, ask, question)
      known[alike] = (outcome, measured)
      totals.add(outcome, measured)
    }
    name(found, tally, in: &totals)
    return totals
  }

  private func judge(
    _ number: Int, _ space: PlaceSpace, _ values: PlaceValues, _ ask: Ask, _ question: Question
  ) -> (Verdict.Outcome, Verdict.Measured?) {
    let place = PlaceDescription(space.place(number), question)
    let unit = ask.places.units[place.unit]
    return outcome(ask, unit, values.alike(number).map { place.result($0) })
  }

  private func name(
    _ found: FoundRecords, _ tally: QuestionTally, in totals: inout ObligationTotals
  ) {
    guard let space = tally.question.steps.first?.places.space else { return }
    let byUnit = Dictionary(grouping: tally.totals.proofs) { space.place(Int($0.place)).unit }
    for proofs in byUnit.values {
      let lines = found.lines(ofFirst: evidence, of: proofs)
      totals.evidence += lines.count
      totals.lines += lines.reduce(0, +)
    }
  }
}
