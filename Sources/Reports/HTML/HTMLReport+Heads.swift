import Assessment
import Diagnostics

/// Whoever answers: a table of posts, then a sheet for each, which on paper asks for an explanation.
extension HTMLReport {
  /// How many records a sheet names for each violation; all that are named stand in annex II.
  private var shownRecords: Int { 20 }

  func headSections(_ page: inout HTML) {
    section("heads", annex: "III", &page) { page in
      if heads.isEmpty {
        page.element("p", text: say(Words.worst))
        return
      }
      headTable(&page)
      for (number, head) in heads.enumerated() { sheet(head, number + 1, &page) }
    }
  }

  private func headTable(_ page: inout HTML) {
    table(
      ["heads"],
      [
        word("column.unit"), word("column.post"), word("column.holder"), word("column.held"),
        word("column.document"), word("column.outcome.violated"), word("column.breaches"),
      ], &page
    ) { page in
      for (number, head) in heads.enumerated() { row(head, number + 1, &page) }
    }
  }

  private func row(_ head: AnsweringHead, _ number: Int, _ page: inout HTML) {
    let answer = head.answer
    page.element("tr", ["data-u": head.unit]) { page in
      page.element("th", ["scope": "row"], text: name(head.unit))
      page.element("td", text: answer.post)
      page.element("td") { page in
        page.element("a", ["href": "#head-\(number)"], text: holder(answer))
      }
      page.element("td", text: held(answer))
      page.element("td", text: answer.document ?? "")
      page.element("td", ["class": "count"], text: figures.count(head.items.count))
      page.element("td", ["class": "count"], text: figures.count(head.failed))
    }
  }

  /// The holder, or why there is none.
  private func holder(_ answer: Answer) -> String {
    switch answer.state {
    case .vacant: say(Words.vacant)
    case .undated: say(Words.undated)
    case .noPost: say(Words.noPost)
    case .held: answer.holder ?? ""
    case .overlapping: "\(answer.holder ?? "") (\(say(Words.overlapping)))"
    }
  }

  private func held(_ answer: Answer) -> String {
    guard let from = answer.from else { return "" }
    let kind = say(Words.holding(answer.kind ?? "official"))
    return "\(kind), " + say(Words.since(figures.date(from), answer.until.map(figures.date)))
  }

  private func name(_ unit: String) -> String { units[unit]?.name ?? unit }

  // MARK: - Sheets

  private func sheet(_ head: AnsweringHead, _ number: Int, _ page: inout HTML) {
    page.element(
      "section",
      [
        "class": "head", "id": "head-\(number)", "data-u": head.unit, "data-h": head.answer.holder,
        "data-level": units[head.unit]?.level,
      ]
    ) { page in
      page.element("div", ["class": "paper"]) { page in
        officialHead(&page, number: word("document.number.blank"))
        page.element("p", ["class": "kind"], text: word("sheet.kind"))
        page.element("p", ["class": "subject"], text: word("sheet.subject", period))
        page.element(
          "p", ["class": "to"], text: word("sheet.to", person(head.answer), name(head.unit)))
        page.element("p", text: asOf + ". " + say(assessment.notice))
      }
      page.element("h3", ["class": "screen"], text: "\(person(head.answer)) – \(name(head.unit))")
      items(head, &page)
      page.element("div", ["class": "paper"]) { page in
        page.element("p", text: word("sheet.answer", document.answerBy))
        signature(&page)
      }
    }
  }

  private func items(_ head: AnsweringHead, _ page: inout HTML) {
    page.element("table", ["class": "items"]) { page in
      page.element("thead") { page in
        page.element("tr") { page in
          for column in ["column.number", "column.obligation", "column.own", "column.cases"] {
            page.element("th", ["scope": "col"], text: word(column))
          }
          page.element("th", ["scope": "col", "class": "paper"], text: word("column.explanation"))
        }
      }
      page.element("tbody") { page in
        for (number, item) in head.items.enumerated() {
          self.item(item.verdict, item.answer, number + 1, &page)
        }
      }
    }
  }

  private func item(
    _ verdict: Verdict, _ answer: Answer, _ number: Int, _ page: inout HTML
  ) {
    let obligation = obligations[verdict.obligation]
    page.element("tr") { page in
      page.element("td", ["class": "number"], text: String(number))
      page.element("th", ["scope": "row"]) { page in
        page.element("a", ["href": "#" + Anchor.verdict(verdict.number)], text: title(verdict))
        page.element("small", text: obligation.map { cite($0.duty, $0.directive) } ?? "")
      }
      page.element("td", text: part(answer))
      page.element("td") { page in cases(verdict, answer, &page) }
      page.element("td", ["class": "paper blank"]) { _ in }
    }
  }

  private func cases(_ verdict: Verdict, _ answer: Answer, _ page: inout HTML) {
    let shown = answer.breaches.prefix(shownRecords)
    let records = Dictionary(verdict.evidence.records.map { ($0.key, $0) }) { first, _ in first }
    if shown.isEmpty { return }
    page.element("ul") { page in
      for key in shown {
        page.element("li", text: records[key].map(describe) ?? key)
      }
    }
    let more = answer.counts.failed - shown.count
    if more > 0 { page.element("p", ["class": "more"], text: say(Words.more(more))) }
  }
}
