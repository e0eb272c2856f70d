import Assessment
import Diagnostics

/// All verdicts, a row each, in the order of the assessment.
struct VerdictTable: ReportTable, AssessmentWording {
  let assessment: Assessment
  let language: Language
  let figures: Figures
  private let index: ReportIndex
  var obligations: [String: ObligationSummary] { index.obligations }

  init(_ assessment: Assessment, _ language: Language) {
    (self.assessment, self.language) = (assessment, language)
    figures = Figures(language: language)
    index = ReportIndex(assessment)
  }

  let columns: [TableColumn] = [
    TableColumn("number", TableWords.number, width: 34),
    TableColumn("unit", TableWords.unit), TableColumn("unit_name", TableWords.unitName, width: 34),
    TableColumn("level", TableWords.level, width: 9),
    TableColumn("directive", TableWords.directive, width: 18),
    TableColumn("obligation", TableWords.obligation, width: 24),
    TableColumn("title", TableWords.title, width: 48),
    TableColumn("group", TableWords.group, width: 12),
    TableColumn("period", TableWords.period, width: 10),
    TableColumn("outcome", TableWords.outcome, width: 18),
    TableColumn("reason", TableWords.reason, width: 24),
    TableColumn("severity", TableWords.severity, width: 12),
    TableColumn("measured", TableWords.measured, width: 12, .number),
    TableColumn("numerator", TableWords.numerator, width: 10, .number),
    TableColumn("denominator", TableWords.denominator, width: 10, .number),
    TableColumn("low", TableWords.low, width: 12, .number),
    TableColumn("high", TableWords.high, width: 12, .number),
    TableColumn("target", TableWords.target, width: 22),
    TableColumn("target_cite", TableWords.targetCite, width: 22),
    TableColumn("shortfall", TableWords.shortfall, width: 12, .count),
    TableColumn("passed", TableWords.passed, width: 10, .count),
    TableColumn("failed", TableWords.failed, width: 10, .count),
    TableColumn("not_due", TableWords.notDue, width: 10, .count),
    TableColumn("unknown", TableWords.unknown, width: 10, .count),
    TableColumn("subject_to", TableWords.subjectTo, width: 14, .count),
    TableColumn("duty", TableWords.duty, width: 40),
    TableColumn("binding", TableWords.binding, width: 24),
    TableColumn("answers", TableWords.answers, width: 40),
    TableColumn("waivers", TableWords.waivers, width: 18),
  ]

  func forEachRow(_ body: ([TableCell]) throws -> Void) throws {
    for verdict in assessment.verdicts { try body(row(verdict)) }
  }

  private func row(_ verdict: Verdict) -> [TableCell] {
    names(verdict) + numbers(verdict) + sources(verdict)
  }

  private func names(_ verdict: Verdict) -> [TableCell] {
    let severity = index.severity(verdict)
    return [
      .text(verdict.number), .text(verdict.unit), .text(index.unit(verdict.unit)),
      .optional(index.level(verdict.unit)), .optional(index.directive(verdict)?.number),
      .text(verdict.obligation), .optional(index.obligation(verdict).map { say($0.title) }),
      .optional(verdict.group), .text(verdict.period),
      .word(code: verdict.outcome.rawValue, Words.outcome(verdict.outcome)),
      verdict.reason.map { .word(code: $0.rawValue, Words.reason($0)) } ?? .empty,
      .word(code: severity.rawValue, Words.severity(severity)),
    ]
  }

  private func numbers(_ verdict: Verdict) -> [TableCell] {
    let kind = index.measure(verdict)
    let isShare = kind.isPercentage
    let counts = verdict.counts
    return [
      .measure(verdict.measured?.value, isShare: isShare),
      .measure(verdict.measured?.numerator, isShare: false),
      .measure(verdict.measured?.denominator, isShare: false),
      .measure(verdict.bounds.low, isShare: isShare),
      .measure(verdict.bounds.high, isShare: isShare),
      .optional(verdict.target.map { limit($0, kind) }), .optional(verdict.target?.cite),
      .optional(count: verdict.shortfall), .count(counts.passed), .count(counts.failed),
      .count(counts.notDue), .count(counts.unknown), .optional(count: verdict.subjectTo),
    ]
  }

  private func sources(_ verdict: Verdict) -> [TableCell] {
    let obligation = index.obligation(verdict)
    let documents = verdict.waived?.waivers.map(\.document) ?? []
    return [
      .optional(obligation.map { cite($0.duty, $0.directive) }),
      .optional(obligation.map { cite($0.binding, nil) }),
      .optional(joined(verdict.answers.map(person))), .optional(joined(documents)),
    ]
  }

  private func joined(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: "; ")
  }
}
