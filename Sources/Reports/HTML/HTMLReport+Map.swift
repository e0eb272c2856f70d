import Assessment
import Diagnostics

/// The map of units and obligations, which shows verdicts and distances at a glance.
extension HTMLReport {
  func map(_ page: inout HTML) {
    section("map", annex: "I", &page) { page in
      page.element("p", ["class": "hint screen"], text: word("map.hint"))
      legend(&page)
      page.element(
        "div",
        [
          "class": "scroll map-scroll", "tabindex": "0", "role": "group",
          "aria-label": word("section.map"),
        ]
      ) { page in
        page.element("table", ["class": "map"]) { page in
          mapHead(&page)
          page.element("tbody", [:], mapRows)
        }
      }
      mapColumns(&page)
    }
  }

  private func legend(_ page: inout HTML) {
    page.element("ul", ["class": "legend"]) { page in
      if judged.contains(where: { $0.outcome == .violated }) {
        for step in 1...3 {
          swatch(.violated, " step\(step)", word("map.step.\(step)"), &page)
        }
      }
      for outcome in Verdict.Outcome.allCases
      where outcome != .violated && judged.contains(where: { $0.outcome == outcome }) {
        swatch(outcome, "", say(Words.outcome(outcome)), &page)
      }
      page.element("li", text: word("map.empty"))
    }
  }

  private func swatch(
    _ outcome: Verdict.Outcome, _ step: String, _ words: String, _ page: inout HTML
  ) {
    page.element("li") { page in
      page.element("span", ["class": "swatch " + outcome.rawValue + step]) { mark(outcome, &$0) }
      page.text(words)
    }
  }

  /// The obligations that have a verdict, with their number in the report.
  var judgedObligations: [(number: Int, obligation: ObligationSummary)] {
    let ids = Set(judged.map(\.obligation))
    return assessment.obligations.enumerated().filter { ids.contains($0.element.id) }
      .map { ($0.offset + 1, $0.element) }
  }

  private func mapHead(_ page: inout HTML) {
    page.element("thead") { page in
      page.element("tr") { page in
        page.element("th", ["scope": "col", "class": "corner"], text: word("column.unit"))
        for (number, obligation) in judgedObligations {
          page.element(
            "th",
            [
              "scope": "col", "data-o": String(number), "data-d": obligation.directive,
              "data-s": obligation.severity.rawValue, "title": say(obligation.title),
            ]
          ) { page in
            page.element("b", text: String(number))
            page.element("span", text: say(obligation.title))
          }
        }
      }
    }
  }

  private func mapRows(_ page: inout HTML) {
    let columns = judgedObligations
    let byUnit = Dictionary(grouping: judged, by: \.unit)
    for unit in assessment.units {
      guard let own = byUnit[unit.code] else { continue }
      let verdicts = Dictionary(grouping: own, by: \.obligation)
      page.element("tr", ["data-u": unit.code]) { page in
        page.element("th", ["scope": "row"]) { page in
          page.element("a", ["href": "#" + Anchor.unit(unit.code)], text: unit.name)
        }
        for (_, obligation) in columns { cell(verdicts[obligation.id] ?? [], obligation, &page) }
      }
    }
  }

  /// The worst verdict of a unit and an obligation; how many there are where it is one of several.
  private func cell(_ verdicts: [Verdict], _ obligation: ObligationSummary, _ page: inout HTML) {
    guard let worst = verdicts.min(by: { $0.outcome < $1.outcome }) else {
      page.element("td") { _ in }
      return
    }
    let distance = Distance(worst, obligation.measure, figures)
    let step = distance.map { " step\($0.step)" } ?? ""
    page.element("td", ["class": worst.outcome.rawValue + step]) { page in
      page.element(
        "a",
        [
          "href": "#" + Anchor.verdict(worst.number),
          "aria-label": [say(Words.outcome(worst.outcome)), distance?.text].compactMap(\.self)
            .joined(separator: " "),
        ]
      ) { page in
        page.text(worst.outcome.mark)
        if let distance { page.element("small", text: distance.text) }
        if verdicts.count > 1 { page.element("sup", text: String(verdicts.count)) }
      }
    }
  }

  /// On paper columns have numbers alone; this says what they are.
  private func mapColumns(_ page: inout HTML) {
    page.element("ol", ["class": "paper map-columns"]) { page in
      for (number, obligation) in judgedObligations {
        page.element("li", ["value": String(number)], text: say(obligation.title))
      }
    }
  }
}
