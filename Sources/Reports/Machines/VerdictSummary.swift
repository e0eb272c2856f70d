import Assessment
import Diagnostics

/// Verdicts in a few lines each: measure, target, sources, who answers, and the first records.
struct VerdictSummary: AssessmentWording {
  /// How many records are named; all that are at hand stand in the workbook and the CSV.
  private static let shownRecords = 10

  let assessment: Assessment
  let language: Language
  let figures: Figures
  let index: ReportIndex
  var obligations: [String: ObligationSummary] { index.obligations }

  init(_ assessment: Assessment, _ language: Language) {
    (self.assessment, self.language) = (assessment, language)
    figures = Figures(language: language)
    index = ReportIndex(assessment)
  }

  /// What has to be done, with the group where there is one.
  func title(_ verdict: Verdict) -> String {
    let title = index.obligation(verdict).map { say($0.title) } ?? verdict.obligation
    return [title, verdict.group].compactMap(\.self).joined(separator: " – ")
  }

  /// `ít nhất 100% (15/CT-UBND); còn thiếu 5 trường hợp so với chỉ tiêu`.
  func target(_ verdict: Verdict) -> String? { verdict.target.map { target($0, verdict) } }

  /// The article of the duty, with the duty in a few words.
  func duty(_ verdict: Verdict) -> String? {
    index.obligation(verdict).map { cite($0.duty, $0.directive) }
  }

  /// Who answers.
  func answers(_ verdict: Verdict) -> String? {
    verdict.answers.isEmpty ? nil : verdict.answers.map(answer).joined(separator: "; ")
  }

  /// All of it, a line each.
  func lines(_ verdict: Verdict) -> [String] {
    let parts = verdict.parts.map { "– " + describe($0, index.measure(verdict)) }
    let labelled = [
      target(verdict).map { field(Words.target, $0) },
      verdict.reason.map { reason($0, verdict) },
      verdict.window.map { field(Words.days, days($0)) },
      verdict.replacedBy.map(replaced),
      verdict.subjectTo.map { say(Words.subject($0)) },
      duty(verdict).map { field(Words.duty, $0) },
      index.obligation(verdict).map { field(Words.binding, cite($0.binding, nil)) },
      answers(verdict).map { field(Words.answers, $0) },
      field(Words.number, verdict.number),
    ]
    return [field(Words.result, measure(verdict))] + parts + waived(verdict)
      + labelled.compactMap(\.self) + records(verdict)
  }

  /// The first records that prove it, or that must be repaired before anything can be said.
  private func records(_ verdict: Verdict) -> [String] {
    let isOpen = verdict.outcome == .undetermined
    let evidence = isOpen ? verdict.unknown : verdict.evidence
    guard evidence.total > 0 else { return [] }
    let label = isOpen ? Words.repair : verdict.counts.failed > 0 ? Words.records : Words.proofs
    let shown = evidence.records.prefix(Self.shownRecords)
    let rest = evidence.total - shown.count
    return [field(label, figures.count(evidence.total))] + shown.map { "– " + whole($0) }
      + (rest > 0 ? [say(Words.more(rest))] : [])
  }

  private func whole(_ record: EvidenceRecord) -> String {
    let columns = record.columns.joined(separator: ", ")
    return describe(record) + (columns.isEmpty ? "" : ": " + say(Words.columns(columns)))
  }
}
