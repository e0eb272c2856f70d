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
  /// Who holds which post.
  let registry: UnitRegistry
  /// The zone of local days and times.
  let zone: Zone
  /// How many records are named.
  let evidenceLimit: Int

  /// One verdict, or one for each group of `per`. A record whose group is unknown may be in any.
  func verdicts(
    _ records: [RecordResult], unassigned: [RecordResult], handIn: HandIn
  ) -> [Verdict] {
    let groups = Set(records.compactMap { $0.group.name }).sorted()
    guard !groups.isEmpty else {
      return [verdict(records, nil, unassigned: unassigned, handIn: handIn)]
    }
    return groups.map { group in
      verdict(
        records.compactMap { $0.inside(group) }, group,
        unassigned: unassigned.compactMap { $0.inside(group) }, handIn: handIn)
    }
  }

  /// The verdict.
  /// - Parameters:
  ///   - records: results for the records of the unit.
  ///   - unassigned: results for records whose unit is unknown, which may be this unit's.
  ///   - handIn: whether the unit handed in what is measured.
  private func verdict(
    _ records: [RecordResult], _ group: String?, unassigned: [RecordResult], handIn: HandIn
  ) -> Verdict {
    let parts = partBuilder.parts(records, handIn)
    let worst = parts.min { $0.outcome < $1.outcome } ?? parts[0]
    let whole = partBuilder.tally(records.map { ($0.possible, $0.contribution) })
    let name = [period.name, unit.code, obligation.fullID] + [group].compactMap { $0 }
    return Verdict(
      number: name.joined(separator: "/"), unit: unit.code,
      obligation: obligation.fullID, group: group, period: period.name, outcome: worst.outcome,
      reason: worst.reason, counts: whole.verdictCounts, measured: whole.measured,
      bounds: (handIn == .complete ? whole.extent : .anything).bounds, target: worst.part.target,
      shortfall: worst.part.shortfall, parts: parts.count > 1 ? parts.map(\.part) : [],
      subjectTo: subjectTo(records, unassigned, worst.outcome, handIn),
      answers: answers(records, worst.outcome), evidence: evidence(records.filter(\.proves)),
      unknown: evidence(records.filter { !$0.possible.isKnown }))
  }

  private var partBuilder: PartBuilder {
    PartBuilder(obligation: obligation, targets: targets, periodEnd: period.last)
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
      return stray
    }
    let parts = partBuilder.parts(records + strays, handIn)
    return parts.map(\.outcome).min() == outcome ? nil : unassigned.count
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

  private func evidence(_ records: [RecordResult]) -> Evidence {
    let first = records.sorted { $0.key < $1.key }.prefix(evidenceLimit)
    return Evidence(
      total: records.count,
      records: first.map { record in
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
  func shown(in zone: Zone) -> String {
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
