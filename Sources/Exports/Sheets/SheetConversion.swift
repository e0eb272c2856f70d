import Diagnostics
import Tables
import Workbooks

/// Rewrites the sheets of a workbook as CSV that the reader of exports takes like any other.
struct SheetConversion {
  /// Something about a sheet that its readers should know.
  enum Remark {
    /// A cell that is not as it should be.
    case cell(CellDefect)
    /// A row that is no record, and how it begins: a total, say.
    case otherRow(Int, text: String)
    /// The row under the headers, which numbers the columns.
    case columnNumbers(Int)
    /// So many cells beyond the last header, and the first of them.
    case strayCells(Int, first: String)
    /// So many hidden rows, which were read as well.
    case hiddenRows(Int)
    /// A merged range among the records, which shows one value in several rows.
    case merged(CellRange)
  }

  private let book: Workbook
  private let known: [KnownHeaders]
  private let entry: ExportMap.Entry?
  private let store: TextStore

  /// - Parameters:
  ///   - entry: what `exports.yaml` says about the file.
  ///   - store: takes the texts.
  init(
    _ book: Workbook, _ known: [KnownHeaders], _ entry: ExportMap.Entry?, _ store: TextStore
  ) {
    (self.book, self.known, self.entry, self.store) = (book, known, entry, store)
  }

  /// The sheets whose headers match a dataset, and the names of those that do not; of a workbook without any, the
  /// first that holds something, so that it can be said what is wrong with its headers. Hidden sheets are
  /// left out, unless `exports.yaml` asks for one.
  func sheets() throws -> (read: [(sheet: Sheet, header: SheetHeader)], ignored: [String]) {
    let all = try allSheets()
    let matching = all.filter { $0.header.match != nil }
    let chosen = matching.isEmpty ? Array(all.prefix(1)) : matching
    let names = Set(chosen.map(\.sheet.name))
    return (chosen, all.map(\.sheet.name).filter { !names.contains($0) })
  }

  /// All sheets that hold something, but hidden ones, whether a dataset has their headers or not.
  func allSheets() throws -> [(sheet: Sheet, header: SheetHeader)] {
    try asked.compactMap { sheet in try header(of: sheet).map { (sheet, $0) } }
  }

  private var asked: [Sheet] {
    guard let name = entry?.sheet else { return book.sheets.filter { $0.visibility == .visible } }
    return book.sheets.filter { $0.name == name || String($0.number) == name }
  }

  private struct Enough: Error {}

  private func header(of sheet: Sheet) throws -> SheetHeader? {
    var rows: [SheetRow] = []
    do {
      try book.forEachRow(of: sheet) { row in
        rows.append(row)
        if rows.count == HeaderRow.reach { throw Enough() }
      }
    } catch is Enough {}
    return SheetHeader(rows, known, entry)
  }

  /// A sheet as CSV.
  /// - Parameter note: takes what is met while it is read.
  func text(
    of sheet: Sheet, _ header: SheetHeader, note: (Remark) -> Void
  ) throws -> ConvertedText {
    var text = SheetText(header, of: book)
    var others = RemarkRows<SheetRow>(header.content, after: header.lastRow)
    var writer = TextWriter(store)
    func noteOther(_ row: SheetRow) { note(.otherRow(row.number, text: row.opening)) }
    let summary = try book.forEachRow(of: sheet) { row in
      if row.number < header.row { return }
      for defect in row.defects { note(.cell(defect)) }
      if row.number == header.row {
        try writer.write { text.add(row, isHeader: true, to: &$0) }
      } else if row.number > header.lastRow {
        for record in others.records(with: row, note: noteOther) {
          try writer.write { text.add(record, to: &$0) }
        }
      }
    }
    others.finish(note: noteOther)
    if header.lastRow > header.row { note(.columnNumbers(header.lastRow)) }
    for remark in remarks(summary, text, below: header.lastRow) { note(remark) }
    return ConvertedText(bytes: try writer.finish(), origin: .sheet, lines: text.lines)
  }

  /// What is known of a sheet when all of it was read.
  private func remarks(_ summary: SheetSummary, _ text: SheetText, below header: Int) -> [Remark] {
    let stray = text.firstStray.map { Remark.strayCells(text.strayCells, first: $0) }
    let hidden = summary.hiddenRowCount
    let merged = summary.merged.filter { $0.rows.upperBound > header && $0.rows.count > 1 }
    return [stray, hidden > 0 ? .hiddenRows(hidden) : nil].compactMap(\.self)
      + merged.map(Remark.merged)
  }
}
