import Assessment
import Diagnostics
import Numbers

extension TextReport {
  /// Every unit, its violations and open questions in full.
  func byUnit(_ paper: inout Paper) {
    paper.heading(say(Words.byUnit))
    let byUnit = Dictionary(grouping: judged, by: \.unit)
    for unit in assessment.units {
      guard let verdicts = byUnit[unit.code] else { continue }
      paper.line("\(unit.name) (\(unit.code)): \(tally(verdicts))")
      for verdict in verdicts.sorted(by: worstFirst) where isShown(verdict) {
        write(verdict, &paper)
      }
      let open = verdicts.count { !isShown($0) && $0.subjectTo != nil }
      if open > 0 { paper.line(say(Words.otherSubject(open)), indent: 2) }
    }
  }

  /// Violations, open questions, and whatever a waiver touches: nothing is hidden.
  private func isShown(_ verdict: Verdict) -> Bool {
    verdict.outcome <= .undetermined || verdict.waived != nil
  }

  private func worstFirst(_ left: Verdict, _ right: Verdict) -> Bool {
    let ranks = (severity(left), severity(right))
    if left.outcome != right.outcome { return left.outcome < right.outcome }
    return ranks.0 != ranks.1 ? ranks.0 > ranks.1 : left.number < right.number
  }

  private func severity(_ verdict: Verdict) -> Severity {
    obligations[verdict.obligation]?.severity ?? .low
  }

  private func write(_ verdict: Verdict, _ paper: inout Paper) {
    let obligation = obligations[verdict.obligation]
    let group = verdict.group.map { " – \($0)" } ?? ""
    paper.line(
      "\(badge(verdict)) \(obligation.map { say($0.title) } ?? "")\(group)", indent: 2)
    for line in details(verdict) { paper.line(line, indent: 6) }
    for record in verdict.evidence.records.prefix(shownRecords) {
      paper.line("– \(describe(record))", indent: 8)
    }
    rest(verdict.evidence, &paper)
    waivedEvidence(verdict, &paper)
    if verdict.outcome <= .undetermined { repair(verdict, &paper) }
  }

  private func details(_ verdict: Verdict) -> [String] {
    let obligation = obligations[verdict.obligation]
    let kind = obligation?.measure ?? .share
    let parts = verdict.parts.map { "– " + describe($0, kind) }
    return [field(Words.result, measure(verdict))] + parts + waived(verdict)
      + [
        verdict.parts.isEmpty
          ? verdict.target.map { field(Words.target, target($0, verdict)) } : nil,
        verdict.reason.map { reason($0, verdict) },
        verdict.window.map { field(Words.days, days($0)) },
        verdict.replacedBy.map(replaced),
        verdict.subjectTo.map { say(Words.subject($0)) },
        obligation.map { field(Words.duty, cite($0.duty, $0.directive)) },
        obligation.map { field(Words.binding, cite($0.binding, nil)) },
        obligation?.unconfirmed.map { say(Words.unconfirmed($0)) },
        verdict.answers.isEmpty
          ? nil : field(Words.answers, verdict.answers.map(answer).joined(separator: "; ")),
        field(Words.number, verdict.number),
        verdict.evidence.total == 0
          ? nil
          : field(
            verdict.counts.failed > 0 ? Words.records : Words.proofs,
            figures.count(verdict.evidence.total)),
      ].compactMap { $0 }
  }

  private func badge(_ verdict: Verdict) -> String {
    let words = "[\(words(of: verdict))]"
    guard colour else { return words }
    return "\u{1B}[\(verdict.outcome == .violated ? "31" : "33")m\(words)\u{1B}[0m"
  }

  func rest(_ evidence: Evidence, _ paper: inout Paper) {
    let shown = min(shownRecords, evidence.records.count)
    if evidence.total > shown { paper.line(say(Words.more(evidence.total - shown)), indent: 8) }
  }

  private func repair(_ verdict: Verdict, _ paper: inout Paper) {
    guard verdict.unknown.total > 0 else { return }
    paper.line(field(Words.repair, figures.count(verdict.unknown.total)), indent: 6)
    for record in verdict.unknown.records.prefix(shownRecords) {
      let columns = record.columns.joined(separator: ", ")
      paper.line(
        "– \(record.key)\(columns.isEmpty ? "" : ": " + say(Words.columns(columns)))", indent: 8)
    }
    rest(verdict.unknown, &paper)
  }
}

extension Comparison {
  /// Whether more is better.
  var isLower: Bool {
    switch self {
    case .atLeast, .moreThan, .between: true
    case .atMost, .lessThan: false
    }
  }

  /// Whether a value that does not fulfil it is too small, rather than too great.
  func isShort(_ value: Rational?) -> Bool {
    guard case .between(let low, _) = self, let value else { return isLower }
    return value < low
  }
}
