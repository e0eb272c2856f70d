import Calendars
import Diagnostics

/// What can be wrong with the types of an expression. Codes TT0224 to TT0239.
extension Diagnostic {
  // MARK: - Operators

  static func typeMismatch(
    _ sign: String, _ left: Operand, _ right: Operand, _ span: Span
  ) -> Diagnostic {
    Diagnostic(
      "TT0224",
      Text(
        vi: "'\(sign)' không dùng được giữa \(left.type.words.vi) và \(right.type.words.vi)",
        en: "'\(sign)' does not go between \(left.type.name) and \(right.type.name)"),
      at: Label(span), further: labels(left, right), hint: conversion(sign, left, right))
  }

  private static func labels(_ left: Operand, _ right: Operand) -> [Label] {
    [left, right].map { Label($0.span, $0.type.words) }
  }

  private static func conversion(_ sign: String, _ left: Operand, _ right: Operand) -> Text {
    for (text, other) in [(left, right), (right, left)] where text.type == .string {
      if other.type.isTimePoint, text.isLiteral {
        return "+-".contains(sign)
          ? whichDays(text.text.filter(\.isNumber)) : moment(sign, left, right, text)
      }
      if sign == "+" { return write("string(\(other.text))") }
      if other.type.isNumber { return write("\(other.type.name)(\(text.text))") }
    }
    if left.type.isTimePoint, right.type == .int || right.type == .decimal {
      return whichDays(right.text)
    }
    return Text(
      vi: "đổi một vế để hai vế cùng kiểu", en: "change one side so that both have one type")
  }

  private static func whichDays(_ text: String) -> Text {
    let count = text.isEmpty ? "5" : text
    return Text(
      vi: "nói rõ loại ngày: workingDays(\(count)) hoặc days(\(count))",
      en: "say which days: workingDays(\(count)) or days(\(count))")
  }

  /// A day compared with a written day; moments are compared by the day they are on.
  private static func moment(
    _ sign: String, _ left: Operand, _ right: Operand, _ text: Operand
  ) -> Text {
    let written = text.text.trimmingPrefix { "\"'".contains($0) }
    let day = Day(meantBy: String(written.prefix { !"\"' T".contains($0) }))
    let sides = [left, right].map { operand in
      if operand.type == .string {
        return day.map { "date(\"\($0.iso)\")" } ?? "date(\(operand.text))"
      }
      return operand.type == .date ? operand.text : "date(\(operand.text))"
    }
    return write("\(sides[0]) \(sign) \(sides[1])")
  }

  private static func write(_ text: String) -> Text {
    Text(vi: "viết: \(text)", en: "write: \(text)")
  }

  static func timePointsMixed(
    _ sign: String, _ left: Operand, _ right: Operand, _ span: Span
  ) -> Diagnostic {
    let texts = [left, right].map { $0.type == .date ? $0.text : "date(\($0.text))" }
    let isSum = sign == "+"
    return Diagnostic(
      "TT0227",
      Text(
        vi:
          "'\(sign)' giữa \(left.type.words.vi) và \(right.type.words.vi): không tự đổi ngày và thời điểm",
        en: "'\(sign)' between \(left.type.name) and \(right.type.name): days and moments never mix"
      ),
      at: Label(span), further: labels(left, right),
      hint: isSum
        ? Text(
          vi: "cộng với một khoảng: workingDays(n), days(n)",
          en: "add a length of time: workingDays(n), days(n)")
        : write("\(texts[0]) \(sign) \(texts[1])"))
  }

  static func timeKindsMixed(
    _ sign: String, _ left: Operand, _ right: Operand, _ span: Span
  ) -> Diagnostic {
    Diagnostic(
      "TT0228",
      Text(
        vi:
          "'\(sign)' giữa \(left.type.words.vi) và \(right.type.words.vi): hai cách tính thời gian khác nhau",
        en: "'\(sign)' between \(left.type.name) and \(right.type.name): two kinds of time"),
      at: Label(span), further: labels(left, right),
      hint: Text(
        vi: "dùng một loại: workingDays(n) đếm ngày làm việc, days(n) đếm ngày theo lịch",
        en: "keep to one kind: workingDays(n) counts working days, days(n) calendar days"))
  }

  static func comparedWithNull(_ operand: Operand, _ sign: String, _ span: Span) -> Diagnostic {
    let text = sign == "==" ? "!has(\(operand.text))" : "has(\(operand.text))"
    return Diagnostic(
      "TT0224",
      Text(
        vi: "ô trống không phải là null", en: "an empty cell is not null"),
      at: Label(span), hint: write(text))
  }

  static func wrongOperand(_ sign: String, _ type: ValueType, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0224",
      Text(
        vi: "'\(sign)' không dùng được với \(type.words.vi)",
        en: "'\(sign)' does not take \(type.name)"
      ),
      at: Label(span),
      hint: Text(vi: "'\(sign)' cần một số", en: "'\(sign)' needs a number"))
  }

  static func wrongIndex(_ container: ValueType, _ index: ValueType, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0224",
      Text(
        vi: "không lấy phần tử [\(index.words.vi)] của \(container.words.vi) được",
        en: "\(container.name) has no items [\(index.name)]"),
      at: Label(span),
      hint: Text(
        vi: "danh sách dùng số thứ tự từ 0, bảng tra dùng khóa",
        en: "lists take a number from 0, maps a key"))
  }

  // MARK: - Conditions

  static func notACondition(_ type: ValueType, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0236",
      Text(
        vi: "cần một điều kiện đúng/sai ở đây, không phải \(type.words.vi)",
        en: "a condition (bool) is needed here, not \(type.name)"),
      at: Label(span), hint: condition(type, span.text))
  }

  /// How a value is made a condition.
  private static func condition(_ type: ValueType, _ text: String) -> Text {
    let value =
      switch type {
      case .date, .timestamp: nil as String?
      case .int, .decimal, .uint: "\(text) > 0"
      default: "\(text) == \"…\""
      }
    guard let value else {
      return Text(
        vi: "hỏi đã có hay chưa: has(\(text)); hoặc so với một ngày khác",
        en: "ask whether it is there: has(\(text)); or compare it with another date")
    }
    return Text(
      vi: "so sánh nó với một giá trị, ví dụ \(value)",
      en: "compare it with a value, such as \(value)")
  }

  static func oneOfSeveral(_ meant: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0236",
      Text(
        vi: "cần một điều kiện đúng/sai ở đây, không phải \(ValueType.string.words.vi)",
        en: "a condition (bool) is needed here, not \(ValueType.string.name)"),
      at: Label(span), hint: write(meant))
  }

  static func branchesDiffer(
    _ yes: ValueType, _ yesSpan: Span, _ no: ValueType, _ noSpan: Span
  ) -> Diagnostic {
    Diagnostic(
      "TT0239",
      Text(
        vi: "hai nhánh của '?:' khác kiểu: \(yes.words.vi) và \(no.words.vi)",
        en: "the branches of '?:' differ: \(yes.name) and \(no.name)"),
      at: Label(yesSpan, yes.words),
      further: [Label(noSpan, no.words)],
      hint: Text(
        vi: "viết hai nhánh cùng một kiểu", en: "make both branches of one type"))
  }

  static func unexpectedResult(
    _ type: ValueType, expected: [ValueType], _ span: Span
  ) -> Diagnostic {
    let vietnamese = expected.map(\.words.vi).joined(separator: " hoặc ")
    let english = expected.map(\.name).joined(separator: " or ")
    return Diagnostic(
      "TT0234",
      Text(
        vi: "biểu thức này là \(type.words.vi), ở đây cần \(vietnamese)",
        en: "this expression is \(type.name); \(english) is needed here"),
      at: Label(span), hint: resultHint(type, expected, span.text))
  }

  private static func resultHint(
    _ type: ValueType, _ expected: [ValueType], _ text: String
  ) -> Text {
    if expected == [.bool] { return condition(type, text) }
    if expected.contains(.date), type == .string { return write("date(\(text))") }
    return Text(
      vi: "sửa biểu thức cho đúng kiểu", en: "change the expression so that it gives that")
  }

  // MARK: - Functions

  static func unknownFunction(_ name: String, _ span: Span, known: [String]) -> Diagnostic {
    let nearest = NearestName.of(name, among: known.sorted())
    return Diagnostic(
      "TT0225", Text(vi: "không có hàm '\(name)'", en: "there is no function '\(name)'"),
      at: Label(span),
      hint: nearest.map { Text(vi: "có phải '\($0)'?", en: "did you mean '\($0)'?") })
  }

  static func otherStyle(_ name: String, _ meant: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0225",
      Text(
        vi: "hàm '\(name)' không được gọi như thế", en: "'\(name)' is not called like this"),
      at: Label(span), hint: write(meant))
  }

  static func wrongArguments(
    _ name: String, _ types: [ValueType], signatures: [String], _ span: Span
  ) -> Diagnostic {
    let given = types.map(\.name).joined(separator: ", ")
    let words = types.map(\.words.vi).joined(separator: ", ")
    let list = signatures.prefix(6).joined(separator: "; ")
    return Diagnostic(
      "TT0226",
      Text(
        vi: "hàm '\(name)' không nhận \(words)", en: "'\(name)' does not take (\(given))"),
      at: Label(span), hint: Text(vi: "các dạng: \(list)", en: "it is: \(list)"))
  }

  static func numberInQuotes(
    _ name: String, _ types: [ValueType], meant: String, _ span: Span
  ) -> Diagnostic {
    let given = types.map(\.name).joined(separator: ", ")
    let words = types.map(\.words.vi).joined(separator: ", ")
    return Diagnostic(
      "TT0226",
      Text(
        vi: "hàm '\(name)' không nhận \(words)", en: "'\(name)' does not take (\(given))"),
      at: Label(span),
      hint: Text(vi: "số không để trong dấu nháy: \(meant)", en: "drop the quotes: \(meant)"))
  }

  static func accessorWithoutZone(_ name: String, _ operand: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0229",
      Text(
        vi: "'\(name)' trên thời điểm cần biết múi giờ",
        en: "'\(name)' of a moment needs a time zone"),
      at: Label(span),
      hint: Text(
        vi: "viết: \(operand).local().\(name)() — giờ theo múi giờ của bộ quy tắc",
        en: "write: \(operand).local().\(name)() — by the workspace's zone"))
  }

  static func macroNeedsName(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0238",
      Text(vi: "cần một tên mới ở đây", en: "a new name is needed here"), at: Label(span),
      hint: Text(
        vi: "ví dụ: danh_sách.exists(x, x > 0)", en: "for example: list.exists(x, x > 0)"))
  }

  static func cannotAggregate(_ type: ValueType, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0241",
      Text(
        vi: "không cộng hay so sánh được giá trị kiểu \(type.words.vi)",
        en: "values of type \(type.name) can be neither added nor ordered"),
      at: Label(span),
      hint: Text(
        vi: "sum cần số hoặc khoảng thời gian; min, max, first, last cần số, ngày, giờ hoặc chữ",
        en: "sum needs numbers or lengths of time; min, max, first, last need numbers, dates, texts"
      ))
  }

  static func notACollection(_ type: ValueType, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0224",
      Text(
        vi: "cần danh sách hoặc bảng tra, không phải \(type.words.vi)",
        en: "a list or map is needed, not \(type.name)"),
      at: Label(span),
      hint: Text(vi: "viết: [\(span.text)]", en: "write: [\(span.text)]"))
  }
}

extension Operand {
  /// Whether it is a text in quotes.
  fileprivate var isLiteral: Bool { text.first.map { "\"'".contains($0) } ?? false }
}
