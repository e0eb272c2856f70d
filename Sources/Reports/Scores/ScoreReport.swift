import Assessment
import Diagnostics
import Numbers

/// Scores for a terminal: for each index the ranking, then unit by unit, then how points are given.
package struct ScoreReport: Wording, Sendable {
  private let document: ScoreDocument
  let language: Language
  let figures: Figures
  private let width: Int

  /// A report of scores, in lines of at most `width` cells.
  package init(_ document: ScoreDocument, language: Language, width: Int = 100) {
    self.document = document
    self.language = language
    self.width = max(60, width)
    figures = Figures(language: language)
  }

  /// The whole report.
  package func render() -> String {
    var paper = Paper(width: width)
    paper.line("\(say(ScoreWords.title)) \(say(Words.period(document.period, .provisional)))")
    paper.line(field(Words.asOf, "\(figures.date(document.asOf)) (\(document.zone))"))
    paper.line(say(document.notice))
    for index in document.indexes { write(index, &paper) }
    return paper.text
  }

  private func write(_ index: IndexScore, _ paper: inout Paper) {
    let number = document.directives.first { $0.id == index.directive }?.number
    paper.heading(
      [say(index.title), number.map { "(\($0))" }].compactMap(\.self).joined(separator: " "))
    let table = ScoreTable(index, units: document.units, language: language)
    table.write(&paper)
    paper.line(say(ScoreWords.scale))
    let details = ScoreDetails(index, document, language: language)
    details.write(&paper)
    ScoreBasis(index, language: language).write(&paper)
  }
}

/// The rankings of an index.
struct ScoreTable: Wording {
  private let index: IndexScore
  private let names: [String: String]
  let language: Language
  let figures: Figures

  /// Rankings of an index whose units are among `units`.
  init(_ index: IndexScore, units: [UnitSummary], language: Language) {
    self.index = index
    self.language = language
    names = Dictionary(units.map { ($0.code, $0.name) }) { first, _ in first }
    figures = Figures(language: language)
  }

  /// Writes a table for each total.
  func write(_ paper: inout Paper) {
    for total in index.totals {
      paper.line(say(total.title))
      if !total.units.isEmpty { ranking(total, &paper) }
      if !total.absent.isEmpty {
        paper.line(say(ScoreWords.absent(total.absent.count, list(total.absent))))
      }
      paper.skip()
    }
  }

  private func ranking(_ total: TotalScore, _ paper: inout Paper) {
    let heads = [ScoreWords.rank, ScoreWords.points, ScoreWords.base, ScoreWords.share].map(say)
    paper.row(say(ScoreWords.unit), heads, cell: 15)
    for unit in total.units { write(unit, &paper) }
  }

  private func write(_ unit: UnitScore, _ paper: inout Paper) {
    let score = ScoreFigures(language)
    let cells = [score.rank(unit.rank)] + score.sums(unit)
    paper.row("\(names[unit.unit] ?? unit.unit) (\(unit.unit))", cells, cell: 15)
    if let reason = unit.unranked { paper.line(say(ScoreWords.unranked(reason)), indent: 4) }
  }

  private func list(_ codes: [String]) -> String {
    let shown = codes.prefix(5).map { names[$0] ?? $0 }
    return shown.joined(separator: ", ") + (codes.count > shown.count ? ", …" : "")
  }
}

/// How the points of an index are given.
private struct ScoreBasis: Wording {
  private let index: IndexScore
  let language: Language
  let figures: Figures

  init(_ index: IndexScore, language: Language) {
    self.index = index
    self.language = language
    figures = Figures(language: language)
  }

  func write(_ paper: inout Paper) {
    paper.skip()
    paper.line(say(ScoreWords.basis))
    let score = ScoreFigures(language)
    let left = index.groups.flatMap(\.criteria).filter { $0.notMeasured != nil }.map(\.maximum)
    if let sum = try? left.reduce(Rational.zero, { try $0.adding($1) }), sum > .zero {
      paper.line(say(ScoreWords.notMeasured(score.points(sum))))
    }
    for group in index.groups {
      paper.line(
        line(group.title, group.maximum, group.isBonus ? say(ScoreWords.bonus) : nil, group.origin))
      for criterion in group.criteria {
        let way = criterion.formula ?? criterion.notMeasured
        paper.line(line(criterion.title, criterion.maximum, way, criterion.origin), indent: 2)
      }
    }
    let origins = index.groups.map(\.origin) + index.groups.flatMap { $0.criteria.map(\.origin) }
    if origins.contains(where: \.isPractice) { paper.line(say(ScoreWords.practice)) }
  }

  private func line(
    _ title: Text, _ maximum: Rational?, _ way: String?, _ origin: IndexScore.OriginSummary
  ) -> String {
    let most = maximum.map { say(ScoreWords.maximum(ScoreFigures(language).points($0))) }
    let from = origin.isPractice ? "[T]" : origin.cite.map { "(\($0))" }
    let parts = [most, way].compactMap(\.self).joined(separator: "; ")
    return (["• " + say(title) + (parts.isEmpty ? "" : ": " + parts), from].compactMap(\.self))
      .joined(separator: " ")
  }
}
