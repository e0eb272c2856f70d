import Assessment
import Diagnostics
import Numbers

/// The points of each unit, part by part: what was measured, what came of it, what others gave.
struct ScoreDetails: Wording {
  private let index: IndexScore
  private let names: [String: String]
  private let titles: [String: Text]
  let language: Language
  let figures: Figures
  private let score: ScoreFigures

  /// Details of an index of a document.
  init(_ index: IndexScore, _ document: ScoreDocument, language: Language) {
    self.index = index
    self.language = language
    names = Dictionary(document.units.map { ($0.code, $0.name) }) { first, _ in first }
    let parts = index.groups.map { ($0.id, $0.title) }
    let criteria = index.groups.flatMap { $0.criteria.map { ($0.id, $0.title) } }
    let sums = [
      ("total", ScoreWords.total), ("percent", ScoreWords.percent), ("maximum", ScoreWords.maximum),
    ]
    titles = Dictionary(parts + criteria + sums) { first, _ in first }
    figures = Figures(language: language)
    score = ScoreFigures(language)
  }

  /// Writes all units of all totals.
  func write(_ paper: inout Paper) {
    paper.skip()
    paper.line(say(ScoreWords.byUnit))
    for total in index.totals {
      for unit in total.units where unit.unranked != .nothingHandedIn {
        write(unit, of: total, &paper)
      }
    }
  }

  private func write(_ unit: UnitScore, of total: TotalScore, _ paper: inout Paper) {
    let sums =
      "\(score.points(unit.points))/\(score.points(unit.base)) (\(score.percent(unit.share)))"
    let ranked = total.units.count { $0.rank != nil }
    let rank =
      unit.unranked.map { say(ScoreWords.unranked($0)) }
      ?? "\(say(ScoreWords.rank).lowercased()) \(score.rank(unit.rank)) \(say(ScoreWords.out(of: ranked)))"
    paper.line(
      "\(names[unit.unit] ?? unit.unit) (\(unit.unit)) – \(say(total.title)): \(sums), \(rank)")
    for part in unit.parts where part.state != .notMeasured { write(part, &paper) }
    for difference in unit.differences { paper.line("! " + text(difference), indent: 2) }
    for stray in unit.strays { paper.line("! " + say(ScoreWords.stray(stray)), indent: 2) }
  }

  private func write(_ part: PartScore, _ paper: inout Paper) {
    let maximum = part.maximum.map { "/\(score.points($0))" } ?? ""
    let points = part.points.map { score.points($0) + maximum }
    let reasons =
      [ScoreWords.state(part.state).map(say), part.fault.map(say)].compactMap(\.self)
      + part.measures.filter { !$0.bounds.isEmpty }.map(text) + columns(part)
    let words = [points, reasons.isEmpty ? nil : reasons.joined(separator: "; ")]
    paper.line("\(title(part.id)): " + words.compactMap(\.self).joined(separator: " – "), indent: 2)
  }

  private func text(_ measure: MeasureScore) -> String {
    let value = self.measure(
      measure.measured, Verdict.Counts(), measure.bounds, measure.kind)
    return "\(measure.name) = \(value)"
  }

  /// What others gave, where more than one column says something.
  private func columns(_ part: PartScore) -> [String] {
    guard part.columns.count > 1 else { return [] }
    return part.columns.map { column in
      "\(columnTitle(column.column)) \(score.points(column.points))"
    }
  }

  private func columnTitle(_ id: String) -> String {
    index.columns[id].map(say) ?? say(ScoreWords.measured)
  }

  private func title(_ id: String) -> String { titles[id].map(say) ?? id }

  private func text(_ difference: PointDifference) -> String {
    let what = "\(columnTitle(difference.column)), \(title(difference.part))"
    let printed = score.points(difference.printed)
    let computed = score.points(difference.computed)
    if difference.isExcess { return say(ScoreWords.excess(what, printed, computed)) }
    if difference.isRemainder {
      return say(
        ScoreWords.remainder(
          what, printed, computed, score.points(difference.difference),
          difference.notPrinted.map(title).joined(separator: ", "),
          difference.room.map { score.points($0) }))
    }
    return say(
      ScoreWords.difference(what, printed, computed, score.signed(difference.difference)))
  }
}
