import Diagnostics
import Workbooks

/// What readers of a sheet should know of it. Codes TT0575 to TT0579; cells that are not as they should be have those
/// of `CellDefect`.
extension SheetConversion.Remark {
  /// Adds the remark to a log, which keeps a bounded number of each kind.
  /// - Parameters:
  ///   - file: as it is shown.
  ///   - sheet: the name on its tab.
  func add(to log: inout DefectLog, file: String, sheet: String) {
    let (kind, row, column) = place
    log.add(kind, file: file, column: column) {
      var defect = Defect(kind, file: file, diagnostic(file, sheet))
      (defect.line, defect.column) = (row, column.map { $0 + 1 })
      return defect
    }
  }

  /// What it is, and the row from 1 and the column from 0 that it is about.
  private var place: (DefectKind, row: Int?, column: Int?) {
    switch self {
    case .cell(let cell): (.brokenCell, cell.row, cell.column)
    case .otherRow(let row, _), .columnNumbers(let row): (.otherRow, row, nil)
    case .strayCells: (.strayCells, nil, nil)
    case .hiddenRows: (.hiddenRows, nil, nil)
    case .merged(let range): (.mergedCells, range.rows.lowerBound, range.columns.lowerBound)
    }
  }

  private func diagnostic(_ file: String, _ sheet: String) -> Diagnostic {
    switch self {
    case .cell(let cell): cell.diagnostic(path: file, sheet: sheet)
    case .otherRow(let row, let text): .otherRow(file, sheet: sheet, row, text)
    case .columnNumbers(let row): .columnNumbers(file, sheet: sheet, row)
    case .strayCells(let count, let first): .strayCells(file, sheet, count, first)
    case .hiddenRows(let count): .hiddenRows(file, sheet, count)
    case .merged(let range): .mergedCells(file, sheet, range.name)
    }
  }
}

extension Diagnostic {
  /// Says something of a sheet.
  private static func said(
    _ code: String, _ severity: DiagnosticSeverity, _ file: String, _ sheet: String,
    vi: String, en: String, hint: Text
  ) -> Diagnostic {
    let place = Text.sheet(sheet, of: file)
    return Diagnostic(
      code, severity, Text(vi: "\(place.vi): \(vi)", en: "\(place.en): \(en)"), hint: hint)
  }

  fileprivate static func strayCells(
    _ file: String, _ sheet: String, _ count: Int, _ first: String
  ) -> Diagnostic {
    said(
      "TT0576", .warning, file, sheet,
      vi:
        "\(count) ô nằm ngoài cột tiêu đề cuối cùng nên không được đọc (đầu tiên: \(first))",
      en:
        "\(count) cells stand beyond the last header and are not read (the first: \(first))",
      hint: Text(
        vi: "đặt tiêu đề cho cột đó, hoặc xóa các ô này",
        en: "give the column a header, or clear these cells"))
  }

  fileprivate static func hiddenRows(
    _ file: String, _ sheet: String, _ count: Int
  ) -> Diagnostic {
    said(
      "TT0577", .note, file, sheet,
      vi: "\(count) dòng đang bị ẩn vẫn được đọc",
      en: "\(count) hidden rows were read as well",
      hint: Text(
        vi: "bộ lọc chỉ ẩn dòng chứ không xóa; nếu các dòng đó không thuộc báo cáo, hãy xóa hẳn",
        en: "a filter hides rows, it does not delete them; delete those that do not belong here"))
  }

  fileprivate static func mergedCells(
    _ file: String, _ sheet: String, _ range: String
  ) -> Diagnostic {
    said(
      "TT0578", .warning, file, sheet,
      vi:
        "các ô \(range) được gộp; chỉ dòng đầu có giá trị, các dòng sau coi như để trống",
      en:
        "the cells \(range) are merged; only the first row has the value, the others are empty",
      hint: Text(
        vi: "bỏ gộp ô (Unmerge Cells) rồi điền giá trị vào từng dòng",
        en: "unmerge them and write the value into every row"))
  }

  /// A sheet that was not read, since its headers match no dataset, of a workbook of which others were.
  static func ignoredSheet(_ file: String, _ sheet: String) -> Diagnostic {
    said(
      "TT0579", .note, file, sheet,
      vi: "không có dòng tiêu đề của bảng số liệu nào nên không được đọc",
      en: "it has the headers of no dataset and is not read",
      hint: Text(
        vi: "nếu là số liệu, sửa tiêu đề cột cho khớp với bảng số liệu",
        en: "if it holds data, mend its headers"))
  }
}
