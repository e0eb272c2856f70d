import Assessment
import Diagnostics

/// Every unit: what is violated or open in full, the rest in a table.
extension HTMLReport {
  func unitSections(_ page: inout HTML) {
    let byUnit = Dictionary(grouping: judged, by: \.unit)
    let numbers = Dictionary(assessment.obligations.enumerated().map { ($1.id, $0 + 1) }) {
      first, _ in first
    }
    section("units", annex: "II", &page) { page in
      for unit in assessment.units {
        guard let verdicts = byUnit[unit.code] else { continue }
        self.unit(unit, verdicts.sorted(by: worstFirst), numbers, &page)
      }
    }
  }

  private func worstFirst(_ left: Verdict, _ right: Verdict) -> Bool {
    let ranks = (severity(left), severity(right))
    if left.outcome != right.outcome { return left.outcome < right.outcome }
    return ranks.0 != ranks.1 ? ranks.0 > ranks.1 : left.number < right.number
  }

  private func severity(_ verdict: Verdict) -> Severity {
    obligations[verdict.obligation]?.severity ?? .low
  }

  private func unit(
    _ unit: UnitSummary, _ verdicts: [Verdict], _ numbers: [String: Int], _ page: inout HTML
  ) {
    let shown = verdicts.filter(isShownInFull)
    page.element(
      "section",
      [
        "class": "unit", "id": Anchor.unit(unit.code), "data-u": unit.code,
        "data-level": unit.level,
      ]
    ) { page in
      page.element("h3") { page in
        page.text(unit.name + " ")
        page.element("code", text: unit.code)
      }
      page.element("p", ["class": "tally"], text: tally(verdicts))
      for verdict in shown { card(verdict, numbers[verdict.obligation] ?? 0, &page) }
      others(verdicts.filter { !isShownInFull($0) }, numbers, &page)
    }
  }

  /// Violations, open questions, and whatever a waiver or an unassigned record touches: nothing is hidden.
  private func isShownInFull(_ verdict: Verdict) -> Bool {
    verdict.outcome <= .undetermined || verdict.waived != nil || verdict.subjectTo != nil
      || !verdict.parts.isEmpty || verdict.replacedBy != nil
  }

  private func others(_ verdicts: [Verdict], _ numbers: [String: Int], _ page: inout HTML) {
    if verdicts.isEmpty { return }
    page.element("details", ["class": "others"]) { page in
      page.element("summary", text: word("unit.others", figures.count(verdicts.count)))
      table(
        ["verdicts"],
        [
          word("column.result"), word("column.obligation"), say(Words.result), say(Words.target),
        ], &page
      ) { page in
        for verdict in verdicts { row(verdict, numbers[verdict.obligation] ?? 0, &page) }
      }
    }
  }

  private func row(_ verdict: Verdict, _ number: Int, _ page: inout HTML) {
    page.element(
      "tr",
      [
        "id": Anchor.verdict(verdict.number), "class": verdict.outcome.rawValue,
        "data-o": String(number), "data-g": verdict.group,
      ]
    ) { page in
      page.element("td", ["class": "outcome"]) { page in
        mark(verdict.outcome, &page)
        page.text(say(Words.outcome(verdict.outcome)))
      }
      page.element("th", ["scope": "row"], text: title(verdict))
      page.element("td", text: measure(verdict))
      page.element("td", text: verdict.target.map { target($0, verdict) } ?? "")
    }
  }

  /// The title of the obligation, with the group and the period where they are not those of all others.
  func title(_ verdict: Verdict) -> String {
    let title = obligations[verdict.obligation].map { say($0.title) } ?? verdict.obligation
    let period = verdict.period == assessment.period ? nil : figures.period(verdict.period)
    return [title, verdict.group, period].compactMap(\.self).joined(separator: " – ")
  }
}
