import CXLSXWriter
import Diagnostics
import Numbers

/// A sheet of a workbook, written from the top.
final class SpreadsheetSheet {
  /// How many rows a sheet holds (Excel specifications and limits).
  static let rowLimit = 1_048_576

  /// The next row, from 0.
  private(set) var row: UInt32 = 0
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let styles: SpreadsheetStyles

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ styles: SpreadsheetStyles) {
    (self.sheet, self.styles) = (sheet, styles)
  }

  /// Adds a row.
  /// - Throws: `SpreadsheetError` where the sheet is full.
  func add(_ cells: [TableCell], _ language: Language) throws {
    for (column, cell) in cells.enumerated() { try write(cell, UInt16(column), language) }
    row += 1
  }

  /// Adds a row of texts in one style.
  func add(_ texts: [String], _ style: SpreadsheetStyles.Style) throws {
    if style == styles.head { worksheet_set_row(sheet, row, 45, nil) }
    for (column, text) in texts.enumerated() { try write(text, UInt16(column), style) }
    row += 1
  }

  /// Leaves a row empty.
  func skip() { row += 1 }

  // MARK: - Cells

  private func write(_ cell: TableCell, _ column: UInt16, _ language: Language) throws {
    switch cell {
    case .empty: break
    case .text(let words): try write(words, column, styles.text)
    case .word(_, let text): try write(text.in(language), column, styles.text)
    case .count(let count): try write(Double(count), column, styles.count)
    case .number(let value): try write(value.double, column, styles.number)
    case .share(let value): try write(value.double, column, styles.share)
    case .time(let iso): try write(time: iso, column)
    }
  }

  private func write(_ text: String, _ column: UInt16, _ style: SpreadsheetStyles.Style) throws {
    guard !text.isEmpty else { return }
    try check(worksheet_write_string(sheet, row, column, CellText.safe(text), style))
  }

  private func write(_ number: Double, _ column: UInt16, _ style: SpreadsheetStyles.Style) throws {
    try check(worksheet_write_number(sheet, row, column, number, style))
  }

  /// A date that a workbook cannot hold, or that is none, is a text.
  private func write(time iso: String, _ column: UInt16) throws {
    guard var time = lxw_datetime(iso: iso) else { return try write(iso, column, styles.text) }
    let style = iso.utf8.count > 10 ? styles.time : styles.day
    try check(worksheet_write_datetime(sheet, row, column, &time, style))
  }

  private func check(_ error: lxw_error) throws {
    guard error == LXW_NO_ERROR else {
      throw SpreadsheetError(what: lxw_strerror(error).map { String(cString: $0) } ?? "?")
    }
  }

  // MARK: - Looks

  /// How wide columns are, in characters.
  func setWidths(_ widths: [Int]) {
    for (column, width) in widths.enumerated() {
      worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), nil)
    }
  }

  /// Keeps the rows so far in sight, and the first columns.
  func freeze(columns: Int) { worksheet_freeze_panes(sheet, row, UInt16(columns)) }

  /// Puts filters on a table whose head is the row `head`.
  func filter(head: UInt32, columns: Int) {
    guard columns > 0 else { return }
    worksheet_autofilter(sheet, head, 0, max(head, row &- 1), UInt16(columns - 1))
  }

  /// Landscape on A4, as wide as a page, the first rows on each page.
  func setPrint(headRows: UInt32) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    if headRows > 0 { worksheet_repeat_rows(sheet, 0, headRows - 1) }
  }

  /// Gives the cells of a column that hold a word a style.
  func mark(_ word: String, column: Int, from first: UInt32, _ style: SpreadsheetStyles.Style) {
    guard row > first else { return }
    let quoted = "\"" + word.replacing("\"", with: "\"\"") + "\""
    quoted.withCString { text in
      var format = lxw_conditional_format()
      format.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      format.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
      format.value_string = UnsafeMutablePointer(mutating: text)
      format.format = style
      let column = UInt16(column)
      worksheet_conditional_format_range(sheet, first, column, row - 1, column, &format)
    }
  }
}

extension Rational {
  /// The nearest number that a cell of a workbook holds; nothing is compared by it.
  fileprivate var double: Double { Double(numerator) / Double(denominator) }
}

extension lxw_datetime {
  /// `2025-09-10`, or `2025-09-10T17:00:00`; `nil` for anything else, and before 1900.
  fileprivate init?(iso: String) {
    let parts = iso.split(whereSeparator: { "-T:. +".contains($0) }).map { Int32($0) }
    guard parts.count >= 3, let year = parts[0], let month = parts[1], let day = parts[2],
      year >= 1900, iso.utf8.count == 10 || parts.count >= 5
    else { return nil }
    self.init()
    (self.year, self.month, self.day) = (year, month, day)
    guard parts.count >= 5 else { return }
    (hour, min) = (parts[3] ?? 0, parts[4] ?? 0)
  }
}
