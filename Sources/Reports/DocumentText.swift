import Assessment
import Diagnostics

/// What administrative documents on an assessment say (Nghị định 30/2020/NĐ-CP, Điều 8), line by line.
struct DocumentText: AssessmentWording {
  let content: ReportContent
  let index: ReportIndex
  let figures: Figures
  /// All verdicts but those of periods that have not ended.
  let judged: [Verdict]

  init(_ content: ReportContent) {
    self.content = content
    index = ReportIndex(content.assessment)
    figures = Figures(language: content.language)
    judged = content.assessment.verdicts.filter { $0.outcome != .toDate }
  }

  var assessment: Assessment { content.assessment }
  var language: Language { content.language }
  var obligations: [String: ObligationSummary] { index.obligations }
  var letterhead: Letterhead { content.letterhead }
  var period: String { figures.period(assessment.period) }

  // MARK: - Around the text

  /// `Hà Nội, ngày 05 tháng 10 năm 2025`, dots for what is not given.
  var dateLine: String {
    let place = letterhead.place ?? word("document.place.blank")
    let parts = letterhead.date?.split(separator: "-").map(String.init) ?? []
    guard parts.count == 3 else { return word("document.date.blank", place) }
    return word("document.date", place, parts[2], parts[1], parts[0])
  }

  var number: String { word("document.number", letterhead.number ?? word("document.number.blank")) }

  var recipients: [String] {
    letterhead.recipients.isEmpty
      ? [word("document.recipients.blank"), word("document.file")] : letterhead.recipients
  }

  /// The last day for explanations, dots where it is not given.
  var answerBy: String { letterhead.answerBy.map(figures.date) ?? word("document.day.blank") }

  /// `63/2010/NĐ-CP – Kiểm soát thủ tục hành chính (Chính phủ)`.
  func basis(_ directive: DirectiveSummary) -> String {
    "\(directive.number) – \(say(directive.title)) (\(directive.issuer))"
  }

  // MARK: - Lines

  /// The period, the moment, what was looked at.
  var scope: [String] {
    let exports = assessment.manifest.inputs.filter { $0.role == "exports" }
    let records = exports.reduce(0) { $0 + ($1.records ?? 0) }
    return [
      word("document.period", period),
      field(Words.asOf, "\(figures.date(assessment.asOf)) (\(assessment.zone))."),
      word(
        "document.units", figures.count(Set(judged.map(\.unit)).count),
        figures.count(Set(judged.map(\.obligation)).count)),
      word("document.sources", figures.count(exports.count), figures.count(records)),
      say(assessment.notice),
    ]
  }

  /// What is wrong, in sentences.
  var shortcomings: [String] {
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

  /// What is asked of whom, and by when.
  var proposals: [String] {
    let isViolated = judged.contains { $0.outcome == .violated }
    let isOpen = judged.contains { $0.outcome == .undetermined } || !assessment.defects.isEmpty
    return [
      isViolated ? word("document.propose.explain", answerBy) : nil,
      isOpen ? word("document.propose.repair", answerBy) : nil,
      assessment.status == .provisional ? word("document.propose.final") : nil,
    ].compactMap(\.self)
  }

  /// How many verdicts of each outcome an obligation has; the outcomes that there are.
  var tallies: (head: [String], rows: [[String]]) {
    let outcomes = Verdict.Outcome.allCases.filter { outcome in
      judged.contains { $0.outcome == outcome }
    }
    let byObligation = Dictionary(grouping: judged, by: \.obligation)
    let rows = assessment.obligations.compactMap { obligation in
      byObligation[obligation.id].map { own in
        [say(obligation.title)]
          + outcomes.map { outcome in
            let count = own.count { $0.outcome == outcome }
            return count == 0 ? "–" : figures.count(count)
          }
      }
    }
    return ([say(Words.obligations)] + outcomes.map { say(Words.outcome($0)) }, rows)
  }
}
