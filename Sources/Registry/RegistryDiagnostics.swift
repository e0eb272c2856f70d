import Calendars
import Diagnostics
import YAMLTree

/// What mappings of the registry describe, for messages.
extension Text {
  static let unit = Text(vi: "đơn vị", en: "a unit")
  static let post = Text(vi: "chức vụ", en: "a post")
  static let holding = Text(vi: "thời gian giữ chức vụ", en: "a holding")

  static func dates(_ key: String) -> Text { Text(vi: "'\(key)'", en: "'\(key)'") }
}

/// What can be wrong with dates, units and posts. Codes TT04xx.
extension Diagnostic {
  static func notADate(_ key: String, _ text: String?, _ span: Span) -> Diagnostic {
    let hint =
      text.flatMap { Day(meantBy: $0) }.map {
        Text(
          vi: "viết năm-tháng-ngày với dấu '-': \($0.iso)",
          en: "write year-month-day with '-': \($0.iso)")
      }
      ?? Text(
        vi: "viết năm-tháng-ngày, ví dụ 2025-07-01", en: "write year-month-day, like 2025-07-01")
    guard let text, hasShapeOfDate(text) else {
      let odd = text.flatMap { OddCharacter.first(in: $0) }?.character.note
      return Diagnostic(
        "TT0401",
        Text(
          vi: "'\(key)' phải là một ngày\(odd.map { "; \($0.vi)" } ?? "")",
          en: "'\(key)' must be a date\(odd.map { "; \($0.en)" } ?? "")"),
        at: Label(span), hint: hint)
    }
    return Diagnostic(
      "TT0401", Text(vi: "không có ngày \(text)", en: "there is no date \(text)"), at: Label(span),
      hint: numbering(text))
  }

  /// Why a text in the shape of a date is none.
  private static func numbering(_ text: String) -> Text {
    let month = Int(text.split(separator: "-")[1]) ?? 0
    return (1...12).contains(month)
      ? Text(
        vi: "kiểm tra số ngày của tháng \(month)", en: "check how many days month \(month) has")
      : Text(
        vi: "không có tháng \(month); viết năm-tháng-ngày",
        en: "there is no month \(month); write year-month-day")
  }

  static func datesAreADay(_ key: String, _ text: String, _ span: Span) -> Diagnostic {
    let day = Day(meantBy: text)?.iso ?? text
    return Diagnostic(
      "TT0110",
      Text(
        vi: "'\(key)' phải nói từ ngày nào (và đến ngày nào)",
        en: "'\(key)' says from when (and until when)"),
      at: Label(span),
      hint: Text(vi: "viết \(key): { from: \(day) }", en: "write \(key): { from: \(day) }"))
  }

  private static func hasShapeOfDate(_ text: String) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).map(\.count) == [4, 2, 2]
      && text.allSatisfy { $0 == "-" || $0.isASCII && $0.isNumber }
  }

  static func datesReversed(_ from: Located<Day>, _ until: Located<Day>) -> Diagnostic {
    Diagnostic(
      "TT0402",
      Text(
        vi:
          "ngày cuối \(until.value.shown(in: .vi)) đứng trước ngày đầu \(from.value.shown(in: .vi))",
        en: "the last day \(until.value.iso) comes before the first day \(from.value.iso)"),
      at: Label(until.span), further: [Label(from.span, Text(vi: "ngày đầu", en: "first day"))],
      hint: Text(
        vi: "'until' là ngày cuối cùng còn được tính; sửa một trong hai ngày",
        en: "'until' is the last day that still counts; correct one of the two dates"))
  }

  static func badUnitCode(_ code: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0403",
      Text(
        vi: "mã đơn vị '\(code.value)' để trống hoặc có dấu cách, dấu gạch chéo",
        en: "the unit code '\(code.value)' is empty, or has a space or a slash in it"),
      at: Label(code.span),
      hint: Text(
        vi: "mã đơn vị được dùng trong tên tệp và số kết quả; viết như H26.01",
        en: "codes stand in file names and in the numbers of verdicts; write them like H26.01"))
  }

  static func unitsOverlap(_ unit: Unit, _ first: Unit) -> Diagnostic {
    Diagnostic(
      "TT0404",
      Text(
        vi: "mã '\(unit.code)' chỉ hai đơn vị trong cùng một ngày",
        en: "the code '\(unit.code)' means two units on the same day"),
      at: Label(unit.span, named(unit)), further: [Label(first.span, named(first))],
      hint: Text(
        vi: "ghi 'until' cho đơn vị trước và 'from' cho đơn vị sau, để mỗi ngày mã chỉ một đơn vị",
        en:
          "give the earlier unit an 'until' and the later one a 'from', so that the days are apart"
      ))
  }

  private static func named(_ unit: Unit) -> Text {
    let from = unit.dates.from
    let until = unit.dates.until
    return Text(
      vi: "\(unit.name), từ \(from?.shown(in: .vi) ?? "…") đến \(until?.shown(in: .vi) ?? "nay")",
      en: "\(unit.name), from \(from?.iso ?? "…") to \(until?.iso ?? "now")")
  }

  static func unknownParent(
    _ unit: Unit, _ parent: String, _ codes: some Sequence<String>
  ) -> Diagnostic {
    Diagnostic(
      "TT0405",
      Text(
        vi: "đơn vị cấp trên '\(parent)' của '\(unit.code)' chưa được khai báo",
        en: "the parent '\(parent)' of '\(unit.code)' is not declared"),
      at: Label(unit.span),
      hint: nearest(parent, codes)
        ?? Text(
          vi: "thêm '\(parent)' vào 'units', hoặc bỏ 'parent'",
          en: "add '\(parent)' to 'units', or drop 'parent'"))
  }

  static func parentCycle(_ unit: Unit, _ parent: String) -> Diagnostic {
    Diagnostic(
      "TT0406",
      Text(
        vi: "'\(unit.code)' trở thành cấp trên của chính mình qua '\(parent)'",
        en: "'\(unit.code)' becomes its own superior through '\(parent)'"),
      at: Label(unit.span),
      hint: Text(
        vi: "sửa 'parent' của một trong các đơn vị này", en: "correct one 'parent' of these"))
  }

  static func parentElsewhen(_ unit: Unit, _ parent: String) -> Diagnostic {
    Diagnostic(
      "TT0407", .warning,
      Text(
        vi: "'\(parent)', cấp trên của '\(unit.code)', không hoạt động ngày nào cùng đơn vị này",
        en: "'\(parent)', the parent of '\(unit.code)', exists on none of its days"),
      at: Label(unit.span),
      hint: Text(
        vi: "kiểm tra 'from', 'until' của hai đơn vị", en: "check 'from' and 'until' of both units")
    )
  }

  static func unknownUnit(
    _ code: String, _ span: Span, _ codes: some Sequence<String>
  ) -> Diagnostic {
    Diagnostic(
      "TT0408",
      Text(
        vi: "đơn vị '\(code)' chưa được khai báo trong 'units'",
        en: "the unit '\(code)' is not declared in 'units'"),
      at: Label(span),
      hint: nearest(code, codes)
        ?? Text(vi: "thêm đơn vị vào 'units'", en: "add the unit to 'units'"))
  }

  static func postTwice(_ post: Post, _ span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      "TT0409",
      Text(
        vi: "chức vụ '\(post.role)' của '\(post.unit)' được khai báo hai lần",
        en: "the post '\(post.role)' of '\(post.unit)' is declared twice"),
      at: Label(span, Text(vi: "lần thứ hai", en: "again here")),
      further: [Label(first, Text(vi: "lần đầu", en: "first here"))],
      hint: Text(
        vi: "gộp 'holdings' của hai lần vào một", en: "put the 'holdings' of both under one"))
  }

  static func holdingsOverlap(_ post: Post, _ first: Holding, _ second: Holding) -> Diagnostic {
    Diagnostic(
      "TT0410", .warning,
      Text(
        vi: "\(post.title): có ngày hai người cùng giữ chức vụ",
        en: "\(post.title): two people hold the post on the same day"),
      at: Label(second.span, dated(second)), further: [Label(first.span, dated(first))],
      hint: Text(
        vi:
          "ghi 'until' của người trước là ngày cuối họ giữ chức vụ; nếu một người chỉ được ủy quyền, ghi kind: delegated",
        en: "let the earlier 'until' be the last day in post; for a delegate write kind: delegated")
    )
  }

  static func aliasOfTwo(_ alias: String, _ unit: Unit, _ other: Unit) -> Diagnostic {
    Diagnostic(
      "TT0412",
      Text(
        vi: "'\(alias)' là tên gọi của cả '\(other.code)' và '\(unit.code)'",
        en: "'\(alias)' is what both '\(other.code)' and '\(unit.code)' are called"),
      at: Label(unit.span, named(unit)), further: [Label(other.span, named(other))],
      hint: Text(
        vi: "để tên gọi này trong 'aliases' của một đơn vị thôi",
        en: "leave it in the 'aliases' of one unit only"))
  }

  static func unknownKind(_ kind: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0411",
      Text(
        vi: "'\(kind.value)' không phải một cách giữ chức vụ",
        en: "'\(kind.value)' is no way to hold a post"),
      at: Label(kind.span),
      hint: Text(
        vi:
          "viết official (chính thức), acting (quyền), in-charge (phụ trách) hoặc delegated (được ủy quyền)",
        en: "write official, acting, in-charge or delegated"))
  }

  private static func dated(_ holding: Holding) -> Text {
    let from = holding.dates.from
    let until = holding.dates.until
    return Text(
      vi:
        "\(holding.holder), từ \(from?.shown(in: .vi) ?? "…") đến \(until?.shown(in: .vi) ?? "nay")",
      en: "\(holding.holder), from \(from?.iso ?? "…") to \(until?.iso ?? "now")")
  }

  private static func nearest(_ name: String, _ names: some Sequence<String>) -> Text? {
    NearestName.of(name, among: names).map {
      Text(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
    }
  }
}
