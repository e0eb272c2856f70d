import Assessment
import Diagnostics

/// What is wrong with the data, how far longer periods stand, the basis, and what it all was made from.
extension HTMLReport {
  /// How many places of each kind of defect are shown: enough to find the cause by.
  private var shownPlaces: Int { assessment.only == .data ? 200 : 50 }

  func data(_ page: inout HTML) {
    section("data", annex: "IV", &page) { page in
      findingTable(&page)
      faults(&page)
      let total = assessment.defects.reduce(0) { $0 + $1.count }
      page.element("h3", text: say(Words.defects(figures.count(total))))
      let places = Dictionary(grouping: assessment.places.defects, by: Kind.init)
      for count in assessment.defects {
        defects(places[Kind(count)] ?? [], of: count.count, &page)
      }
      remarks(&page)
    }
  }

  /// What defects are counted by.
  private struct Kind: Hashable {
    let kind: String
    let dataset: String?
    let column: String?

    init(_ count: DefectCount) {
      (kind, dataset, column) = (count.kind, count.dataset, count.column)
    }

    init(_ defect: Places.Defect) {
      (kind, dataset, column) = (defect.kind, defect.dataset, defect.column)
    }
  }

  private func findingTable(_ page: inout HTML) {
    if assessment.findings.isEmpty { return }
    table(["findings"], [word("filter.severity"), word("column.finding")], &page) { page in
      for finding in assessment.findings {
        page.element("tr", ["data-u": finding.unit]) { page in
          page.element(
            "td", text: finding.severity.map { say(Words.severity($0)) } ?? word("data.shown-only"))
          page.element("td", text: say(finding.message))
        }
      }
    }
  }

  private func faults(_ page: inout HTML) {
    if assessment.ruleFaults.isEmpty { return }
    page.element("ul", ["class": "faults"]) { page in
      for fault in assessment.ruleFaults {
        page.element("li", text: say(Words.fault(fault.rule, fault.message, fault.count)))
      }
    }
  }

  private func remarks(_ page: inout HTML) {
    let remarks = assessment.places.defects.filter {
      Places.Defect.remarkKinds.contains($0.kind)
    }
    if remarks.isEmpty { return }
    page.element("h3", text: word("data.remarks"))
    defects(remarks, of: remarks.count, &page)
  }

  private func defects(_ defects: [Places.Defect], of count: Int, _ page: inout HTML) {
    guard let first = defects.first else { return }
    page.element("details", ["class": "defects"]) { page in
      page.element("summary") { page in
        page.element("b", text: figures.count(count))
        page.text(
          " "
            + [first.dataset, first.column, first.code].compactMap(\.self).joined(separator: " · "))
        page.element("span", ["class": "gist"], text: say(first.message))
      }
      table(
        ["places"], [word("column.file"), word("column.line"), word("column.finding")], &page
      ) { page in
        for defect in defects.prefix(shownPlaces) { row(defect, &page) }
      }
      if count > shownPlaces {
        page.element(
          "p", ["class": "more"],
          text: say(Words.moreOfTheKind(figures.count(count - shownPlaces))))
      }
    }
  }

  private func row(_ defect: Places.Defect, _ page: inout HTML) {
    page.element("tr") { page in
      page.element("td", text: defect.file)
      page.element("td", ["class": "count"], text: defect.line.map(String.init) ?? "")
      page.element("td") { page in
        page.text(say(defect.message))
        if let hint = defect.hint { page.element("small", text: say(hint)) }
      }
    }
  }

  // MARK: - Longer periods

  func toDate(_ page: inout HTML) {
    let verdicts = assessment.verdicts.filter { $0.outcome == .toDate }
    if verdicts.isEmpty { return }
    section("to-date", &page) { page in
      page.element("p", ["class": "hint"], text: say(Words.notJudged))
      table(
        ["to-date"],
        [
          word("column.unit"), word("column.obligation"), say(Words.result), say(Words.target),
          word("column.missing-months"),
        ], &page
      ) { page in
        for verdict in verdicts { row(toDate: verdict, &page) }
      }
    }
  }

  private func row(toDate verdict: Verdict, _ page: inout HTML) {
    let kind = obligations[verdict.obligation]?.measure ?? .share
    page.element("tr", ["data-u": verdict.unit]) { page in
      page.element("th", ["scope": "row"], text: units[verdict.unit]?.name ?? verdict.unit)
      page.element("td", text: title(verdict))
      page.element("td", text: measure(verdict))
      page.element(
        "td", text: verdict.target.map { "\(limit($0, kind)) (\($0.cite))" } ?? "")
      page.element("td", text: verdict.missingMonths.map(months) ?? "")
    }
  }

  // MARK: - Basis and manifest

  func basis(_ page: inout HTML) {
    section("basis", &page) { page in
      page.element("ul") { page in
        for directive in assessment.directives {
          page.element("li") { page in
            page.text("\(document.basis(directive)) [\(directive.confidence)]")
            if let source = directive.source {
              page.element("small", text: word("source", source))
            }
          }
        }
        for newer in assessment.obligations {
          for older in newer.replaces ?? [] {
            page.element("li", text: replaces(newer, older))
          }
        }
      }
      page.element("p", ["class": "hint"], text: say(Words.legend))
    }
  }

  private func replaces(_ newer: ObligationSummary, _ older: Replacement) -> String {
    let words = Words.replaces(
      say(older.title), older.document, say(newer.title), figures.date(older.from))
    return say(words) + reason(older)
  }

  func manifest(_ page: inout HTML) {
    section("manifest", annex: assessment.only == .data ? "I" : "V", &page) { page in
      page.element("p", text: word("manifest.hint"))
      page.element("dl", ["class": "options"]) { page in
        page.element("dt", text: word("manifest.tool"))
        page.element("dd", text: assessment.manifest.tool)
        for option in assessment.manifest.options.sorted(by: { $0.key < $1.key }) {
          page.element("dt", text: option.key)
          page.element("dd", text: option.value)
        }
      }
      page.element("details") { page in
        let inputs = assessment.manifest.inputs
        page.element("summary", text: word("manifest.inputs", figures.count(inputs.count)))
        table(
          ["inputs"],
          [
            word("column.role"), word("column.file"), word("column.records"),
            word("column.snapshot"), "SHA-256",
          ], &page
        ) { page in
          for input in inputs { row(input, &page) }
        }
      }
    }
  }

  private func row(_ input: Manifest.Input, _ page: inout HTML) {
    page.element("tr") { page in
      page.element("td", text: input.role)
      page.element("td", text: input.path)
      page.element("td", ["class": "count"], text: input.records.map(figures.count) ?? "")
      page.element("td", text: input.snapshot.map(figures.date) ?? "")
      page.element("td") { $0.element("code", text: input.sha256) }
    }
  }
}
