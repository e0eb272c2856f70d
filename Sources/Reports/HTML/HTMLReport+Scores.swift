import Assessment
import Diagnostics

/// The indexes: ranks and points of the units, and how points are given.
extension HTMLReport {
  /// Whether any index was worked out.
  var hasScores: Bool { assessment.scores?.isEmpty == false }

  func scores(_ page: inout HTML) {
    guard let indexes = assessment.scores, hasScores else { return }
    section("scores", annex: "VI", &page) { page in
      page.element("p", text: say(ScoreWords.scale))
      for index in indexes { score(index, &page) }
    }
  }

  private func score(_ index: IndexScore, _ page: inout HTML) {
    let number = directives[index.directive].map { " (\($0.number))" } ?? ""
    page.element("h3", text: say(index.title) + number)
    for total in index.totals {
      page.element("h4", text: say(total.title))
      if !total.units.isEmpty { ranking(total, &page) }
      if !total.absent.isEmpty {
        let names = total.absent.map { units[$0]?.name ?? $0 }.joined(separator: ", ")
        page.element("p", text: say(ScoreWords.absent(total.absent.count, names)))
      }
    }
    page.element("h4", text: say(ScoreWords.criteria))
    criteria(index, &page)
  }

  private func ranking(_ total: TotalScore, _ page: inout HTML) {
    let words = [
      ScoreWords.unit, ScoreWords.rank, ScoreWords.points, ScoreWords.base, ScoreWords.share,
    ]
    table(["ranking"], words.map(say), &page) { page in
      for unit in total.units { row(unit, &page) }
    }
  }

  private func row(_ unit: UnitScore, _ page: inout HTML) {
    let score = ScoreFigures(language)
    page.element("tr", ["data-u": unit.unit]) { page in
      page.element("th", ["scope": "row"]) { page in
        page.text(units[unit.unit]?.name ?? unit.unit)
        if let reason = unit.unranked {
          page.element("small", text: say(ScoreWords.unranked(reason)))
        }
      }
      for cell in [score.rank(unit.rank)] + score.sums(unit) {
        page.element("td", ["class": "count"], text: cell)
      }
    }
  }

  private func criteria(_ index: IndexScore, _ page: inout HTML) {
    let words = [
      ScoreWords.criterion, ScoreWords.most, ScoreWords.formula, ScoreWords.origin,
    ]
    table(["criteria"], words.map(say), &page) { page in
      for group in index.groups {
        part(
          group.title, group.maximum.map(ScoreFigures(language).points),
          group.isBonus ? say(ScoreWords.bonus) : "", group.origin, &page)
        for criterion in group.criteria {
          part(
            criterion.title, ScoreFigures(language).points(criterion.maximum),
            criterion.formula ?? criterion.notMeasured ?? "", criterion.origin, isInner: true, &page
          )
        }
      }
    }
  }

  private func part(
    _ title: Text, _ most: String?, _ way: String, _ origin: IndexScore.OriginSummary,
    isInner: Bool = false, _ page: inout HTML
  ) {
    page.element("tr", ["class": isInner ? nil : "group"]) { page in
      page.element("th", ["scope": "row"], text: say(title))
      page.element("td", ["class": "count"], text: most ?? "")
      page.element("td", text: way)
      let from = origin.isPractice ? say(ScoreWords.practice) : origin.cite
      page.element("td", text: from ?? "")
    }
  }
}
