import Assessment
import Numbers
import Registry
import Rulebook

/// Adds up verdicts without making each of them: groups with the same counts have the same outcome, which
/// is worked out once.
struct TotalsBuilder {
  private let evidence: Int
  private let verdicts: (Ask, Unit, ObligationResults) -> [Verdict]
  private let parts: (Ask, Unit, [String: Rational?]) -> PartBuilder
  private let handIn: (Ask, Unit) -> HandIn

  /// - Parameters:
  ///   - evidence: how many records of each unit are named.
  ///   - verdicts: makes the verdicts of a unit.
  ///   - parts: judges records of a unit that give its targets some limits.
  ///   - handIn: what a unit handed in.
  init(
    evidence: Int, verdicts: @escaping (Ask, Unit, ObligationResults) -> [Verdict],
    parts: @escaping (Ask, Unit, [String: Rational?]) -> PartBuilder,
    handIn: @escaping (Ask, Unit) -> HandIn
  ) {
    self.evidence = evidence
    self.verdicts = verdicts
    self.parts = parts
    self.handIn = handIn
  }

  /// The totals of what a scan found, or the oracle where none was made.
  /// - Parameter ask: what was asked, over the records as they are since they were read.
  func totals(_ ask: Ask, _ found: FoundRecords?) -> ObligationTotals {
    if let found, let (question, added) = found.judged, isUniform(question, found) {
      return totals(ask, question, added, found)
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
  private func isUniform(_ question: Question, _ found: FoundRecords) -> Bool {
    found.slow.isEmpty && question.ask.terms.isEmpty && question.spans.count == 1
      && question.ask.obligation.targets.allSatisfy { $0.units == nil && $0.baseline == nil }
      && (question.limit == nil || hasOnePlaceEach(question))
  }

  /// Whether no group gives its target two limits.
  private func hasOnePlaceEach(_ question: Question) -> Bool {
    guard let space = question.steps.first?.places.space else { return false }
    var groups: Set<GroupIndex.Key> = []
    groups.reserveCapacity(space.count)
    return space.keys.allSatisfy { key in
      groups.insert(GroupIndex.Key(place: key.place, code: key.code, value: 0)).inserted
    }
  }

  private func totals(
    _ ask: Ask, _ question: Question, _ added: Totals, _ found: FoundRecords
  ) -> ObligationTotals {
    var totals = empty(ask)
    guard let space = question.steps.first?.places.space else { return totals }
    let values = PlaceValues(question, added, isAlone: true)
    let units = space.units
    let handIns = ask.places.units.map { handIn(ask, $0) }
    var known = KnownOutcomes()
    var builders: [Int64: PartBuilder] = [:]
    var isEmpty = handIns.map { _ in true }
    added.counts.forEach(ofFirst: space.count) { number, counts in
      isEmpty[Int(units[number])] = false
      let limit = question.limit.flatMap { _ in space.key(number)?.value } ?? 0
      let state = handIns[Int(units[number])]
      if question.parts.isEmpty, state == .complete, let (outcome, measured) = known[counts, limit]
      {
        totals.add(outcome, measured)
        return
      }
      let builder = builders[limit] ?? self.builder(number, space, ask, question)
      builders[limit] = builder
      let judged = builder.judged(values.tally(number), on: question.spans.only, state)
      if state == .complete { known[counts, limit] = judged }
      totals.add(judged.0, judged.1)
    }
    addEmpty(ask, question, isEmpty, handIns, to: &totals)
    name(found, added, units, ask.places.units.count, in: &totals)
    return totals
  }

  /// Adds the verdicts of units without any record: where there is nothing a number of records is none,
  /// but a share is no number.
  private func addEmpty(
    _ ask: Ask, _ question: Question, _ isEmpty: [Bool], _ handIns: [HandIn],
    to totals: inout ObligationTotals
  ) {
    let nothing = ask.obligation.measure.emptyTally
    for unit in handIns.indices where isEmpty[unit] {
      let builder = parts(ask, ask.places.units[unit], [:])
      let judged = builder.judged(nothing, on: question.spans.only, handIns[unit])
      totals.add(judged.0, judged.1)
    }
  }

  private func builder(
    _ number: Int, _ space: PlaceSpace, _ ask: Ask, _ question: Question
  ) -> PartBuilder {
    let place = PlaceDescription(space.place(number), question)
    return parts(ask, ask.places.units[place.unit], place.limits)
  }

  private func name(
    _ found: FoundRecords, _ added: Totals, _ units: [Int32], _ unitCount: Int,
    in totals: inout ObligationTotals
  ) {
    var byUnit = [[Totals.Proof]](repeating: [], count: unitCount)
    for proof in added.proofs { byUnit[Int(units[Int(proof.place)])].append(proof) }
    for proofs in byUnit where !proofs.isEmpty {
      let lines = found.lines(ofFirst: evidence, of: proofs)
      totals.evidence += lines.count
      totals.lines += lines.reduce(0, +)
    }
  }
}
