import Assessment
import Diagnostics

/// What waivers set apart, under its verdict.
extension TextReport {
  /// The records set apart that would prove a violation.
  func waivedEvidence(_ verdict: Verdict, _ paper: inout Paper) {
    guard let evidence = verdict.waived?.evidence, evidence.total > 0 else { return }
    paper.line(field(Words.waivedRecords, figures.count(evidence.total)), indent: 6)
    for record in evidence.records.prefix(shownRecords) {
      paper.line("– \(describe(record))", indent: 8)
    }
    rest(evidence, &paper)
  }
}
