import Assessment
import Diagnostics

/// A summary for a merge request or a page of a run: verdicts by obligation, then violations and open questions,
/// the worst first, as many as fit a comment.
struct MarkdownReport: Wording {
  /// How many characters a comment of GitHub holds, less what says that something was left out.
  static let commentLimit = 65_536 - 1_000

  let language: Language
  let figures: Figures
  private let assessment: Assessment
  private let judged: [Verdict]
  private let summary: VerdictSummary
  private let limit: Int

  /// - Parameter limit: how many characters there may be, apart from a last line.
  init(_ assessment: Assessment, _ language: Language, limit: Int = commentLimit) {
    (self.assessment, self.language, self.limit) = (assessment, language, limit)
    figures = Figures(language: language)
    judged = assessment.verdicts.filter { $0.outcome != .toDate }
    summary = VerdictSummary(assessment, language)
  }

  /// The whole text.
  var text: String {
    var paper = MarkdownText()
    let period = Words.period(assessment.period, assessment.status)
    paper.heading(2, "\(say(Words.title)) \(say(period))")
    paper.paragraph(field(Words.asOf, "\(figures.date(assessment.asOf)) (\(assessment.zone))"))
    paper.paragraph(tally)
    let tallies = MarkdownText.table(summaryHead, summaryRows)
    if paper.text.count + tallies.count <= limit { paper.add(tallies) }
    var left = limit - paper.text.count
    let open = table(worst, &left)
    let data = table(findings, &left)
    for part in [open, data] where part.written > 0 { paper.add(part.text) }
    let omitted = open.omitted + data.omitted
    if omitted > 0 { paper.paragraph(say(MachineTexts.omitted(figures.count(omitted)))) }
    paper.paragraph(say(assessment.notice))
    return paper.text
  }

  // MARK: - Verdicts

  private var outcomes: [Verdict.Outcome] {
    Verdict.Outcome.allCases.filter { outcome in judged.contains { $0.outcome == outcome } }
  }

  private var tally: String {
    let counts = outcomes.map { outcome in
      let count = judged.count { $0.outcome == outcome }
      return field(Words.outcome(outcome), figures.count(count))
    }
    let defects = assessment.defects.reduce(0) { $0 + $1.count }
    return (counts + [say(Words.defects(figures.count(defects)))]).joined(separator: " · ")
  }

  private var summaryHead: [String] {
    [say(Words.obligations)] + outcomes.map { say(Words.outcome($0)) }
  }

  private var summaryRows: [[String]] {
    let byObligation = Dictionary(grouping: judged, by: \.obligation)
    return assessment.obligations.compactMap { obligation in
      byObligation[obligation.id].map { own in
        [say(obligation.title)]
          + outcomes.map { outcome in
            let count = own.count { $0.outcome == outcome }
            return count == 0 ? "–" : figures.count(count)
          }
      }
    }
  }

  // MARK: - What is wrong

  private struct Table {
    let head: [String]
    let rows: [[String]]
  }

  private var worst: Table {
    let shown = judged.filter { $0.outcome <= .undetermined }
    let sorted = shown.sorted { left, right in
      let (first, second) = (summary.index.severity(left), summary.index.severity(right))
      if left.outcome != right.outcome { return left.outcome < right.outcome }
      return first != second ? first > second : left.number < right.number
    }
    let head = [
      TableWords.outcome, TableWords.severity, TableWords.unitName, TableWords.title, Words.result,
      Words.target, Words.duty, Words.answers,
    ]
    return Table(head: head.map(say), rows: sorted.map(row))
  }

  private func row(_ verdict: Verdict) -> [String] {
    let index = summary.index
    let reason = verdict.reason.map { summary.reason($0, verdict) }
    return [
      say(Words.outcome(verdict.outcome)), say(Words.severity(index.severity(verdict))),
      "\(index.unit(verdict.unit)) (\(verdict.unit))", summary.title(verdict),
      [summary.measure(verdict), reason].compactMap(\.self).joined(separator: "; "),
      summary.target(verdict) ?? "–", index.obligation(verdict).map(index.duty) ?? "–",
      summary.answers(verdict) ?? "–",
    ]
  }

  private var findings: Table {
    let shown = assessment.findings.filter { $0.severity != nil }
    return Table(
      head: [say(TableWords.severity), say(TableWords.message)],
      rows: shown.map { [$0.severity.map { say(Words.severity($0)) } ?? "", say($0.message)] })
  }

  /// As many rows as there is room for.
  private func table(_ table: Table, _ left: inout Int) -> (
    text: String, written: Int, omitted: Int
  ) {
    left -= MarkdownText.table(table.head, []).count
    let fitting = table.rows.prefix { row in
      left -= MarkdownText.row(row).count
      return left >= 0
    }
    return (
      MarkdownText.table(table.head, Array(fitting)), fitting.count,
      table.rows.count - fitting.count
    )
  }
}
