import Diagnostics

/// What can be wrong with the keys and values of a mapping. Codes TT011x and TT012x.
extension Diagnostic {
  static func notMapping(_ node: Node, _ what: Text) -> Diagnostic {
    let isListOfOne = node.items?.count == 1 && node.items?.first?.entries != nil
    return Diagnostic(
      "TT0110",
      Text(
        vi: "\(what.vi) phải gồm các dòng 'khóa: giá trị'",
        en: "\(what.en) must be lines of 'key: value'"),
      at: Label(node.span),
      hint: isListOfOne
        ? Text(vi: "đây không phải danh sách: bỏ dấu '-'", en: "this is no list: drop the '-'")
        : Text(
          vi: "viết mỗi khóa trên một dòng, thụt vào như nhau, có dấu cách sau dấu hai chấm",
          en: "write a key a line, indented alike, with a space after the colon"))
  }

  static func unknownKey(_ key: String, _ span: Span, _ what: Text, _ known: [String]) -> Diagnostic
  {
    let list = known.joined(separator: ", ")
    let nearest = NearestName.of(key, among: known)
    return Diagnostic(
      "TT0111",
      Text(vi: "\(what.vi) không có khóa '\(key)'", en: "\(what.en) has no key '\(key)'"),
      at: Label(span),
      hint: nearest.map {
        Text(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
      } ?? Text(vi: "các khóa được phép: \(list)", en: "the keys allowed are: \(list)"))
  }

  static func keyTooDeep(
    _ key: String, _ span: Span, _ what: Text, belongsTo outer: Text
  ) -> Diagnostic {
    Diagnostic(
      "TT0111",
      Text(vi: "\(what.vi) không có khóa '\(key)'", en: "\(what.en) has no key '\(key)'"),
      at: Label(span),
      hint: Text(
        vi: "'\(key)' là khóa của \(outer.vi): bớt thụt dòng cho thẳng với các khóa đó",
        en: "'\(key)' belongs to \(outer.en): indent it less, in line with those keys"))
  }

  static func textCutByComma(
    _ entry: Node.Entry, _ rest: Node.Entry, _ what: Text
  ) -> Diagnostic {
    let (key, start, end) = (entry.key.text, entry.value.span.text, rest.keySpan.text)
    let list = "\(key): [\(start), \(end)]"
    let hint =
      rest.isDecimals(of: entry)
      ? Text(
        vi: "số thập phân viết bằng dấu chấm: \(key): \(start).\(end)",
        en: "decimals are written with a point: \(key): \(start).\(end)")
      : Text(
        vi:
          "nhiều giá trị thì đặt trong ngoặc vuông: \(list); một câu có dấu phẩy thì đặt trong dấu nháy",
        en: "several values need brackets: \(list); a text with a comma needs quotes")
    return Diagnostic(
      "TT0111",
      Text(
        vi: "trong { } dấu phẩy kết thúc giá trị, nên \(what.vi) có khóa lạ '\(end)'",
        en: "in { } a comma ends a value, so \(what.en) has a strange key '\(end)'"),
      at: Label(rest.keySpan), further: [], hint: hint)
  }

  static func missingKey(
    _ key: String, _ span: Span, _ what: Text, _ example: String?
  ) -> Diagnostic {
    Diagnostic(
      "TT0112",
      Text(vi: "\(what.vi) thiếu khóa '\(key)'", en: "\(what.en) lacks the key '\(key)'"),
      at: Label(span), hint: self.example(of: key, example))
  }

  static func emptyKey(_ key: String, _ span: Span, _ example: String?) -> Diagnostic {
    Diagnostic(
      "TT0112",
      Text(vi: "'\(key)' chưa có giá trị", en: "'\(key)' has no value yet"), at: Label(span),
      hint: self.example(of: key, example))
  }

  private static func example(of key: String, _ value: String?) -> Text {
    let known = value.map { KeyExample(value: $0, choices: nil) } ?? KeyExample.of(key)
    guard let example = known else {
      return Text(vi: "ghi giá trị sau '\(key):'", en: "write a value after '\(key):'")
    }
    let choice = example.choices.map { Text(vi: " (một trong: \($0))", en: " (one of: \($0))") }
    return Text(
      vi: "ví dụ '\(key): \(example.value)'\(choice?.vi ?? "")",
      en: "such as '\(key): \(example.value)'\(choice?.en ?? "")")
  }

  static func wrongShape(_ key: String, _ span: Span, wanted: Text) -> Diagnostic {
    Diagnostic(
      "TT0113",
      Text(vi: "'\(key)' phải là \(wanted.vi)", en: "'\(key)' must be \(wanted.en)"),
      at: Label(span),
      hint: Text(vi: "viết \(wanted.vi) sau '\(key):'", en: "write \(wanted.en) after '\(key):'"))
  }

  static func expressionNotQuoted(_ key: String, _ span: Span) -> Diagnostic {
    let isOneLine = !span.text.contains { $0.isNewline }
    let quoted = isOneLine ? ": '" + span.text.replacing("'", with: "''") + "'" : ""
    return Diagnostic(
      "TT0114",
      Text(
        vi: "YAML không đọc '\(key)' như một biểu thức vì ký tự '\(span.text.prefix(1))' ở đầu",
        en:
          "YAML does not read '\(key)' as an expression, because of the '\(span.text.prefix(1))' it starts with"
      ),
      at: Label(span),
      hint: Text(
        vi: "đặt cả biểu thức trong dấu nháy đơn\(quoted)",
        en: "put the whole expression in single quotes\(quoted)"))
  }

  static func expressionCut(_ key: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0115",
      Text(
        vi: "YAML cắt biểu thức '\(key)' tại dấu '#', vì ' #' mở đầu một chú thích",
        en: "YAML cuts the expression '\(key)' at the '#', since ' #' starts a comment"),
      at: Label(span),
      hint: Text(
        vi: "đặt cả biểu thức trong dấu nháy đơn", en: "put the whole expression in single quotes"))
  }

  static func textCut(_ key: String, _ text: Span, _ comment: Span) -> Diagnostic {
    let whole = "'" + text.through(comment).text.replacing("'", with: "''") + "'"
    return Diagnostic(
      "TT0117", .warning,
      Text(
        vi: "YAML coi phần từ dấu '#' là chú thích, nên '\(key)' chỉ còn '\(text.text)'",
        en: "YAML takes what follows the '#' for a comment, so '\(key)' is only '\(text.text)'"),
      at: Label(comment),
      hint: Text(
        vi: "đặt cả giá trị trong dấu nháy: \(whole); nếu đúng là chú thích, thêm dấu cách sau '#'",
        en: "put the whole value in quotes: \(whole); if it is a comment, put a space after the '#'"
      ))
  }

  /// A value that is not among the ones allowed.
  package static func notAmong(_ key: String, _ value: Located<String>, _ allowed: [String])
    -> Diagnostic
  {
    let list = allowed.joined(separator: ", ")
    let nearest = NearestName.of(value.value, among: allowed)
    return Diagnostic(
      "TT0116",
      Text(
        vi: "'\(value.value)' không phải giá trị của '\(key)'",
        en: "'\(value.value)' is no value of '\(key)'"),
      at: Label(value.span),
      hint: nearest.map {
        Text(
          vi: "có phải ý bạn là '\($0)'? (được phép: \(list))",
          en: "did you mean '\($0)'? (allowed: \(list))")
      } ?? Text(vi: "các giá trị được phép: \(list)", en: "the values allowed are: \(list)"))
  }
}
