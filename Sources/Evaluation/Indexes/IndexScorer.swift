import Assessment
import Calendars
import Diagnostics
import Registry
import Rulebook

/// Works out what an index came to: points of all units, their totals and ranks.
package enum IndexScorer {
  /// The score of an index over the facts of its units.
  /// - Parameter isRanked: whether these are all units there are to rank.
  package static func score(
    _ index: ScoreIndex, _ facts: [UnitFacts], period: String, isRanked: Bool = true
  ) -> IndexScore {
    let names = PartNames(index)
    let sheets = facts.map { PointsSheet($0.points, names) }
    let totals = index.totals.compactMap { total in
      let scores = zip(facts, sheets).compactMap { facts, sheet in
        TotalScorer(index: index, total: total, facts: facts, sheet: sheet)
          .score(isRanked: isRanked)
      }
      return scores.isEmpty ? nil : Self.total(total, scores, Set(facts.map(\.unit.code)))
    }
    return IndexScore(
      id: index.id, title: index.title, directive: index.directive.id, period: period,
      groups: index.groups.map(\.summary),
      columns: Dictionary((index.handedIn?.columns ?? []).map { ($0.id, $0.title) }) { $1 },
      totals: totals)
  }

  /// The points of one unit in one of the ways of an index, not ranked.
  package static func score(
    _ index: ScoreIndex, _ total: IndexTotal, _ facts: UnitFacts
  ) -> UnitScore? {
    let sheet = PointsSheet(facts.points, PartNames(index))
    return TotalScorer(index: index, total: total, facts: facts, sheet: sheet)
      .score(isRanked: true)
  }

  /// Where no unit at all handed in anything, they are only named.
  private static func total(
    _ total: IndexTotal, _ scores: [UnitScore], _ codes: Set<String>
  ) -> TotalScore {
    let isBlank = scores.allSatisfy { $0.unranked == .nothingHandedIn }
    let shown = isBlank ? [] : scores
    return TotalScore(
      id: total.id, title: total.title, units: Ranking.ranked(shown),
      absent: codes.subtracting(shown.map(\.unit)).sorted())
  }

  /// The scores of all indexes of a rulebook that the verdicts on a period bear.
  /// - Parameter isRanked: whether the verdicts are on all units.
  static func scores(
    _ rulebook: Rulebook, _ verdicts: [Verdict], _ period: Period, isRanked: Bool
  ) -> [IndexScore] {
    let due = rulebook.indexes.filter { $0.isDue(period) }
    if due.isEmpty { return [] }
    let byUnit = Dictionary(grouping: verdicts.filter { $0.period == period.name }, by: \.unit)
    let units = rulebook.registry.byCode(during: period, upTo: period.last)
    return due.compactMap { index in
      let facts = units.values.filter { index.ranks($0) && byUnit[$0.code] != nil }
        .sorted { $0.code < $1.code }
        .map { UnitFacts($0, index, byUnit[$0.code] ?? [], rulebook) }
      let score = score(index, facts, period: period.name, isRanked: isRanked)
      return score.totals.isEmpty ? nil : score
    }
  }
}

extension Rulebook {
  /// The rules with nothing to judge but what some indexes are made of, each over the whole period.
  /// - Parameter ids: the indexes; all where it is empty.
  package func scoring(_ ids: Set<String>, in period: Period) -> Rulebook {
    var copy = self
    copy.indexes = indexes.filter { $0.isDue(period) && (ids.isEmpty || ids.contains($0.id)) }
    let measured = Set(copy.indexes.flatMap(\.measured))
    copy.obligations =
      obligations.filter { measured.contains($0.fullID) } + copy.indexes.flatMap(\.ownObligations)
    if let kind = period.kind {
      copy.obligations = copy.obligations.map { $0.with(every: .each(kind)) }
    }
    return copy
  }

  /// The rules with what their indexes measure for themselves in a period.
  package func withIndexes(in period: Period) -> Rulebook {
    guard let kind = period.kind else { return self }
    var copy = self
    copy.obligations += indexes.filter { $0.isDue(period) }.flatMap(\.ownObligations).map {
      $0.with(every: .each(kind))
    }
    return copy
  }
}

extension ScoreDocument {
  /// The scores of an assessment under some rules.
  package init(_ assessment: Assessment, _ rulebook: Rulebook, _ period: Period) {
    let scores = assessment.scores ?? []
    let codes = Set(
      scores.flatMap(\.totals).flatMap { total in total.units.map(\.unit) + total.absent })
    let summary = SummaryBuilder(rulebook, period: period)
    self.init(
      assessment, directives: summary.directives(ids: Set(scores.map(\.directive))),
      units: summary.units(codes))
  }
}

extension CriterionGroup {
  fileprivate var summary: IndexScore.GroupSummary {
    IndexScore.GroupSummary(
      id: id, title: title, maximum: maximum, isBonus: isBonus, origin: origin.summary,
      criteria: criteria.map(\.summary))
  }
}

extension Criterion {
  fileprivate var summary: IndexScore.CriterionSummary {
    IndexScore.CriterionSummary(
      id: id, title: title, maximum: maximum, formula: formula?.score.text.text,
      notMeasured: notMeasured, origin: origin.summary)
  }
}

extension Origin {
  fileprivate var summary: IndexScore.OriginSummary {
    IndexScore.OriginSummary(cite: cite, source: source, isPractice: isPractice)
  }
}
