import Assessment
import Diagnostics
import Foundation

/// A workbook: summary, verdicts, records, heads, defects, sources. For people who sort and filter.
struct WorkbookReport: Wording {
  let language: Language
  let figures: Figures
  private let content: ReportContent
  private let rowLimit: Int

  /// - Parameter rowLimit: how many rows a sheet may have; what does not fit goes on the next.
  init(_ content: ReportContent, rowLimit: Int = SpreadsheetSheet.rowLimit) {
    (self.content, language, self.rowLimit) = (content, content.language, rowLimit)
    figures = Figures(language: content.language)
  }

  private var assessment: Assessment { content.assessment }

  /// Writes the whole file.
  func write(to path: String) throws {
    let period = say(Words.period(assessment.period, assessment.status))
    let book = try Spreadsheet(
      path: path, title: "\(say(Words.title)) \(period)", created: created, language)
    do {
      try summary(book)
      for table in tables { try add(table, to: book) }
    } catch {
      try? book.close()
      throw error
    }
    try book.close()
  }

  /// As-of, the moment that the content speaks of.
  private var created: Date {
    let seconds = assessment.asOf.prefix(19) + "Z"
    return (try? Date(String(seconds), strategy: .iso8601)) ?? Date(timeIntervalSince1970: 0)
  }

  // MARK: - Tables

  private struct Sheet {
    let name: Text
    let table: any ReportTable
    /// How many columns stay in sight when one scrolls.
    let frozen: Int
  }

  private var tables: [Sheet] {
    let data = [
      Sheet(
        name: TableWords.findings, table: FindingTable(assessment: assessment, language: language),
        frozen: 0),
      Sheet(
        name: TableWords.defects, table: DefectTable(assessment: assessment, language: language),
        frozen: 0),
    ]
    let inputs = Sheet(
      name: TableWords.inputs, table: InputTable(assessment: assessment), frozen: 0)
    guard assessment.only == nil else { return data + [inputs] }
    let scores = ScoreSheet(assessment, language)
    return [
      Sheet(name: TableWords.verdicts, table: VerdictTable(assessment, language), frozen: 3),
      Sheet(name: TableWords.breaches, table: BreachSheet(content), frozen: 2),
      Sheet(name: TableWords.heads, table: HeadTable(assessment, language), frozen: 2),
    ] + (scores.isEmpty ? [] : [Sheet(name: TableWords.scores, table: scores, frozen: 0)]) + data
      + [
        Sheet(
          name: TableWords.directives,
          table: DirectiveTable(assessment: assessment, language: language), frozen: 1),
        inputs,
      ]
  }

  private func add(_ sheet: Sheet, to book: Spreadsheet) throws {
    var number = 1
    var page = try start(sheet, number, in: book)
    try sheet.table.forEachRow { row in
      if page.row >= rowLimit {
        finish(page, sheet, book.styles)
        number += 1
        page = try start(sheet, number, in: book)
      }
      try page.add(row, language)
    }
    finish(page, sheet, book.styles)
  }

  private func start(
    _ sheet: Sheet, _ number: Int, in book: Spreadsheet
  ) throws -> SpreadsheetSheet {
    let name = say(sheet.name) + (number == 1 ? "" : " (\(number))")
    let page = try book.sheet(name)
    page.setWidths(sheet.table.columns.map(\.width))
    try page.add(sheet.table.columns.map { say($0.title) }, book.styles.head)
    page.freeze(columns: sheet.frozen)
    page.setPrint(headRows: 1)
    return page
  }

  private func finish(_ page: SpreadsheetSheet, _ sheet: Sheet, _ styles: SpreadsheetStyles) {
    let columns = sheet.table.columns
    page.filter(head: 0, columns: columns.count)
    guard let outcome = columns.firstIndex(where: { $0.id == "outcome" }) else { return }
    for (word, style) in [
      (Verdict.Outcome.violated, styles.violated), (.undetermined, styles.undetermined),
      (.met, styles.met),
    ] {
      page.mark(say(Words.outcome(word)), column: outcome, from: 1, style)
    }
  }

  // MARK: - Summary

  private func summary(_ book: Spreadsheet) throws {
    let page = try book.sheet(say(TableWords.summary))
    page.setWidths([60] + Array(repeating: 14, count: Verdict.Outcome.allCases.count))
    page.setPrint(headRows: 0)
    let title = assessment.only == .data ? Words.dataTitle : Words.title
    let period = say(Words.period(assessment.period, assessment.status))
    try page.add(["\(say(title)) \(period)"], book.styles.title)
    try page.add(
      [field(Words.asOf, "\(figures.date(assessment.asOf)) (\(assessment.zone))")], book.styles.line
    )
    try page.add([say(assessment.notice)], book.styles.line)
    if content.unnamedBreaches > 0 {
      let left = figures.count(content.unnamedBreaches)
      try page.add([say(MachineTexts.unnamed(left))], book.styles.line)
    }
    let defects = assessment.defects.reduce(0) { $0 + $1.count }
    try page.add([say(Words.defects(figures.count(defects)))], book.styles.line)
    guard assessment.only == nil else { return }
    try tally(page, book.styles)
  }

  /// How many verdicts there are of each outcome, by obligation and then by unit.
  private func tally(_ page: SpreadsheetSheet, _ styles: SpreadsheetStyles) throws {
    let judged = assessment.verdicts.filter { $0.outcome != .toDate }
    let outcomes = Verdict.Outcome.allCases.filter { outcome in
      judged.contains { $0.outcome == outcome }
    }
    let words = outcomes.map { say(Words.outcome($0)) }
    let byObligation = Dictionary(grouping: judged, by: \.obligation)
    let byUnit = Dictionary(grouping: judged, by: \.unit)
    let tables = [
      (TableWords.title, assessment.obligations.map { (say($0.title), byObligation[$0.id] ?? []) }),
      (
        TableWords.unitName,
        assessment.units.map { ("\($0.name) (\($0.code))", byUnit[$0.code] ?? []) }
      ),
    ]
    for (label, rows) in tables {
      page.skip()
      try page.add([say(label)] + words, styles.head)
      for (name, own) in rows where !own.isEmpty {
        let counts = outcomes.map { outcome in own.count { $0.outcome == outcome } }
        try page.add([.text(name)] + counts.map(TableCell.count), language)
      }
    }
  }
}
