import Diagnostics
import Exports

/// The words of profiles.
enum ProfileTexts {
  static let sheet = Text(vi: "Trang tính", en: "Sheet")
  static let encoding = Text(vi: "Bảng mã", en: "Encoding")
  static let delimiter = Text(vi: "dấu phân cách", en: "delimiter")
  static let header = Text(vi: "tiêu đề ở dòng", en: "headers on line")
  static let dataset = Text(vi: "Bảng số liệu", en: "Dataset")
  static let columns = Text(vi: "Cột", en: "Columns")
  static let forms = Text(vi: "dạng", en: "forms")
  static let frequent = Text(vi: "hay gặp", en: "most frequent")
  static let hidden = Text(vi: "(đã che)", en: "(hidden)")
  static let noHeader = Text(vi: "(không có tiêu đề)", en: "(no header)")
  static let notNeeded = Text(vi: "không thuộc bảng số liệu", en: "no column of the dataset")
  static let ambiguous = Text(
    vi: "trùng tiêu đề với cột khác nên không dùng",
    en: "another header is for the same column; not used")
  static let tab = Text(vi: "tab", en: "tab")

  static func records(_ count: Int) -> Text {
    Text(vi: "\(count) bản ghi", en: "\(count) record\(count == 1 ? "" : "s")")
  }

  static func columnCount(_ count: Int) -> Text {
    Text(vi: "\(count) cột", en: "\(count) column\(count == 1 ? "" : "s")")
  }

  static func misfits(_ count: Int, first: Int) -> Text {
    Text(
      vi:
        "\(count) bản ghi có số ô khác dòng tiêu đề (đầu tiên: dòng \(first)), không tính vào các cột",
      en:
        "\(count) record\(count == 1 ? " has" : "s have") another number of fields than the header (first: line \(first)); not counted below"
    )
  }

  static func matched(_ match: TableProfile.Match) -> Text {
    let title = match.title.map { Text(vi: " (\($0.vi))", en: " (\($0.en))") }
    let id = match.dataset ?? ""
    return Text(
      vi: "\(id)\(title?.vi ?? ""): khớp \(match.found)/\(match.total) cột theo tiêu đề",
      en: "\(id)\(title?.en ?? ""): headers match \(match.found) of \(match.total) columns")
  }

  static func unmatched(_ match: TableProfile.Match) -> Text {
    let list = match.candidates.joined(separator: ", ")
    if match.candidates.count > 1 {
      return Text(
        vi: "chưa xác định: khớp như nhau với \(list)", en: "undecided: \(list) match alike")
    }
    if match.candidates.isEmpty {
      return Text(
        vi: "không tiêu đề nào thuộc một bảng số liệu", en: "no header is one of any dataset")
    }
    return Text(
      vi:
        "chưa xác định; gần nhất là \(list) (khớp \(match.found)/\(match.total) cột, thiếu cột khóa)",
      en:
        "none for sure; the nearest is \(list) (\(match.found) of \(match.total) columns, a key column is missing)"
    )
  }

  static func absent(_ column: TableProfile.AbsentColumn) -> Text {
    let near = column.nearest
    let optional = column.isOptional
    return Text(
      vi: "thiếu \(column.id) ('\(column.label)')" + (optional ? ", không bắt buộc" : "")
        + (near.map { "; có phải là '\($0)'?" } ?? ""),
      en: "missing: \(column.id) ('\(column.label)')" + (optional ? ", optional" : "")
        + (near.map { "; is it '\($0)'?" } ?? ""))
  }

  static func filled(_ count: Int, of total: Int) -> Text {
    let share = percent(count, of: total)
    return Text(
      vi: "có giá trị \(count)/\(total) (\(share.vi))", en: "filled \(count)/\(total) (\(share.en))"
    )
  }

  static func distinct(_ count: Int, hasMore: Bool) -> Text {
    hasMore
      ? Text(vi: "hơn \(count) giá trị khác nhau", en: "more than \(count) different values")
      : Text(
        vi: "\(count) giá trị khác nhau", en: "\(count) different value\(count == 1 ? "" : "s")")
  }

  static func between(_ least: String, _ greatest: String) -> Text {
    Text(vi: "từ \(least) đến \(greatest)", en: "from \(least) to \(greatest)")
  }

  static func lengths(_ lengths: [Int]) -> Text {
    let range = lengths[0] == lengths[1] ? "\(lengths[0])" : "\(lengths[0])–\(lengths[1])"
    return Text(vi: "dài \(range) ký tự", en: "\(range) character\(range == "1" ? "" : "s") long")
  }

  static func order(_ order: DateOrder) -> Text {
    let line = order.line ?? 0
    return switch order.order {
    case .dayFirst:
      Text(
        vi: "ngày trước tháng (dòng \(line) cho biết)", en: "day before month (line \(line) tells)")
    case .monthFirst:
      Text(
        vi: "tháng trước ngày (dòng \(line) cho biết)", en: "month before day (line \(line) tells)")
    case .mixed:
      Text(
        vi: "lẫn lộn: dòng \(line) ngày trước tháng, dòng \(order.otherLine ?? 0) tháng trước ngày",
        en:
          "mixed: day before month on line \(line), month before day on line \(order.otherLine ?? 0)"
      )
    case .undecided:
      Text(
        vi: "không có số nào trên 12 nên chưa biết ngày hay tháng đứng trước",
        en: "no number is above 12, so whether day or month comes first is not known")
    }
  }

  static func masking(_ masking: ColumnProfile.Masking) -> Text {
    switch masking {
    case .declared:
      Text(vi: "dữ liệu cá nhân theo quy tắc, đã che", en: "personal by the rules; hidden")
    case .header:
      Text(
        vi: "tiêu đề cho thấy dữ liệu cá nhân, đã che", en: "personal by its header; hidden")
    case .values:
      Text(vi: "giá trị giống dữ liệu cá nhân, đã che", en: "values look personal; hidden")
    }
  }

  static func unreadable(_ count: Int) -> Text {
    Text(
      vi: "không đọc được \(count) ô", en: "\(count) cell\(count == 1 ? "" : "s") cannot be read")
  }

  static func severity(_ severity: DiagnosticSeverity) -> Text {
    switch severity {
    case .error: Text(vi: "lỗi", en: "error")
    case .warning: Text(vi: "cảnh báo", en: "warning")
    case .note: Text(vi: "ghi chú", en: "note")
    }
  }

  static func line(_ line: Int) -> Text { Text(vi: "dòng \(line)", en: "line \(line)") }

  static func kind(_ kind: String) -> Text {
    switch kind {
    case "integer": Text(vi: "số nguyên", en: "whole number")
    case "decimal": Text(vi: "số thập phân", en: "decimal")
    case "unclear-number":
      Text(
        vi: "số, chưa rõ dấu nghìn hay dấu thập phân", en: "number; thousands or decimals unclear")
    case "percentage": Text(vi: "phần trăm", en: "percentage")
    case "date": Text(vi: "ngày", en: "date")
    case "time": Text(vi: "ngày giờ", en: "date and time")
    case "boolean": Text(vi: "có/không", en: "yes/no")
    default: Text(vi: "chữ", en: "text")
    }
  }

  static func summary(_ files: Int, unreadable: Int, records: Int) -> Text {
    Text(
      vi: "\(files) tệp, \(records) bản ghi"
        + (unreadable > 0 ? "; \(unreadable) tệp không đọc được" : ""),
      en: "\(files) file\(files == 1 ? "" : "s"), \(records) record\(records == 1 ? "" : "s")"
        + (unreadable > 0 ? "; \(unreadable) cannot be read" : ""))
  }

  /// In whole per cent; nothing but nothing is 0%, and nothing but all 100%.
  static func percent(_ count: Int, of total: Int) -> Text {
    if total == 0 || count == 0 { return Text(verbatim: "0%") }
    let tenths = count * 1000 / total
    if count < total, tenths >= 995 { return Text(vi: "trên 99%", en: "over 99%") }
    if tenths < 5 { return Text(vi: "dưới 1%", en: "under 1%") }
    return Text(verbatim: "\((tenths + 5) / 10)%")
  }
}
