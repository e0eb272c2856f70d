import Diagnostics
import Tables

/// What is said about how cells are written. Codes TT0610 to TT0615.
extension Diagnostic {
  /// How the cells of a column are read, and the cell that tells; `nil` when nothing was decided.
  static func decided(_ decision: NotationSurvey.Decision, _ cell: CellPlace) -> Diagnostic? {
    guard let what = decision.notation.words(cell.name) else { return nil }
    let label =
      decision.evidence == nil
      ? Text(
        vi: "không ô nào cho biết; lấy theo quy tắc khai",
        en: "no cell tells; what the rules declare counts")
      : Text(vi: "ô này cho biết", en: "this cell tells")
    let against =
      decision.isContrary
      ? Text(vi: ", khác với quy tắc khai", en: ", which the rules declare otherwise") : .none
    return Diagnostic(
      "TT0610", decision.isContrary ? .warning : .note,
      Text(vi: what.vi + against.vi, en: what.en + against.en), at: Label(cell.span, label),
      hint: naming(cell.column, decision.notation.format))
  }

  private static func naming(_ column: Column, _ format: String) -> Text {
    let clock = column.type == .timestamp ? " HH:mm" : ""
    let formats = "formats: { \(column.id): \"\(format)\(format.contains("y") ? clock : "")\" }"
    return Text(
      vi: "nếu không đúng, khai \(formats) cho tệp trong exports.yaml",
      en: "if that is wrong, write \(formats) for the file in exports.yaml")
  }

  /// A cell that can be read in some way, where nothing says that it is meant so.
  /// - Parameter notation: what was found out about its column.
  static func doubt(
    _ doubt: NotationDoubt, _ cell: CellPlace, _ notation: ColumnNotation
  ) -> Diagnostic {
    switch doubt {
    case .dayOrder: dayOrder(cell, notation)
    case .decimalMark: decimalMark(cell, notation)
    case .serial: serial(cell)
    }
  }

  private static func dayOrder(_ cell: CellPlace, _ notation: ColumnNotation) -> Diagnostic {
    if case .dates(.some) = notation, let rest = notation.shape {
      return contrary("TT0611", cell, rest)
    }
    return Diagnostic(
      "TT0611", .warning,
      Text(
        vi:
          "\(cell.quoted.vi) ở cột \(cell.name) không đọc được: không rõ số nào là ngày, số nào là tháng",
        en:
          "\(cell.quoted.en) in the column \(cell.name) cannot be read: day and month could change places"
      ),
      at: Label(
        cell.span,
        Text(
          vi: "các ô khác của cột không cho biết, hoặc mâu thuẫn nhau",
          en: "the column's other cells do not tell, or contradict each other")),
      hint: naming(cell.column, "dd/MM/yyyy", orElse: "MM/dd/yyyy"))
  }

  private static func decimalMark(_ cell: CellPlace, _ notation: ColumnNotation) -> Diagnostic {
    if case .numbers(.some) = notation, let rest = notation.shape {
      return contrary("TT0613", cell, rest)
    }
    return Diagnostic(
      "TT0613", .warning,
      Text(
        vi:
          "\(cell.quoted.vi) ở cột \(cell.name) không đọc được: không rõ dấu nào là dấu thập phân, dấu nào ngăn hàng nghìn",
        en:
          "\(cell.quoted.en) in the column \(cell.name) cannot be read: its mark could stand before decimals or after thousands"
      ),
      at: Label(
        cell.span,
        Text(
          vi: "các ô khác của cột không cho biết, hoặc mâu thuẫn nhau",
          en: "the column's other cells do not tell, or contradict each other")),
      hint: naming(cell.column, "1.234,5", orElse: "1,234.5"))
  }

  private static func naming(_ column: Column, _ format: String, orElse other: String) -> Text {
    let clock = column.type == .timestamp ? " HH:mm" : ""
    let (first, second) = format.contains("y") ? (format + clock, other + clock) : (format, other)
    return Text(
      vi: "cho biết cách viết của tệp trong exports.yaml: formats: { \(column.id): \"\(first)\" } "
        + "(hoặc \"\(second)\")",
      en: "say in exports.yaml how the file is written: formats: { \(column.id): \"\(first)\" } "
        + "(or \"\(second)\")")
  }

  private static func contrary(_ code: String, _ cell: CellPlace, _ rest: Text) -> Diagnostic {
    Diagnostic(
      code, .warning,
      Text(
        vi: "\(cell.quoted.vi) ở cột \(cell.name) viết khác các ô còn lại nên không đọc được",
        en:
          "\(cell.quoted.en) in the column \(cell.name) is written otherwise than the rest and is not read"
      ),
      at: Label(cell.span, Text(vi: "cột này viết \(rest.vi)", en: "the column has \(rest.en)")),
      hint: Text(
        vi: "sửa ô này trong hệ thống nguồn rồi kết xuất lại",
        en: "mend the cell in the source system and export again"))
  }

  private static func serial(_ cell: CellPlace) -> Diagnostic {
    Diagnostic(
      "TT0615", .warning,
      Text(
        vi:
          "\(cell.quoted.vi) ở cột \(cell.name) là số, có thể là ngày do Excel đếm, nên không đọc được",
        en:
          "\(cell.quoted.en) in the column \(cell.name) is a number, maybe a day that Excel counts; it is not read"
      ),
      at: Label(
        cell.span,
        Text(vi: "các ô khác của cột ghi ngày", en: "other cells of the column are dates")),
      hint: Text(
        vi:
          "Excel đổi thành số những ngày nó hiểu, có khi đảo ngày và tháng; lấy lại số liệu từ hệ thống nguồn",
        en:
          "Excel turns dates that it understands into numbers, at times with day and month changed: export again from the source system"
      ))
  }

  /// A date whose year has two digits.
  static func shortYear(_ cell: CellPlace) -> Diagnostic {
    Diagnostic(
      "TT0612", .warning,
      Text(
        vi: "\(cell.quoted.vi) ở cột \(cell.name) không đọc được: năm chỉ có hai chữ số",
        en: "\(cell.quoted.en) in the column \(cell.name) cannot be read: its year has two digits"),
      at: Label(
        cell.span, Text(vi: "không rõ thế kỷ", en: "nobody can say which century is meant")),
      hint: Text(
        vi: "kết xuất lại với năm đủ bốn chữ số: 02/09/2025",
        en: "export again with years of four digits: 02/09/2025"))
  }

  /// A number of percent in a column that does not say what they are.
  static func percent(_ cell: CellPlace) -> Diagnostic {
    Diagnostic(
      "TT0614", .warning,
      Text(
        vi: "\(cell.quoted.vi) ở cột \(cell.name) không đọc được: không rõ 50% là 50 hay 0,5",
        en: "\(cell.quoted.en) in the column \(cell.name) cannot be read: 50% could be 50 or 0.5"),
      at: Label(cell.span),
      hint: Text(
        vi:
          "khai 'maximum: 100' (50% là 50) hoặc 'maximum: 1' (50% là 0,5) cho cột, hoặc bỏ dấu % trong tệp",
        en:
          "declare 'maximum: 100' (50% is 50) or 'maximum: 1' (50% is 0.5) for the column, or take the signs away"
      ))
  }
}

extension Text {
  fileprivate static let none = Text(verbatim: "")
}

extension ColumnNotation {
  /// What is said where it was found out; `nil` where nothing was.
  fileprivate func words(_ column: String) -> Text? {
    guard let shape else { return nil }
    return switch self {
    case .numbers:
      Text(
        vi: "số ở cột \(column) được đọc là \(shape.vi)",
        en: "the numbers in the column \(column) are read as \(shape.en)")
    default:
      Text(
        vi: "ngày ở cột \(column) được đọc là \(shape.vi)",
        en: "the dates in the column \(column) are read as \(shape.en)")
    }
  }

  /// How cells are written; `nil` where that was not found out.
  fileprivate var shape: Text? {
    switch self {
    case .dates(.dayFirst): Text(vi: "ngày/tháng/năm", en: "day/month/year")
    case .dates(.monthFirst): Text(vi: "tháng/ngày/năm", en: "month/day/year")
    case .numbers(.comma):
      Text(vi: "số có dấu phẩy thập phân (1.234,5)", en: "numbers with a decimal comma (1.234,5)")
    case .numbers(.point):
      Text(vi: "số có dấu chấm thập phân (1,234.5)", en: "numbers with a decimal point (1,234.5)")
    case .serials:
      Text(
        vi: "số ngày do Excel đếm từ 30/12/1899", en: "days that Excel counts from 1899-12-30 on")
    case .declared, .named, .dates(nil), .numbers(nil): nil
    }
  }

  /// The other way of writing, for `formats`.
  fileprivate var format: String {
    switch self {
    case .dates(.dayFirst): "MM/dd/yyyy"
    case .numbers(.comma): "1,234.5"
    case .numbers(.point): "1.234,5"
    case .dates, .serials, .declared, .named, .numbers(nil): "dd/MM/yyyy"
    }
  }
}
