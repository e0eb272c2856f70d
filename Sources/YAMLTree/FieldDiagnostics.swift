import Diagnostics

/// What can be wrong with the keys and values of a mapping. Codes TT011x and TT012x.
extension Diagnostic {
  static func notMapping(_ span: Span, _ what: Text) -> Diagnostic {
    Diagnostic(
      "TT0110",
      Text(
        vi: "\(what.vi) phải gồm các dòng 'khóa: giá trị'",
        en: "\(what.en) must be lines of 'key: value'"),
      at: Label(span),
      hint: Text(
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

  static func missingKey(_ key: String, _ span: Span, _ what: Text) -> Diagnostic {
    Diagnostic(
      "TT0112",
      Text(vi: "\(what.vi) thiếu khóa '\(key)'", en: "\(what.en) lacks the key '\(key)'"),
      at: Label(span), hint: Text(vi: "thêm '\(key): …'", en: "add '\(key): …'"))
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
