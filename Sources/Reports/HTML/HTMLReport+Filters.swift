import Assessment
import Diagnostics

/// What narrows the page down. Without a script it does nothing and is not shown.
extension HTMLReport {
  func filters(_ page: inout HTML) {
    page.element(
      "search",
      [
        "class": "filters screen", "id": "filters", "hidden": "",
        "aria-label": word("filter.title"),
        "data-shown": word("filter.shown", "{0}", "{1}"),
        "data-none": word("filter.none"),
      ]
    ) { page in
      page.element("label", ["class": "query"]) { page in
        page.element("span", text: word("filter.search"))
        page.void(
          "input",
          [
            "type": "search", "name": "query", "autocomplete": "off",
            "placeholder": word("filter.search.hint"),
          ])
      }
      outcomes(&page)
      for (name, options) in choices where options.count > 1 {
        select(name, options, &page)
      }
      page.element("button", ["type": "button", "class": "reset"], text: word("filter.reset"))
      page.element("p", ["class": "count", "role": "status", "aria-live": "polite"], text: "")
    }
  }

  private func outcomes(_ page: inout HTML) {
    page.element("fieldset") { page in
      page.element("legend", text: word("filter.outcome"))
      for outcome in Verdict.Outcome.allCases
      where judged.contains(where: { $0.outcome == outcome }) {
        page.element("label", ["class": "choice"]) { page in
          page.void("input", ["type": "checkbox", "name": "outcome", "value": outcome.rawValue])
          mark(outcome, &page)
          page.text(say(Words.outcome(outcome)))
        }
      }
    }
  }

  private typealias Option = (value: String, text: String)

  private var choices: [(String, [Option])] {
    let levels = Set(assessment.units.map(\.level)).sorted()
    let groups = Set(judged.compactMap(\.group)).sorted()
    let severities = Set(judgedObligations.map(\.obligation.severity)).sorted(by: >)
    let used = Set(judgedObligations.map(\.obligation.directive))
    return [
      ("unit", assessment.units.map { ($0.code, $0.name) }),
      ("level", levels.map { ($0, level($0)) }),
      ("group", groups.map { ($0, $0) }),
      ("head", holders.map { ($0, $0) }),
      (
        "directive",
        assessment.directives.filter { used.contains($0.id) }.map { ($0.id, $0.number) }
      ),
      (
        "obligation",
        judgedObligations.map { (String($0.number), "\($0.number). " + say($0.obligation.title)) }
      ),
      ("severity", severities.map { ($0.rawValue, say(Words.severity($0))) }),
    ]
  }

  private var holders: [String] { Set(heads.compactMap(\.answer.holder)).sorted() }

  /// What a level is called; its code where the catalogue has no name.
  func level(_ code: String) -> String {
    let name = word("level." + code)
    return name.hasPrefix("level.") ? code : name
  }

  private func select(_ name: String, _ options: [Option], _ page: inout HTML) {
    page.element("label") { page in
      page.element("span", text: word("filter." + name))
      page.element("select", ["name": name]) { page in
        page.element("option", ["value": ""], text: word("filter.all"))
        for option in options {
          page.element("option", ["value": option.value], text: option.text)
        }
      }
    }
  }
}
