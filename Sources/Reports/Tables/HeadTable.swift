import Assessment
import Diagnostics
import Numbers

/// Who answers for violations: a row for each holder of a post and verdict.
struct HeadTable: ReportTable {
  private let language: Language
  private let heads: [AnsweringHead]
  private let index: ReportIndex

  init(_ assessment: Assessment, _ language: Language) {
    self.language = language
    heads = assessment.answeringHeads
    index = ReportIndex(assessment)
  }

  let columns: [TableColumn] = [
    TableColumn("unit", TableWords.unit), TableColumn("unit_name", TableWords.unitName, width: 34),
    TableColumn("post", TableWords.post, width: 24),
    TableColumn("holder", TableWords.holder, width: 26),
    TableColumn("state", TableWords.state, width: 16),
    TableColumn("held_as", TableWords.holding, width: 14),
    TableColumn("from", TableWords.from, width: 12),
    TableColumn("until", TableWords.until, width: 12),
    TableColumn("document", TableWords.document, width: 18),
    TableColumn("obligation", TableWords.obligation, width: 24),
    TableColumn("title", TableWords.title, width: 48),
    TableColumn("group", TableWords.group, width: 12),
    TableColumn("period", TableWords.period, width: 10),
    TableColumn("failed", TableWords.failed, width: 10, .count),
    TableColumn("passed", TableWords.passed, width: 10, .count),
    TableColumn("own_share", TableWords.share, width: 12, .number),
    TableColumn("records", TableWords.keys, width: 40),
    TableColumn("number", TableWords.number, width: 34),
  ]

  func forEachRow(_ body: ([TableCell]) throws -> Void) throws {
    for head in heads {
      for (verdict, answer) in head.items {
        try body(who(answer, verdict) + what(answer, verdict))
      }
    }
  }

  private func who(_ answer: Answer, _ verdict: Verdict) -> [TableCell] {
    [
      .text(verdict.unit), .text(index.unit(verdict.unit)), .text(answer.post),
      .optional(answer.holder), .word(code: answer.state.rawValue, Words.state(answer.state)),
      answer.kind.map { .word(code: $0, Words.holding($0)) } ?? .empty,
      .optional(time: answer.from), .optional(time: answer.until), .optional(answer.document),
    ]
  }

  private func what(_ answer: Answer, _ verdict: Verdict) -> [TableCell] {
    let keys = answer.breaches.joined(separator: "; ")
    return [
      .text(verdict.obligation), .optional(index.obligation(verdict)?.title.in(language)),
      .optional(verdict.group), .text(verdict.period), .count(answer.counts.failed),
      .count(answer.counts.passed),
      answer.counts.share.map(TableCell.share) ?? .empty, keys.isEmpty ? .empty : .text(keys),
      .text(verdict.number),
    ]
  }
}

extension Verdict.Counts {
  /// The share of those passed among the judged; `nil` where there are none.
  var share: Rational? { try? Rational(Int128(passed), over: Int128(passed + failed)) }
}
