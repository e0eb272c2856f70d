import Assessment
import Diagnostics

/// The report for a terminal: summary, then by unit, then by head.
package struct TextReport: AssessmentWording, Sendable {
  let assessment: Assessment
  let language: Language
  let colour: Bool
  let width: Int
  let figures: Figures
  /// How many records are shown under a verdict; all are in the JSON.
  let shownRecords = 5
  let units: [String: UnitSummary]
  let obligations: [String: ObligationSummary]
  /// All verdicts but those of periods that have not ended.
  let judged: [Verdict]

  /// A report of `assessment`, in lines of at most `width` cells.
  package init(_ assessment: Assessment, language: Language, colour: Bool = false, width: Int = 100)
  {
    self.assessment = assessment
    self.language = language
    self.colour = colour
    self.width = max(60, width)
    figures = Figures(language: language)
    judged = assessment.verdicts.filter { $0.outcome != .toDate }
    units = Dictionary(assessment.units.map { ($0.code, $0) }) { first, _ in first }
    obligations = Dictionary(assessment.obligations.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The whole report.
  package func render() -> String {
    var paper = Paper(width: width)
    heading(&paper)
    if assessment.only == .data {
      data(&paper)
      read(&paper)
      return paper.text
    }
    summary(&paper)
    indexes(&paper)
    data(&paper)
    byUnit(&paper)
    byHead(&paper)
    toDate(&paper)
    basis(&paper)
    return paper.text
  }

  private func heading(_ paper: inout Paper) {
    let title = assessment.only == .data ? Words.dataTitle : Words.title
    paper.line("\(say(title)) \(say(Words.period(assessment.period, assessment.status)))")
    paper.line(field(Words.asOf, "\(figures.date(assessment.asOf)) (\(assessment.zone))"))
    paper.line(say(assessment.notice))
  }

  // MARK: - Summary

  private func summary(_ paper: inout Paper) {
    paper.heading(say(Words.summary))
    let counts = [
      field(Words.units, figures.count(Set(judged.map(\.unit)).count)),
      field(Words.obligations, figures.count(Set(judged.map(\.obligation)).count)),
      field(Words.verdicts, figures.count(judged.count)),
    ]
    paper.line(counts.joined(separator: " · "))
    paper.skip()
    let outcomes = shownOutcomes
    paper.row(say(Words.obligations), outcomes.map { say(Words.column($0)) }, cell: 10)
    let byObligation = Dictionary(grouping: judged, by: \.obligation)
    for obligation in assessment.obligations {
      guard let own = byObligation[obligation.id] else { continue }
      paper.row(say(obligation.title), outcomes.map { cell(own, $0) }, cell: 10)
    }
    paper.row(say(Words.total), outcomes.map { cell(judged, $0) }, cell: 10)
  }

  private var shownOutcomes: [Verdict.Outcome] {
    Verdict.Outcome.allCases.filter { outcome in
      ![.tooFewRecords, .waived, .toDate].contains(outcome)
        || judged.contains { $0.outcome == outcome }
    }
  }

  private func cell(_ verdicts: [Verdict], _ outcome: Verdict.Outcome) -> String {
    let count = verdicts.count { $0.outcome == outcome }
    return count == 0 ? "–" : figures.count(count)
  }

  // MARK: - Indexes

  /// The rankings; points unit by unit are what `tuanthu score` shows.
  private func indexes(_ paper: inout Paper) {
    for index in assessment.scores ?? [] {
      paper.heading("\(say(ScoreWords.indexes)): \(say(index.title))")
      ScoreTable(index, units: assessment.units, language: language).write(&paper)
      paper.line(say(ScoreWords.scale))
      paper.line(say(ScoreWords.details))
    }
  }

  // MARK: - Exports

  private func data(_ paper: inout Paper) {
    paper.heading(say(Words.data))
    for finding in assessment.findings {
      let mark = finding.severity.map { "[\(say(Words.severity($0)))] " } ?? ""
      paper.line("• \(mark)\(say(finding.message))")
    }
    for fault in assessment.ruleFaults {
      paper.line("• \(say(Words.fault(fault.rule, fault.message, fault.count)))")
    }
    defects(&paper)
  }

  private func basis(_ paper: inout Paper) {
    paper.heading(say(Words.basis))
    for directive in assessment.directives {
      paper.line(
        "• \(directive.number) – \(say(directive.title)) (\(directive.issuer)) [\(directive.confidence)]"
      )
    }
    replacements(&paper)
    unconfirmed(&paper)
    paper.line(say(Words.legend))
    paper.skip()
    paper.line(say(assessment.notice))
    paper.line(closing)
  }

  /// What the last line of a long report says once more.
  private var closing: String {
    let counts = [Verdict.Outcome.violated, .undetermined, .met].map { outcome in
      field(Words.outcome(outcome), figures.count(judged.count { $0.outcome == outcome }))
    }
    let defects = assessment.defects.reduce(0) { $0 + $1.count }
    return (counts + [say(Words.defects(figures.count(defects)))]).joined(separator: " · ")
  }

  /// The obligations that are judged only because somebody asked for them.
  private func unconfirmed(_ paper: inout Paper) {
    for obligation in assessment.obligations {
      guard let option = obligation.unconfirmed else { continue }
      paper.line("• \(say(obligation.title)): \(say(Words.unconfirmed(option)))")
    }
  }
}
