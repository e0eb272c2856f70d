import Assessment
import Diagnostics

/// One verdict in full: what was measured against what, by which text, who answers, which records prove it.
extension HTMLReport {
  func card(_ verdict: Verdict, _ number: Int, _ page: inout HTML) {
    page.element(
      "details",
      [
        "class": "verdict " + verdict.outcome.rawValue, "id": Anchor.verdict(verdict.number),
        "data-o": String(number), "data-g": verdict.group,
        "data-h": verdict.answers.compactMap(\.holder).joined(separator: "\n"),
      ]
    ) { page in
      page.element("summary") { page in
        page.element("span", ["class": "badge"]) { page in
          mark(verdict.outcome, &page)
          page.text(badge(verdict))
        }
        page.element("span", ["class": "title"], text: title(verdict))
        page.element("span", ["class": "gist"], text: gist(verdict))
      }
      facts(verdict, &page)
      if verdict.outcome == .violated { records(verdict.evidence, verdict, &page) }
      waivedRecords(verdict, &page)
      if verdict.outcome == .undetermined { unknown(verdict, &page) }
    }
  }

  /// The outcome; of a waived one with the documents.
  private func badge(_ verdict: Verdict) -> String {
    guard verdict.outcome == .waived, let waived = verdict.waived else {
      return say(Words.outcome(verdict.outcome))
    }
    let documents = Set(waived.waivers.map(\.document)).sorted().joined(separator: ", ")
    return say(Words.waivedUnder(documents))
  }

  /// The number and how far it is from enough, in a few words.
  private func gist(_ verdict: Verdict) -> String {
    let kind = obligations[verdict.obligation]?.measure ?? .share
    let short = verdict.shortfall.flatMap { shortfall in
      verdict.target.map {
        say(Words.missing(shortfall, $0.comparison.isShort(verdict.measured?.value)))
      }
    }
    let value = verdict.measured.map { fraction($0, kind) }
    return [value, short ?? verdict.reason.map { reason($0, verdict) }].compactMap(\.self)
      .joined(separator: " · ")
  }

  // MARK: - Facts

  private func facts(_ verdict: Verdict, _ page: inout HTML) {
    page.element("dl") { page in
      for fact in facts(verdict) {
        page.element("dt", text: fact.label)
        for words in fact.words { page.element("dd", text: words) }
      }
    }
  }

  private typealias Fact = (label: String, words: [String])

  private func facts(_ verdict: Verdict) -> [Fact] {
    let obligation = obligations[verdict.obligation]
    let kind = obligation?.measure ?? .share
    let facts: [Fact] = [
      (say(Words.result), [measure(verdict)] + verdict.parts.map { describe($0, kind) }),
      (say(Words.target), target(verdict)),
      (word("fact.reason"), verdict.reason.map { [reason($0, verdict)] } ?? []),
      (say(Words.days), verdict.window.map { [days($0)] } ?? []),
      (word("fact.caveat"), caveats(verdict)),
      (word("fact.waivers"), waived(verdict)),
      (say(Words.duty), obligation.map { sourced($0.duty, $0.directive) } ?? []),
      (say(Words.binding), obligation.map { sourced($0.binding, nil) } ?? []),
      (say(Words.answers), verdict.answers.map(answer)),
      (word("filter.severity"), obligation.map { [say(Words.severity($0.severity))] } ?? []),
      (say(Words.number), [verdict.number]),
    ]
    return facts.filter { !$0.words.isEmpty }
  }

  private func target(_ verdict: Verdict) -> [String] {
    guard verdict.parts.isEmpty, let target = verdict.target else { return [] }
    return [self.target(target, verdict), since(target)]
      + (target.source.map { [word("source", $0)] } ?? [])
  }

  private func caveats(_ verdict: Verdict) -> [String] {
    [verdict.subjectTo.map { say(Words.subject($0)) }, verdict.replacedBy.map(replaced)]
      .compactMap(\.self)
  }

  /// A citation, and where it was read.
  private func sourced(_ citation: CitationSummary, _ directive: String?) -> [String] {
    [cite(citation, directive)] + (citation.source.map { [word("source", $0)] } ?? [])
  }

  // MARK: - Records

  private func waivedRecords(_ verdict: Verdict, _ page: inout HTML) {
    guard let evidence = verdict.waived?.evidence, evidence.total > 0 else { return }
    page.element("h4", text: field(Words.waivedRecords, figures.count(evidence.total)))
    table(evidence, verdict, &page)
  }

  private func records(_ evidence: Evidence, _ verdict: Verdict, _ page: inout HTML) {
    guard evidence.total > 0 else { return }
    let label = verdict.counts.failed > 0 ? Words.records : Words.proofs
    page.element("h4", text: field(label, figures.count(evidence.total)))
    table(evidence, verdict, &page)
  }

  private func unknown(_ verdict: Verdict, _ page: inout HTML) {
    guard verdict.unknown.total > 0 else { return }
    page.element("h4", text: field(Words.repair, figures.count(verdict.unknown.total)))
    table(verdict.unknown, verdict, &page)
  }

  /// The records that the assessment names, with file and line; then how many more there are.
  private func table(_ evidence: Evidence, _ verdict: Verdict, _ page: inout HTML) {
    let obligation = obligations[verdict.obligation]
    let shape = RecordTable(
      evidence, places: assessment.places.records[obligation?.dataset ?? ""] ?? [:], self)
    if let duty = obligation?.duty, shape.hasDue {
      let cited = cite(duty, obligation?.directive)
      page.element("p", ["class": "hint"], text: word("records.due-by", cited))
    }
    if let file = shape.file {
      page.element("p", ["class": "hint"], text: word("records.file", file))
    }
    table(["records"], shape.columns, &page) { page in shape.rows(&page) }
    let more = evidence.total - evidence.records.count
    if more > 0 { page.element("p", ["class": "more"], text: say(Words.more(more))) }
  }
}
