import Calendars
import Diagnostics
import Registry
import YAMLTree

extension Text {
  static let every = Text(vi: "'every'", en: "'every'")
  static let campaign = Text(vi: "'campaign'", en: "'campaign'")
  static let cut = Text(vi: "'cut'", en: "'cut'")
  static let when = Text(vi: "'when'", en: "'when'")
}

/// What can be wrong with `every`. Codes TT039x.
extension Diagnostic {
  static func everyWithoutKind(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0390",
      Text(
        vi: "'every' không nói khi nào đánh giá", en: "'every' does not say when to judge"),
      at: Label(span),
      hint: Text(
        vi:
          "viết each (month, quarter, half-year, year), once (một mốc ngày) hoặc campaign (một đợt từ ngày đến ngày)",
        en: "write each (month, quarter, half-year, year), once (a date) or campaign (from, until)")
    )
  }

  static func everyTwoKinds(_ other: Located<String>, first: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0391",
      Text(
        vi: "'\(other.value)' và '\(first.value)' không dùng chung được",
        en: "'\(other.value)' and '\(first.value)' cannot stand together"),
      at: Label(other.span),
      further: [Label(first.span, Text(vi: "đã có ở đây", en: "there is this already"))],
      hint: Text(
        vi: "giữ một trong hai; cần cả hai thì viết hai yêu cầu",
        en: "keep one of them; where both are meant, write two obligations"))
  }

  static func everyNeedsEach(_ key: Located<String>, _ kind: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0392",
      Text(
        vi: "'\(key.value)' chỉ dùng cùng 'each', không dùng cùng '\(kind.value)'",
        en: "'\(key.value)' goes with 'each' only, not with '\(kind.value)'"),
      at: Label(key.span),
      hint: Text(
        vi: "bỏ '\(key.value)': '\(kind.value)' đã ghi ngày của nó",
        en: "drop '\(key.value)': '\(kind.value)' names its own days"))
  }

  static func sinceUnclear(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0393",
      Text(
        vi: "'since' không nói lũy kế từ khi nào",
        en: "'since' does not say from when on to accumulate"),
      at: Label(span),
      hint: Text(
        vi: "viết year-start (từ đầu năm) hoặc một ngày, ví dụ 2025-07-01",
        en: "write year-start or a date such as 2025-07-01"))
  }

  static func sinceSaysNothing(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0394",
      Text(
        vi: "cả năm tính từ đầu năm là cả năm, nên 'since' không nói thêm gì",
        en: "a year since its start is that year, so 'since' says nothing"),
      at: Label(span),
      hint: Text(
        vi: "bỏ 'since'; nếu lũy kế từng tháng hay quý, viết each: month hoặc each: quarter",
        en: "drop 'since'; to accumulate by month or quarter, write each: month or each: quarter"))
  }

  static func cutDay(_ day: Located<Int>) -> Diagnostic {
    Diagnostic(
      "TT0395",
      Text(vi: "tháng không có ngày \(day.value)", en: "no month has a day \(day.value)"),
      at: Label(day.span),
      hint: Text(
        vi: "viết ngày từ 1 đến 31; tháng ngắn hơn thì lấy ngày cuối tháng",
        en: "write a day from 1 to 31; in a shorter month it means the last day"))
  }

  static func cutTime(_ time: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0396",
      Text(vi: "'\(time.value)' không phải giờ", en: "'\(time.value)' is no time of day"),
      at: Label(time.span),
      hint: Text(
        vi: "viết giờ và phút, ví dụ \"17:00\"; bỏ 'time' nếu lấy hết ngày",
        en: "write hours and minutes like \"17:00\"; drop 'time' for the end of the day"))
  }

  static func everyNotInForce(_ span: Span, _ inForce: DateSpan) -> Diagnostic {
    let days = inForce.shown
    return Diagnostic(
      "TT0397",
      Text(
        vi: "yêu cầu không có hiệu lực vào thời gian này nên không bao giờ được đánh giá",
        en: "the obligation is not in force then, so it would never be judged"),
      at: Label(span),
      hint: Text(
        vi: "yêu cầu có hiệu lực\(days.vi); sửa ngày này hoặc 'in-force'",
        en: "it is in force\(days.en); mend this date or 'in-force'"))
  }
}

extension DateSpan {
  fileprivate var shown: Text {
    let from = from.map { (" từ \($0.shown(in: .vi))", " from \($0.iso)") } ?? ("", "")
    let until = until.map { (" đến \($0.shown(in: .vi))", " until \($0.iso)") } ?? ("", "")
    return Text(vi: from.0 + until.0, en: from.1 + until.1)
  }
}
