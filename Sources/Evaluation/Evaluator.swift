import Assessment
import Calendars
import Registry
import Rulebook
import Tables

/// Makes an assessment: every obligation whose period ends in the run's, for every unit it binds, and
/// how far the longer periods stand.
package struct Evaluator {
  private let request: EvaluationRequest
  private let streamed: StreamedRecords
  private let store: RecordStore
  private let oracle: Oracle
  private let handIns: HandIns
  private let sources: Sources
  private var asks: [Asked] = []
  private let baselines: Baselines

  /// The assessment of `request`. Its manifest names the files that were read; tool and options are
  /// for the caller to fill in.
  package static func assess(_ request: EvaluationRequest) -> Assessment {
    let streamed = StreamedRecords(none: request)
    let evaluator = Evaluator(streamed).afterReading
    return evaluator.assessment(evaluator.judged(evaluator.found))
  }

  /// The assessment of `request`, and all records that prove a violation in it.
  package static func assessWithBreaches(
    _ request: EvaluationRequest
  ) -> (assessment: Assessment, breaches: BreachList) {
    var request = request
    request.spool = request.spool ?? ProofSpool.Bounds()
    let evaluator = Evaluator(StreamedRecords(none: request)).afterReading
    let found = evaluator.found
    let judged = evaluator.judged(found)
    return (evaluator.assessment(judged), BreachList(judged, found, request.rulebook))
  }

  /// What the verdicts of each obligation that is judged add up to, of `request`, without making them.
  package static func totals(_ request: EvaluationRequest) -> [ObligationTotals] {
    var request = request
    request.isEvidencePerUnit = true
    request.needsHashes = false
    let none = StreamedRecords(none: request)
    return Evaluator(none).afterReading.totals
  }

  /// - Parameter asks: what an evaluator asked before records were read, if there was one.
  private init(_ streamed: StreamedRecords, asks: [Asked]? = nil) {
    let request = streamed.request
    (self.request, self.streamed) = (request, streamed)
    baselines = Baselines(request.priorVerdicts)
    store = RecordStore(request.exports, request)
    let present = UnitPresence(store, request.rulebook)
    handIns = HandIns(request, present: present)
    oracle = Oracle(request, store, handIns)
    sources = Sources(request, oracle, present: present)
    self.asks = asks?.map { [sources] in $0.over(sources) } ?? []
    if asks == nil { self.asks = made }
  }

  /// The same when records that are not kept were read.
  private var afterReading: Evaluator {
    guard request.hasStreams else { return self }
    let read = StreamedRecords(request, asks.map(\.ask), all: oracle)
    return Evaluator(read, asks: asks)
  }

  /// What is asked, and whether the period is only shown to date.
  private struct Asked {
    var ask: Ask
    let isToDate: Bool

    /// The same over other records.
    func over(_ sources: Sources) -> Asked {
      var copy = self
      copy.ask.oracle = sources.oracle(for: ask.obligation, ask.period)
      return copy
    }
  }

  private var rulebook: Rulebook { request.rulebook }

  private func assessment(_ all: [Judged]) -> Assessment {
    let judged = all.filter { !$0.obligation.isForIndex }
    let verdicts = judged.flatMap(\.verdicts).sorted { ($0.unit, $0.number) < ($1.unit, $1.number) }
    let known = knownUnits
    let strays = self.strays(known)
    let unknown = StrayDefects(request, known: known)
    let checks = CheckedData(
      request, oracle, streamed, and: strays.flatMap { unknown.defects($0) })
    let used = Set(judged.filter { !$0.verdicts.isEmpty }.map(\.obligation.fullID))
    let summary = SummaryBuilder(rulebook, period: request.period)
    var assessment = Assessment(
      period: request.period.name, asOf: request.asOf.iso(in: rulebook.calendar.zone),
      zone: rulebook.calendar.zone.identifier, directives: summary.directives(used),
      obligations: summary.obligations(used), units: summary.units(Set(verdicts.map(\.unit))),
      verdicts: verdicts, findings: findings(judged, strays, checks), defects: checks.counts,
      ruleFaults: judged.flatMap(\.faults),
      places: Places(records: places(judged), defects: checks.defects),
      manifest: ManifestBuilder.manifest(request))
    let scores = IndexScorer.scores(
      rulebook, all.flatMap(\.verdicts), request.period, isRanked: request.unit == nil)
    assessment.scores = scores.isEmpty ? nil : scores
    return assessment
  }

  // MARK: - Obligations

  /// An obligation with its verdicts and what they are made of.
  struct Judged {
    let obligation: Obligation
    let handIns: HandIns
    var verdicts: [Verdict] = []
    var places: [String: Places.Place] = [:]
    var faults: [RuleFault] = []
    /// The waivers in force for it.
    var waivers: [Waiver] = []
    /// The records that prove a violation, as far as the oracle judged them, where all are asked for.
    var proofs: [BreachList.Proof] = []

    /// The same without verdicts and what proves them.
    var toDate: Judged {
      Judged(obligation: obligation, handIns: handIns, verdicts: verdicts.map(\.toDate))
    }
  }

  /// What scans found for each ask.
  private var found: [FoundRecords?] { AskedRecords(request, streamed).found(asks.map(\.ask)) }

  /// Every obligation in every period that is judged or shown to date.
  private func judged(_ found: [FoundRecords?]) -> [Judged] {
    let records = AskedRecords(request, streamed)
    return sideBySide(asks.count, threads: request.threads) { index in
      let asked = asks[index]
      let results = records.results(asked.ask, found[index])
      var judged = judge(asked.ask, results)
      if request.spool != nil { judged.proofs = found[index]?.judgedProofs ?? results.proofs }
      return asked.isToDate ? judged.toDate : judged
    }
  }

  private var made: [Asked] {
    var asker = Asker(rulebook.registry, upTo: request.period.last, only: request.unit)
    return rulebook.obligations.flatMap { obligation in
      let periods = RunPeriods(obligation, in: request.period)
      let all = periods.judged.map { ($0, false) } + periods.toDate.map { ($0, true) }
      return all.map { period, isToDate in
        let oracle = sources.oracle(for: obligation, period)
        return Asked(ask: asker.ask(obligation, period, oracle), isToDate: isToDate)
      }
    }
  }

  private func judge(_ ask: Ask, _ results: ObligationResults) -> Judged {
    let (obligation, period) = (ask.obligation, ask.period)
    var judged = Judged(obligation: obligation, handIns: ask.oracle.handIns)
    if ask.bound.isEmpty { return judged }
    // Every unit's verdict looks at them.
    var shared = results
    shared.unassigned = RecordResult.together(results.unassigned)
    judged.verdicts = ask.bound.values.flatMap { verdicts(ask, $0, shared) }
    judged.waivers = rulebook.waivers.filter {
      $0.covers(obligation) && $0.dates.overlaps(period.days)
    }
    judged.faults = RuleFault.gathered(results.faults, rule: obligation.fullID)
    let named = Set(judged.verdicts.flatMap(\.namedKeys))
    for result in results.byUnit.values.joined() where named.contains(result.key) {
      judged.places[result.key] = result.place
    }
    return judged
  }

  /// One verdict, or one for each group of the unit's records; none where another obligation took
  /// this one's place before the period and no record of an earlier law day is left to it.
  private func verdicts(_ ask: Ask, _ unit: Unit, _ results: ObligationResults) -> [Verdict] {
    let (obligation, period, handIns) = (ask.obligation, ask.period, ask.oracle.handIns)
    let terms = self.terms(ask, unit)
    let records = results.byUnit[unit.code] ?? []
    guard !records.isEmpty || !terms.isOver(before: period) else { return [] }
    let builder = verdictBuilder(ask, unit)
    let verdicts = builder.verdicts(
      records, unassigned: results.unassigned, handIn: handIn(unit, obligation, ask.known, handIns))
    return verdicts.map { verdict in
      var verdict = verdict
      if obligation.isOverVerdicts, verdict.reason == .missingHandIn {
        verdict.reason = .missingPrior
      }
      if request.unit != nil, verdict.outcome == .undetermined,
        handIns.isBeyond(request, unit.code, obligation)
      {
        verdict.reason = .notInData
      }
      verdict.replacedBy = terms.replacement(in: period)
      verdict.window = period.window
      if !obligation.rollUp || verdict.reason == .missingHandIn {
        verdict.missingMonths = handIns.missingMonths(of: unit.code, obligation.datasets)
      }
      return verdict
    }
  }

  private func terms(_ ask: Ask, _ unit: Unit) -> UnitTerms {
    ask.terms[unit.code] ?? oracle.terms(ask.obligation).terms(unit, ask.period)
  }

  private func verdictBuilder(_ ask: Ask, _ unit: Unit) -> VerdictBuilder {
    let terms = self.terms(ask, unit)
    let targets = ask.obligation.targets.filter { oracle.isTrue($0.units, for: unit, ask.period) }
    return VerdictBuilder(
      obligation: ask.obligation, period: ask.period, unit: unit, targets: targets,
      waiving: terms.waiving, baselines: baselines,
      registry: rulebook.registry, zone: rulebook.calendar.zone,
      evidenceLimit: request.evidenceLimit)
  }

  // MARK: - Totals

  private var totals: [ObligationTotals] {
    let asks = self.asks
    let found = self.found
    let builder = TotalsBuilder(
      evidence: request.evidenceLimit, verdicts: verdicts,
      parts: { ask, unit, limits in
        verdictBuilder(ask, unit).partBuilder { Set([limits[$0] ?? nil].compactMap(\.self)) }
      }, handIn: { handIn($1, $0.obligation, $0.known, $0.oracle.handIns) })
    let judged = asks.indices.filter { !asks[$0].isToDate && !asks[$0].ask.bound.isEmpty }
    return sideBySide(judged.count, threads: request.threads) { index in
      builder.totals(asks[judged[index]].ask, found[judged[index]])
    }
  }

  // MARK: - Hand-ins

  /// Rolled up, a unit answers for what those below it handed in as well.
  private func handIn(
    _ unit: Unit, _ obligation: Obligation, _ units: [String: Unit], _ handIns: HandIns
  ) -> HandIn {
    let own = handIns.state(of: unit.code, obligation.dataset)
    guard obligation.rollUp else { return own }
    let below = units.keys.sorted()
      .filter { $0 != unit.code && units.chain(from: $0).contains(unit.code) }
      .map { handIns.state(of: $0, obligation.dataset) }
    if below.isEmpty { return own }
    return (own == .missing ? below : below + [own]).first { $0 != .complete } ?? .complete
  }

  // MARK: - What stands beside the verdicts

  private func findings(
    _ judged: [Judged], _ strays: [Strays], _ checks: CheckedData
  ) -> [Finding] {
    let builder = FindingBuilder(request, handIns)
    let used = judged.flatMap(\.verdicts).flatMap { $0.waived?.waivers ?? [] }
    let waivers = WaiverFindings(request).findings(
      judged.flatMap(\.waivers), used: Set(used.map(\.id)))
    return builder.findings(
      judged.flatMap { one in
        one.verdicts.filter { $0.outcome != .toDate }.map { (one.obligation, $0, one.handIns) }
      }, strays, store, waivers + checks.findings(rulebook.checks))
  }

  private func strays(_ known: Set<String>) -> [Strays] {
    rulebook.datasets.flatMap { dataset in
      rulebook.unitColumns(of: dataset.id).map { strays(in: dataset.id, column: $0, known) }
    }
  }

  private func strays(in dataset: String, column: Int, _ known: Set<String>) -> Strays {
    let kept = request.exports.tables[dataset].map { TextCensus($0, column: column) }
    let key = DatasetCensus.Key(dataset: dataset, column: column)
    return Strays(
      dataset: dataset, column: column, kept ?? streamed.censuses[key] ?? TextCensus(),
      known: known)
  }

  /// The codes of units that there are in the period of the run, or in one that is judged.
  private var knownUnits: Set<String> {
    Set(rulebook.registry.units(during: request.period).map(\.code))
      .union(asks.flatMap(\.ask.known.keys))
  }

  private func places(_ judged: [Judged]) -> [String: [String: Places.Place]] {
    judged.reduce(into: [:]) { places, one in
      guard !one.places.isEmpty else { return }
      places[one.obligation.dataset, default: [:]].merge(one.places) { first, _ in first }
    }
  }
}

extension [String: Unit] {
  /// A unit, the one above it, the one above that, and so on; a circle ends where it closes.
  func chain(from code: String) -> [String] {
    var chain = [code]
    while let parent = chain.last.flatMap({ self[$0]?.parent }), !chain.contains(parent) {
      chain.append(parent)
    }
    return chain
  }
}

extension Verdict {
  /// The keys of the records that it names.
  fileprivate var namedKeys: [String] {
    evidence.records.map(\.key) + unknown.records.map(\.key) + answers.flatMap(\.breaches)
      + (waived?.evidence.records ?? []).map(\.key)
  }
}
