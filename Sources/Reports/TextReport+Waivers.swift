import Assessment
import Diagnostics

/// What waivers set apart, under its verdict.
extension TextReport {
  /// The outcome in capitals; a waived one with the numbers of its documents.
  func words(of verdict: Verdict) -> String {
    guard verdict.outcome == .waived, let waived = verdict.waived else {
      return say(Words.outcome(verdict.outcome)).uppercased()
    }
    let documents = Set(waived.waivers.map(\.document)).sorted().joined(separator: ", ")
    return say(Words.waivedUnder("")).uppercased() + documents
  }

  /// The documents, how much they set apart, and what it would be without them.
  func waived(_ verdict: Verdict) -> [String] {
    guard let waived = verdict.waived else { return [] }
    let records = figures.count(waived.counts.total)
    return waived.waivers.map(document)
      + [
        field(Words.setApart, say(Words.cases(records, own(waived.counts)))),
        field(Words.counted, counted(waived.counted, verdict)),
      ]
  }

  /// The records set apart that would prove a violation.
  func waivedEvidence(_ verdict: Verdict, _ paper: inout Paper) {
    guard let evidence = verdict.waived?.evidence, evidence.total > 0 else { return }
    paper.line(field(Words.waivedRecords, figures.count(evidence.total)), indent: 6)
    for record in evidence.records.prefix(shownRecords) {
      paper.line("– \(describe(record))", indent: 8)
    }
    rest(evidence, &paper)
  }

  private func document(_ waiver: Verdict.AppliedWaiver) -> String {
    let days = say(Words.since(figures.date(waiver.from), figures.date(waiver.until)))
    return say(Words.waivedUnder(waiver.document))
      + " (\(waiver.approver); \(days)): \(waiver.reason)"
  }

  private func own(_ counts: Verdict.Counts) -> String {
    let parts: [(Int, Text)] = [
      (counts.passed, Words.outcome(.met)), (counts.failed, Words.outcome(.violated)),
    ]
    let known = parts.filter { $0.0 > 0 }.map {
      "\(say($0.1).lowercased()) \(figures.count($0.0))"
    }
    let open = [
      counts.notDue > 0 ? say(Words.notDue(figures.count(counts.notDue))) : nil,
      counts.unknown > 0 ? say(Words.unknown(figures.count(counts.unknown))) : nil,
    ].compactMap { $0 }
    return (known + open).joined(separator: ", ")
  }

  private func counted(_ part: Verdict.Part, _ verdict: Verdict) -> String {
    let kind = obligations[verdict.obligation]?.measure ?? .share
    return "\(say(Words.outcome(part.outcome)).lowercased()), "
      + (part.measured.map { fraction($0, kind) } ?? say(Words.none))
  }
}
