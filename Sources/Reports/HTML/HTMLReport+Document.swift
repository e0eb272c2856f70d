import Assessment
import Diagnostics

/// What makes the page an administrative document on paper (Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I);
/// on the screen it is not shown.
extension HTMLReport {
  private var letterhead: Letterhead { content.letterhead }

  /// Authority, country and motto, number, place and day, kind and subject.
  func documentHead(_ page: inout HTML) {
    page.element("div", ["class": "paper document-head"]) { page in
      officialHead(&page, number: letterhead.number ?? word("document.number.blank"))
      page.element("p", ["class": "kind"], text: word("document.kind"))
      let subject = assessment.only == .data ? "document.subject.data" : "document.subject"
      page.element("p", ["class": "subject"], text: word(subject, period))
    }
  }

  /// The two columns at the top of a document.
  func officialHead(_ page: inout HTML, number: String) {
    page.element("div", ["class": "official-head"]) { page in
      page.element("div") { page in
        page.element("p", text: letterhead.superior ?? word("document.superior.blank"))
        page.element("p", ["class": "issuer"]) { page in
          page.element("b", text: letterhead.issuer ?? word("document.issuer.blank"))
        }
        page.element("p", ["class": "number"], text: word("document.number", number))
      }
      page.element("div") { page in
        page.element("p", ["class": "country"]) { $0.element("b", text: word("document.country")) }
        page.element("p", ["class": "motto"]) { $0.element("b", text: word("document.motto")) }
        page.element("p", ["class": "date"]) { $0.element("i", text: dateLine) }
      }
    }
  }

  private var dateLine: String {
    let place = letterhead.place ?? word("document.place.blank")
    let parts = letterhead.date?.split(separator: "-").map(String.init) ?? []
    guard parts.count == 3 else { return word("document.date.blank", place) }
    return word("document.date", place, parts[2], parts[1], parts[0])
  }

  // MARK: - Body

  /// What stands before the results: the basis, the period, the sources.
  func opening(_ page: inout HTML) {
    page.element("div", ["class": "paper body"]) { page in
      page.element("h2", text: word("document.basis"))
      page.element("ul") { page in
        for directive in assessment.directives {
          page.element("li", text: shown(directive))
        }
      }
      page.element("h2", text: word("document.scope"))
      for line in scope { page.element("p", text: line) }
      page.element("h2", text: word("document.results"))
    }
  }

  /// `63/2010/NĐ-CP – Kiểm soát thủ tục hành chính (Chính phủ)`.
  func shown(_ directive: DirectiveSummary) -> String {
    "\(directive.number) – \(say(directive.title)) (\(directive.issuer))"
  }

  private var scope: [String] {
    let exports = assessment.manifest.inputs.filter { $0.role == "exports" }
    let records = exports.reduce(0) { $0 + ($1.records ?? 0) }
    return [
      word("document.period", period),
      asOf + ".",
      word(
        "document.units", figures.count(Set(judged.map(\.unit)).count),
        figures.count(Set(judged.map(\.obligation)).count)),
      word("document.sources", figures.count(exports.count), figures.count(records)),
      say(assessment.notice),
    ]
  }

  /// What stands after the results: what is wrong, what is proposed, who signs, who gets it.
  func closing(_ page: inout HTML) {
    page.element("div", ["class": "paper body"]) { page in
      page.element("h2", text: word("document.shortcomings"))
      for line in shortcomings { page.element("p", text: line) }
      page.element("h2", text: word("document.proposals"))
      for (number, line) in proposals.enumerated() {
        page.element("p", text: "\(number + 1). \(line)")
      }
      page.element("p", text: word("document.end"))
      signature(&page)
    }
  }

  private var shortcomings: [String] {
    let violated = judged.filter { $0.outcome == .violated }
    let undetermined = judged.count { $0.outcome == .undetermined }
    let defects = assessment.defects.reduce(0) { $0 + $1.count }
    let breaches = violated.reduce(0) { $0 + $1.evidence.total }
    return [
      violated.isEmpty
        ? word("document.none-violated")
        : word(
          "document.violated", figures.count(violated.count),
          figures.count(Set(violated.map(\.unit)).count), figures.count(breaches)),
      undetermined == 0 ? nil : word("document.undetermined", figures.count(undetermined)),
      defects == 0 ? nil : word("document.defects", figures.count(defects)),
    ].compactMap(\.self)
  }

  private var proposals: [String] {
    let day = letterhead.answerBy.map(figures.date) ?? word("document.day.blank")
    let isViolated = judged.contains { $0.outcome == .violated }
    let isOpen = judged.contains { $0.outcome == .undetermined } || !assessment.defects.isEmpty
    return [
      isViolated ? word("document.propose.explain", day) : nil,
      isOpen ? word("document.propose.repair", day) : nil,
      assessment.status == .provisional ? word("document.propose.final") : nil,
    ].compactMap(\.self)
  }

  /// Recipients on the left, the signature and the seal on the right.
  func signature(_ page: inout HTML) {
    page.element("div", ["class": "signature"]) { page in
      page.element("div", ["class": "recipients"]) { page in
        page.element("p") { $0.element("b", text: word("document.recipients")) }
        let recipients =
          letterhead.recipients.isEmpty
          ? [word("document.recipients.blank"), word("document.file")] : letterhead.recipients
        for recipient in recipients { page.element("p", text: "- " + recipient) }
      }
      page.element("div", ["class": "signer"]) { page in
        page.element("p") {
          $0.element("b", text: letterhead.post ?? word("document.post.blank"))
        }
        page.element("p", ["class": "seal"], text: word("document.seal"))
        page.element("p") { $0.element("b", text: letterhead.signer ?? " ") }
      }
    }
  }
}
