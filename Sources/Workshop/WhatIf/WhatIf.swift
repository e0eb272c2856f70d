import Assessment
import Evaluation
import Rulebook

/// Judges the same exports twice, once under a supposition.
package enum WhatIf {
  /// Which verdicts flip. Tool and options of the manifests are for the caller to fill in.
  /// - Parameters:
  ///   - now: the run as it is.
  ///   - then: the same run, under other rules where these are supposed.
  package static func trial(
    _ now: EvaluationRequest, _ then: EvaluationRequest, _ supposition: Supposition
  ) -> Trial {
    let changes = supposition.changes(now.rulebook, then.rulebook)
    return compare(
      Evaluator.assess(now), Evaluator.assess(supposition.applied(to: then)), changes)
  }

  /// What differs between two assessments of a period. Longer periods still open have no verdict.
  static func compare(_ before: Assessment, _ after: Assessment, _ changes: Trial.Changes) -> Trial
  {
    let all = pairs(before, after)
    let flips = all.filter(\.isFlip)
    let remeasured = all.filter { !$0.isFlip && !$0.isSameMeasure }
    let supposed = changes.targets.map { Trial.Named(id: $0.obligation, title: $0.title) }
    let named = Set(flips.map { Trial.Named(id: $0.obligation, title: $0.title) } + supposed)
    let codes = Set((flips + remeasured).map(\.unit))
    return Trial(
      period: after.period, zone: after.zone, changes: completed(changes, all),
      before: Trial.Basis(asOf: before.asOf, manifest: before.manifest),
      after: Trial.Basis(asOf: after.asOf, manifest: after.manifest), totals: totals(all),
      obligations: named.sorted { $0.id < $1.id }.map { one in
        Trial.ObligationTotals(
          id: one.id, title: one.title, totals: totals(all.filter { $0.obligation == one.id }))
      },
      units: units(before, after).filter { codes.contains($0.code) }, flips: flips,
      remeasured: remeasured)
  }

  // MARK: - Pairs

  /// What makes two verdicts the same one.
  private struct Key: Hashable, Comparable {
    let unit: String
    let obligation: String
    let group: String?
    let period: String

    init(_ verdict: Verdict) {
      unit = verdict.unit
      obligation = verdict.obligation
      group = verdict.group
      period = verdict.period
    }

    static func < (left: Key, right: Key) -> Bool { left.order < right.order }

    private var order: (String, String, String, String) {
      (unit, obligation, group ?? "", period)
    }
  }

  private static func pairs(_ before: Assessment, _ after: Assessment) -> [Flip] {
    let (first, second) = (judged(before), judged(after))
    let titles = obligations(before, after)
    return Set(first.keys).union(second.keys).sorted().map { key in
      Flip(
        unit: key.unit, obligation: key.obligation,
        title: titles[key.obligation]?.title ?? .init(verbatim: key.obligation),
        group: key.group, period: key.period, before: first[key], after: second[key])
    }
  }

  private static func judged(_ assessment: Assessment) -> [Key: Flip.Standing] {
    let kinds = Dictionary(assessment.obligations.map { ($0.id, $0.measure) }) { first, _ in first }
    let verdicts = assessment.verdicts.filter { $0.outcome != .toDate }.map {
      (Key($0), Flip.Standing($0, kinds[$0.obligation] ?? .share))
    }
    return Dictionary(verdicts) { first, _ in first }
  }

  // MARK: - Targets

  /// Changes with the targets that were found on both sides.
  private static func completed(_ changes: Trial.Changes, _ pairs: [Flip]) -> Trial.Changes {
    var changes = changes
    for index in changes.targets.indices {
      let own = pairs.filter { $0.obligation == changes.targets[index].obligation }
      changes.targets[index].before = targets(own.compactMap(\.before))
      changes.targets[index].after = targets(own.compactMap(\.after))
    }
    return changes
  }

  /// Each target once, by first day, then by the first unit that has it.
  private static func targets(_ standings: [Flip.Standing]) -> [TargetSummary] {
    var seen: Set<TargetSummary> = []
    let all = standings.flatMap { standing in
      standing.parts.isEmpty ? [standing.target] : standing.parts.map(\.target)
    }
    return all.compactMap(\.self).filter { seen.insert($0).inserted }.enumerated()
      .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
  }

  // MARK: - Names and numbers

  private static func obligations(
    _ before: Assessment, _ after: Assessment
  ) -> [String: ObligationSummary] {
    Dictionary((after.obligations + before.obligations).map { ($0.id, $0) }) { first, _ in first }
  }

  private static func units(_ before: Assessment, _ after: Assessment) -> [UnitSummary] {
    Dictionary((after.units + before.units).map { ($0.code, $0) }) { first, _ in first }.values
      .sorted { $0.code < $1.code }
  }

  private static func totals(_ pairs: [Flip]) -> [Trial.Total] {
    Verdict.Outcome.allCases.compactMap { outcome in
      let before = pairs.count { $0.before?.outcome == outcome }
      let after = pairs.count { $0.after?.outcome == outcome }
      return before + after == 0
        ? nil : Trial.Total(outcome: outcome, before: before, after: after)
    }
  }
}
