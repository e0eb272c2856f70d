import Assessment
import Calendars
import Numbers
import Registry
import Rulebook

/// Makes the verdict of one unit for one obligation from the results of its records.
struct VerdictBuilder {
  /// The obligation judged.
  let obligation: Obligation
  /// Its period.
  let period: Period
  /// The unit judged.
  let unit: Unit
  /// The targets that apply to the unit, by date.
  let targets: [Target]
  /// What is set apart.
  let waiving: Waiving
  /// The figures that targets are set against.
  let baselines: Baselines
  /// Who holds which post.
  let registry: UnitRegistry
  /// The zone of local days and times.
  let zone: Zone
  /// How many records are named.
  let evidenceLimit: Int
  /// The group of `per`, if any.
  var group: String?

  /// One verdict, or one for each group of `per`. A record whose group is unknown may be in any.
  func verdicts(
    _ records: [RecordResult], unassigned: [RecordResult], handIn: HandIn
  ) -> [Verdict] {
    let byGroup = obligation.per == nil ? [:] : Dictionary(grouping: records, by: \.group)
    let groups = byGroup.keys.compactMap(\.name).sorted()
    guard !groups.isEmpty else {
      return [verdict(records, unassigned: unassigned, handIn: handIn)]
    }
    let anywhere = [.whole, .unknown].flatMap { byGroup[$0] ?? [] }
    return groups.map { group in
      var builder = self
      builder.group = group
      let own = (byGroup[.named(group)] ?? []) + anywhere.compactMap { $0.inside(group) }
      return builder.verdict(
        own, unassigned: unassigned.compactMap { $0.inside(group) }, handIn: handIn)
    }
  }

  /// The verdict.
  /// - Parameters:
  ///   - records: results for the records of the unit.
  ///   - unassigned: results for records whose unit is unknown, which may be this unit's.
  ///   - handIn: whether the unit handed in what is measured.
  private func verdict(
    _ records: [RecordResult], unassigned: [RecordResult], handIn: HandIn
  ) -> Verdict {
    let left = waiving.left(records)
    let judged = judge(left, handIn)
    let (outcome, reason) = outcome(of: records, handIn)
    var verdict = Verdict(
      number: number(in: period), unit: unit.code,
      obligation: obligation.fullID, group: group, period: period.name, outcome: outcome,
      reason: reason,
      counts: judged.whole.verdictCounts, measured: judged.whole.measured, bounds: judged.bounds,
      target: judged.worst.part.target,
      shortfall: outcome == .waived ? nil : judged.worst.part.shortfall,
      parts: judged.parts.count > 1 ? judged.parts.map(\.part) : [],
      subjectTo: subjectTo(records, unassigned, outcome, handIn),
      answers: answers(left, outcome), evidence: evidence(left.filter(\.proves)),
      unknown: evidence(left.filter { !$0.possible.isKnown }))
    verdict.waived = waived(records, handIn)
    return verdict
  }

  /// Records judged: by part, and all together.
  struct Judged {
    let parts: [PartBuilder.Judged]
    let worst: PartBuilder.Judged
    let whole: Tally
    let bounds: Verdict.Bounds
  }

  /// Judges records as if there were no waivers.
  func judge(_ records: [RecordResult], _ handIn: HandIn) -> Judged {
    let builder = partBuilder(records)
    let parts = builder.parts(records, handIn)
    let whole = builder.tally(records)
    return Judged(
      parts: parts, worst: parts.min { $0.outcome < $1.outcome } ?? parts[0], whole: whole,
      bounds: (handIn == .complete ? whole.extent : .anything).bounds)
  }

  private func partBuilder(_ records: [RecordResult]) -> PartBuilder {
    partBuilder { lookup in
      Set(records.filter { $0.possible != .out }.compactMap { $0.limits[lookup] ?? nil })
    }
  }

  /// Judges records that give targets some limits, by the expressions that look them up.
  func partBuilder(limits: (String) -> Set<Rational>) -> PartBuilder {
    let resolved = targets.map {
      baselines.resolve(
        $0, in: period, obligation.measure.kind, number: number, limits: limits)
    }
    return PartBuilder(obligation: obligation, targets: resolved, periodEnd: period.last)
  }

  /// The number of the verdict in a period.
  private func number(in period: Period) -> String {
    ([period.name, unit.code, obligation.fullID] + [group].compactMap { $0 })
      .joined(separator: "/")
  }

  /// How many unassigned records there are, if they could flip the verdict.
  private func subjectTo(
    _ records: [RecordResult], _ unassigned: [RecordResult], _ outcome: Verdict.Outcome,
    _ handIn: HandIn
  ) -> Int? {
    guard !unassigned.isEmpty, handIn == .complete else { return nil }
    let strays = unassigned.map { stray in
      var stray = stray
      stray.possible.insert(.out)
      if !waiving.waivers.isEmpty { stray.coverage.isCovered = .maybe }
      return stray
    }
    // Records that are only named change no outcome.
    let counted = records.filter { $0.count > 0 }
    return self.outcome(of: counted + strays, handIn).0 == outcome
      ? nil : RecordResult.count(unassigned)
  }

  /// A violation that no record proves, and a verdict that lacks all records, are for whoever held
  /// the post when the period ended.
  private func answers(_ records: [RecordResult], _ outcome: Verdict.Outcome) -> [Answer] {
    let isUnproved =
      outcome == .violated
      ? !records.contains(where: \.proves) : outcome == .undetermined && records.isEmpty
    let attribution = Attribution(
      registry, unit: unit.code, role: obligation.answers, limit: evidenceLimit)
    return attribution.answers(records, proofless: isUnproved ? period.last : nil)
  }

  func evidence(_ records: [RecordResult]) -> Evidence {
    let named = records.filter(\.isNamed).sorted(by: RecordResult.inOrder)
    return Evidence(
      total: RecordResult.count(records),
      records: named.prefix(evidenceLimit).map { record in
        EvidenceRecord(
          key: record.key, due: record.due?.shown(in: zone), done: record.done?.shown(in: zone),
          columns: record.causes)
      })
  }
}

extension RecordResult.Group {
  /// The name of a known group.
  fileprivate var name: String? {
    if case .named(let name) = self { name } else { nil }
  }
}

extension RecordResult {
  /// The record as one of a group; `nil` when it is in another.
  fileprivate func inside(_ group: String) -> RecordResult? {
    switch self.group {
    case .whole: return self
    case .named(let name): return name == group ? self : nil
    case .unknown:
      var record = self
      record.possible.insert(.out)
      return record
    }
  }
}

extension Moment {
  /// An ISO date, or a local date and time with the zone's offset.
  package func shown(in zone: Zone) -> String {
    switch self {
    case .day(let day): day.iso
    case .instant(let instant): instant.iso(in: zone)
    }
  }
}

extension Extent {
  /// The same for the result model; an empty extent has no ends.
  var bounds: Verdict.Bounds {
    Verdict.Bounds(low: low, high: high, mayBeEmpty: mayBeEmpty, isEmpty: isEmpty)
  }
}
