import Diagnostics

/// What is said about rows of a form that are no records, on a sheet or in a CSV. Codes TT0575, TT0616 and TT0617.
extension Diagnostic {
  private static func place(_ file: String, _ sheet: String?) -> Text {
    sheet.map { Text.sheet($0, of: file) } ?? Text(vi: "tệp '\(file)'", en: "the file '\(file)'")
  }

  /// A row below the records, or a total among them.
  /// - Parameter text: how it begins.
  static func otherRow(_ file: String, sheet: String? = nil, _ row: Int, _ text: String)
    -> Diagnostic
  {
    let place = place(file, sheet)
    return Diagnostic(
      "TT0575", .note,
      Text(
        vi: "\(place.vi): dòng \(row) ('\(text)') là dòng cộng hoặc ghi chú, không tính là bản ghi",
        en: "\(place.en): row \(row) ('\(text)') is a total or a remark and counts as no record"),
      hint: Text(
        vi: "nếu đó là một bản ghi, hãy điền các cột mã của dòng này",
        en: "if it is a record, fill in the columns of its key"))
  }

  /// Titles above the headers.
  /// - Parameters:
  ///   - row: where the headers stand.
  ///   - first: how the first of them begins.
  static func titles(_ file: String, _ row: Int, first: String) -> Diagnostic {
    Diagnostic(
      "TT0616", .note,
      Text(
        vi:
          "tệp '\(file)': dòng tiêu đề là dòng \(row); phần phía trên ('\(first)' …) không được đọc",
        en:
          "the file '\(file)': the headers stand on line \(row); what is above ('\(first)' …) is not read"
      ),
      hint: Text(
        vi: "nếu phía trên có bản ghi, đưa dòng tiêu đề lên đầu tệp",
        en: "if there are records above, move the headers to the top"))
  }

  /// A row that numbers the columns.
  static func columnNumbers(_ file: String, sheet: String? = nil, _ row: Int) -> Diagnostic {
    let place = place(file, sheet)
    return Diagnostic(
      "TT0617", .note,
      Text(
        vi: "\(place.vi): dòng \(row) đánh số các cột, không tính là bản ghi",
        en: "\(place.en): row \(row) numbers the columns and counts as no record"),
      hint: Text(
        vi: "nếu đó là một bản ghi, đặt một dòng đánh số cột (1), (2), … phía trên nó",
        en: "if it is a record, put a row that numbers the columns, (1), (2), …, above it"))
  }
}
