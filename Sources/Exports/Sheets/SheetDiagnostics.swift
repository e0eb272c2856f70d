import Diagnostics
import Workbooks

/// What readers of a sheet should know of it. Codes TT0575 to TT0579; cells that are not as they should be have those
/// of `CellDefect`.
extension SheetConversion.Remark {
  /// The remark as a defect of a file.
  /// - Parameters:
  ///   - file: as it is shown.
  ///   - sheet: the name on its tab.
  func defect(_ file: String, _ sheet: String) -> Defect {
    switch self {
    case .cell(let cell):
      return at(cell.row, cell.column, .brokenCell, file, cell.diagnostic(path: file, sheet: sheet))
    case .otherRow(let row, let text):
      return at(row, nil, .otherRow, file, .otherRow(file, sheet: sheet, row, text))
    case .columnNumbers(let row):
      return at(row, nil, .otherRow, file, .columnNumbers(file, sheet: sheet, row))
    case .strayCells(let count, let first):
      return Defect(.strayCells, file: file, .strayCells(file, sheet, count, first))
    case .hiddenRows(let count):
      return Defect(.hiddenRows, file: file, .hiddenRows(file, sheet, count))
    case .merged(let range):
      return at(
        range.rows.lowerBound, range.columns.lowerBound, .mergedCells, file,
        .mergedCells(file, sheet, range.name))
    }
  }

  private func at(
    _ row: Int, _ column: Int?, _ kind: DefectKind, _ file: String, _ diagnostic: Diagnostic
  ) -> Defect {
    var defect = Defect(kind, file: file, diagnostic)
    defect.line = row
    defect.column = column.map { $0 + 1 }
    return defect
  }
}

extension Diagnostic {
  fileprivate static func place(_ file: String, _ sheet: String) -> Text {
    Text(vi: "tệp '\(file)', trang tính '\(sheet)'", en: "the file '\(file)', sheet '\(sheet)'")
  }

  fileprivate static func strayCells(
    _ file: String, _ sheet: String, _ count: Int, _ first: String
  ) -> Diagnostic {
    let place = place(file, sheet)
    return Diagnostic(
      "TT0576", .warning,
      Text(
        vi:
          "\(place.vi): \(count) ô nằm ngoài cột tiêu đề cuối cùng nên không được đọc (đầu tiên: \(first))",
        en:
          "\(place.en): \(count) cells stand beyond the last header and are not read (the first: \(first))"
      ),
      hint: Text(
        vi: "đặt tiêu đề cho cột đó, hoặc xóa các ô này",
        en: "give the column a header, or clear these cells"))
  }

  fileprivate static func hiddenRows(
    _ file: String, _ sheet: String, _ count: Int
  ) -> Diagnostic {
    let place = place(file, sheet)
    return Diagnostic(
      "TT0577", .note,
      Text(
        vi: "\(place.vi): \(count) dòng đang bị ẩn vẫn được đọc",
        en: "\(place.en): \(count) hidden rows were read as well"),
      hint: Text(
        vi: "bộ lọc chỉ ẩn dòng chứ không xóa; nếu các dòng đó không thuộc báo cáo, hãy xóa hẳn",
        en: "a filter hides rows, it does not delete them; delete those that do not belong here"))
  }

  fileprivate static func mergedCells(
    _ file: String, _ sheet: String, _ range: String
  ) -> Diagnostic {
    let place = place(file, sheet)
    return Diagnostic(
      "TT0578", .warning,
      Text(
        vi:
          "\(place.vi): các ô \(range) được gộp; chỉ dòng đầu có giá trị, các dòng sau coi như để trống",
        en:
          "\(place.en): the cells \(range) are merged; only the first row has the value, the others are empty"
      ),
      hint: Text(
        vi: "bỏ gộp ô (Unmerge Cells) rồi điền giá trị vào từng dòng",
        en: "unmerge them and write the value into every row"))
  }

  /// A sheet that was not read, since its headers match no dataset, of a workbook of which others were.
  static func ignoredSheet(_ file: String, _ sheet: String) -> Diagnostic {
    let place = place(file, sheet)
    return Diagnostic(
      "TT0579", .note,
      Text(
        vi: "\(place.vi): không có dòng tiêu đề của bảng số liệu nào nên không được đọc",
        en: "\(place.en): it has the headers of no dataset and is not read"),
      hint: Text(
        vi: "nếu là số liệu, sửa tiêu đề cột cho khớp với bảng số liệu",
        en: "if it holds data, mend its headers"))
  }
}
