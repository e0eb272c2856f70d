import Assessment
import Diagnostics

/// The documents that officers edit before they are signed: the report with its annexes, the letter that goes with
/// it, and a sheet for each head.
struct WordReport {
  /// How many rows a table of an annex shows; the workbook has all.
  private static let mostRows = 500

  private let text: DocumentText
  private let summary: VerdictSummary

  init(_ content: ReportContent) {
    text = DocumentText(content)
    summary = VerdictSummary(content.assessment, content.language)
  }

  private var assessment: Assessment { text.assessment }

  private func file(_ write: (inout WordText) -> Void) throws -> [UInt8] {
    try WordFile(
      text.language, draft: text.letterhead.isDraft ? text.word("document.draft") : nil, write
    )
    .bytes()
  }

  // MARK: - Report

  /// The report and its annexes.
  func report() throws -> [UInt8] {
    try file { body in
      head(&body, subject: nil)
      body.paragraph(text.word("document.kind"), .title)
      let subject = assessment.only == .data ? "document.subject.data" : "document.subject"
      body.paragraph([.init(text.word(subject, text.period), isBold: true)], .centred)
      content(&body)
      signature(&body)
      annexes(&body)
    }
  }

  private func content(_ body: inout WordText) {
    body.paragraph(text.word("document.basis"), .heading)
    for directive in assessment.directives {
      body.paragraph("- \(text.basis(directive))", .item)
    }
    body.paragraph(text.word("document.scope"), .heading)
    for line in text.scope { body.paragraph(line) }
    body.paragraph(text.word("document.results"), .heading)
    let tallies = text.tallies
    if !tallies.rows.isEmpty {
      body.table(tallies.head, tallies.rows, widths: [4] + tallies.head.dropFirst().map { _ in 1 })
    }
    body.paragraph(text.word("document.shortcomings"), .heading)
    for line in text.shortcomings { body.paragraph(line) }
    body.paragraph(text.word("document.proposals"), .heading)
    for (number, line) in text.proposals.enumerated() {
      body.paragraph("\(number + 1). \(line)")
    }
    body.paragraph(text.word("document.end"))
  }

  // MARK: - Around the text

  /// The two columns at the top: authority and number, country and date.
  /// - Parameter subject: stands below the number of a letter.
  private func head(_ body: inout WordText, subject: String?) {
    let letterhead = text.letterhead
    body.sideBySide(
      [
        [
          [.init(letterhead.superior ?? text.word("document.superior.blank"))],
          [.init(letterhead.issuer ?? text.word("document.issuer.blank"), isBold: true)],
          [.init(text.number)],
        ] + (subject.map { [[.init($0)]] } ?? []),
        [
          [.init(text.word("document.country"), isBold: true)],
          [.init(text.word("document.motto"), isBold: true)],
          [.init(text.dateLine, isItalic: true)],
        ],
      ], widths: [3, 5])
  }

  /// Who gets it on the left, who signs on the right.
  private func signature(_ body: inout WordText) {
    let letterhead = text.letterhead
    let recipients = text.recipients.map { [WordText.Run("- " + $0)] }
    body.sideBySide(
      [
        [[.init(text.word("document.recipients"), isBold: true, isItalic: true)]] + recipients,
        [
          [.init(letterhead.post ?? text.word("document.post.blank"), isBold: true)],
          [.init(text.word("document.seal"), isItalic: true)], [], [], [],
          [.init(letterhead.signer ?? "", isBold: true)],
        ],
      ], widths: [1, 1])
  }

  // MARK: - Annexes

  private func annexes(_ body: inout WordText) {
    let annexes = [
      ("I", "annex.units", units), ("II", "annex.records", records), ("III", "annex.heads", heads),
      ("IV", "annex.defects", defects),
    ]
    for (number, name, table) in annexes where !table.rows.isEmpty {
      let title = text.word("document.annex", number)
      body.paragraph([.init(title, isBold: true)], .centred, startsPage: true)
      body.paragraph(text.word(name), .title)
      add(table, to: &body)
    }
  }

  private struct Table {
    let head: [Text]
    let rows: [[String]]
    let widths: [Int]
    /// How many rows there are besides these.
    var rest = 0
  }

  private func add(_ table: Table, to body: inout WordText) {
    body.table(
      table.head.map(text.say), Array(table.rows.prefix(Self.mostRows)), widths: table.widths)
    let rest = table.rest + max(0, table.rows.count - Self.mostRows)
    if rest > 0 { body.paragraph(text.word("list.more", text.figures.count(rest))) }
  }

  private var units: Table {
    let open = text.judged.filter { $0.outcome <= .undetermined }
    return Table(
      head: [
        TableWords.unitName, TableWords.title, TableWords.outcome, Words.result, Words.target,
        Words.duty,
      ],
      rows: open.map { verdict in
        [
          text.index.unit(verdict.unit), summary.title(verdict),
          text.say(Words.outcome(verdict.outcome)),
          [summary.measure(verdict), verdict.reason.map { summary.reason($0, verdict) }]
            .compactMap(\.self).joined(separator: "; "),
          summary.target(verdict) ?? "–", summary.duty(verdict) ?? "–",
        ]
      }, widths: [3, 4, 2, 3, 3, 3])
  }

  /// The first records of every violation: so many of each that all have some.
  private var records: Table {
    var all: [[Breach]] = []
    assessment.forEachNamedBreach { breach in
      if let last = all.last?.last, last.isOfVerdict(of: breach) {
        all[all.count - 1].append(breach)
      } else {
        all.append([breach])
      }
    }
    let share = Self.share(of: Self.mostRows, among: all.map(\.count))
    let shown = all.flatMap { $0.prefix(share) }
    return Table(
      head: [
        TableWords.unitName, TableWords.title, TableWords.key, TableWords.due, TableWords.done,
        TableWords.file,
      ], rows: shown.map(row), widths: [3, 4, 3, 2, 2, 3],
      rest: all.joined().count + assessment.unnamedBreaches - shown.count)
  }

  /// How many of each can be shown, at least one, when no more than `most` are to be shown of all.
  private static func share(of most: Int, among counts: [Int]) -> Int {
    var share = 1
    while share < most, counts.reduce(0, { $0 + min($1, share + 1) }) <= most { share += 1 }
    return share
  }

  private func row(_ breach: Breach) -> [String] {
    let title = text.index.obligation(breach.obligation).map { text.say($0.title) }
    let place = breach.line > 0 ? text.say(Words.place(breach.file, String(breach.line))) : ""
    return [
      text.index.unit(breach.unit), title ?? breach.obligation, breach.key ?? "",
      breach.due.map(text.figures.date) ?? "", breach.done.map(text.figures.date) ?? "", place,
    ]
  }

  private var heads: Table {
    Table(
      head: [TableWords.unitName, TableWords.post, TableWords.title, Words.result],
      rows: assessment.answeringHeads.flatMap { head in
        head.items.map { verdict, answer in
          [
            text.index.unit(head.unit), text.person(answer), summary.title(verdict),
            text.part(answer),
          ]
        }
      }, widths: [3, 5, 4, 3])
  }

  private var defects: Table {
    Table(
      head: [TableWords.file, TableWords.line, TableWords.column, TableWords.message],
      rows: assessment.places.defects.map { defect in
        [
          defect.file, defect.line.map(String.init) ?? "", defect.column ?? "",
          text.say(defect.message),
        ]
      }, widths: [3, 1, 2, 6])
  }

  // MARK: - Letter

  /// The letter that goes with the report.
  func letter() throws -> [UInt8] {
    try file { body in
      head(&body, subject: text.word("letter.subject", text.period))
      body.paragraph([.init(text.word("letter.to"))], .centred)
      body.paragraph(
        text.word("letter.opening", text.period, text.figures.date(assessment.asOf)))
      for line in text.shortcomings { body.paragraph("- \(line)", .item) }
      for line in text.proposals { body.paragraph("- \(line)", .item) }
      body.paragraph(text.word("letter.unit"))
      body.paragraph(text.say(assessment.notice))
      body.paragraph(text.word("letter.end"))
      signature(&body)
      addressees(&body)
    }
  }

  private func addressees(_ body: inout WordText) {
    let violated = text.judged.filter { $0.outcome == .violated }
    let byUnit = Dictionary(grouping: violated, by: \.unit)
    let rows = assessment.units.compactMap { unit in
      byUnit[unit.code].map { own in
        [
          unit.name, text.figures.count(own.count),
          text.figures.count(own.reduce(0) { $0 + $1.evidence.total }),
        ]
      }
    }
    guard !rows.isEmpty else { return body.paragraph(text.word("letter.none")) }
    let head = [TableWords.unitName, Words.outcome(.violated), TableWords.breaches]
    add(Table(head: head, rows: rows, widths: [6, 2, 2]), to: &body)
  }

  // MARK: - Sheets of heads

  /// A sheet for each head who answers for violations, each on a page of its own.
  func sheets() throws -> [UInt8] {
    let heads = assessment.answeringHeads
    return try file { body in
      if heads.isEmpty { body.paragraph(text.word("sheet.none")) }
      for (number, head) in heads.enumerated() {
        sheet(head, startsPage: number > 0, &body)
      }
    }
  }

  private func sheet(_ head: AnsweringHead, startsPage: Bool, _ body: inout WordText) {
    if startsPage { body.paragraph([], .cell, startsPage: true) }
    self.head(&body, subject: nil)
    body.paragraph(text.word("sheet.kind"), .title)
    body.paragraph([.init(text.word("sheet.subject", text.period), isBold: true)], .centred)
    body.paragraph(text.word("sheet.to", text.person(head.answer), text.index.unit(head.unit)))
    body.paragraph(text.scope[1])
    let columns = [Words.obligations, Words.duty, Words.result, Words.target, TableWords.breaches]
    body.table(
      columns.map(text.say) + [text.word("sheet.explanation")],
      head.items.map { verdict, answer in
        [
          summary.title(verdict), summary.duty(verdict) ?? "–",
          "\(summary.measure(verdict)); \(text.part(answer))", summary.target(verdict) ?? "–",
          keys(answer), "",
        ]
      }, widths: [3, 3, 3, 3, 3, 3])
    body.paragraph(text.word("sheet.answer", text.answerBy))
    body.paragraph(text.say(assessment.notice))
    signature(&body)
  }

  /// The records of one's own, the first of them by key.
  private func keys(_ answer: Answer) -> String {
    let shown = answer.breaches.prefix(50)
    let rest = answer.counts.failed - shown.count
    let more = rest > 0 ? [text.say(Words.more(rest))] : []
    return (shown + more).joined(separator: "; ")
  }
}

extension Breach {
  /// Whether both prove the same violation.
  fileprivate func isOfVerdict(of other: Breach) -> Bool {
    (unit, obligation, group, period) == (other.unit, other.obligation, other.group, other.period)
  }
}
