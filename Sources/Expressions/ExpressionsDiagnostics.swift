import Diagnostics
import Tables

/// What can be wrong with an expression, and what to write instead. Codes TT02xx; those of functions
/// that fail on constants are in `FaultDiagnostics`.
extension Diagnostic {
  // MARK: - Words

  static func emptyExpression(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0201", Text(vi: "biểu thức trống", en: "the expression is empty"), at: Label(span),
      hint: Text(
        vi: "viết một biểu thức, hoặc bỏ khóa này đi", en: "write an expression, or drop the key"))
  }

  static func unterminatedString(_ span: Span, quote: String) -> Diagnostic {
    Diagnostic(
      "TT0202", Text(vi: "văn bản không được đóng", en: "the text is not closed"),
      at: Label(span, Text(vi: "mở ở đây", en: "opened here")),
      hint: Text(vi: "thêm \(quote) vào cuối văn bản", en: "add \(quote) at its end"))
  }

  static func strayCharacter(_ span: Span) -> Diagnostic {
    let text = span.text
    let odd = OddCharacter.first(in: text)?.character
    if let odd, odd.isInvisible {
      return Diagnostic(
        "TT0203",
        Text(vi: "biểu thức \(odd.note.vi)", en: "\(odd.note.en) in the expression"),
        at: Label(span), hint: odd.remedy)
    }
    return Diagnostic(
      "TT0203",
      Text(
        vi: "không hiểu '\(text)' trong biểu thức", en: "'\(text)' has no meaning in an expression"),
      at: Label(span), hint: strayHint(odd))
  }

  private static func strayHint(_ odd: OddCharacter?) -> Text {
    switch odd?.meant {
    case "\"", "'":
      Text(vi: "dùng dấu nháy thẳng: \" hoặc '", en: "use straight quotes: \" or '")
    case nil:
      Text(
        vi: "tên chỉ gồm chữ không dấu, chữ số và '_'; văn bản đặt trong dấu nháy",
        en: "names have unaccented letters, digits and '_'; put texts in quotes")
    default: odd?.remedy ?? Text(verbatim: "")
    }
  }

  /// Words of a language in an expression.
  static func strayWords(_ words: String, _ span: Span) -> Diagnostic {
    let known = TimeWords.functions.sorted { $0.key.count > $1.key.count }
    let length = known.first { $0.key.hasSuffix(words.lowercased()) }?.value
    return Diagnostic(
      "TT0203",
      Text(
        vi: "không hiểu '\(words)' trong biểu thức",
        en: "'\(words)' has no meaning in an expression"),
      at: Label(span),
      hint: length.map { Text(vi: "viết, ví dụ: \($0)(5)", en: "write \($0)(5), for example") }
        ?? strayHint(nil))
  }

  static func lengthInWords(_ meant: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0203",
      Text(
        vi: "không hiểu '\(span.text)' trong biểu thức",
        en: "'\(span.text)' has no meaning in an expression"),
      at: Label(span), hint: Text(vi: "viết \(meant)", en: "write \(meant)"))
  }

  static func badEscape(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0204",
      Text(vi: "'\(span.text)' không phải ký tự thoát", en: "'\(span.text)' is no escape"),
      at: Label(span),
      hint: Text(
        vi: "viết '\\\\' cho một dấu '\\', hoặc thêm r trước văn bản: r\"…\"",
        en: "write '\\\\' for one '\\', or put r before the text: r\"…\""))
  }

  static func wrongSign(_ sign: String, _ meant: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0205", Text(vi: "không có phép toán '\(sign)'", en: "there is no operator '\(sign)'"),
      at: Label(span), hint: Text(vi: "viết '\(meant)'", en: "write '\(meant)'"))
  }

  static func spelledOperator(_ word: String, _ meant: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0206",
      Text(vi: "'\(word)' không phải là phép toán", en: "'\(word)' is no operator"),
      at: Label(span), hint: Text(vi: "viết '\(meant)'", en: "write '\(meant)'"))
  }

  static func badNumber(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0207",
      Text(vi: "'\(span.text)' không phải là số", en: "'\(span.text)' is no number"),
      at: Label(span),
      hint: Text(
        vi: "tách số và chữ; số ngày viết là days(5), số ngày làm việc là workingDays(5)",
        en: "part the number from the word; days are days(5), working days workingDays(5)"))
  }

  static func numberOutOfRange(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0208", Text(vi: "số \(span.text) quá lớn", en: "the number \(span.text) is too large"),
      at: Label(span),
      hint: Text(
        vi: "số nguyên có thể từ -9223372036854775808 đến 9223372036854775807",
        en: "whole numbers go from -9223372036854775808 to 9223372036854775807"))
  }

  // MARK: - Grammar

  static func unexpected(
    _ span: Span, wanted: String?, opened: Span? = nil, afterPoint: Bool = false,
    wantsOperand: Bool = false
  ) -> Diagnostic {
    let found = span.bytes.isEmpty ? nil : span.text
    let further = opened.map { [Label($0, Text(vi: "mở ở đây", en: "opened here"))] } ?? []
    return Diagnostic(
      "TT0209",
      found.map { Text(vi: "không hiểu '\($0)' ở chỗ này", en: "'\($0)' does not fit here") }
        ?? Text(vi: "biểu thức dừng giữa chừng", en: "the expression stops half-way"),
      at: Label(span), further: further, hint: missing(wanted, afterPoint, wantsOperand))
  }

  private static func missing(_ wanted: String?, _ afterPoint: Bool, _ operand: Bool) -> Text {
    if let wanted { return Text(vi: "cần '\(wanted)' ở đây", en: "'\(wanted)' is needed here") }
    if afterPoint {
      return Text(
        vi: "sau dấu '.' cần tên cột hoặc tên hàm", en: "a column or function comes after the '.'")
    }
    if operand {
      return Text(
        vi: "cần một giá trị ở đây: tên, số, văn bản hoặc '('",
        en: "a value is needed here: a name, a number, a text or '('")
    }
    return Text(
      vi: "có thể thiếu một phép toán trước đó, chẳng hạn && hoặc ==",
      en: "an operator may be missing before it, such as && or ==")
  }

  static func tooDeep(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0210",
      Text(vi: "biểu thức lồng nhau quá sâu", en: "the expression is nested too deeply"),
      at: Label(span),
      hint: Text(
        vi: "bỏ bớt ngoặc, hoặc tách phần bên trong ra thành `let`",
        en: "drop brackets, or move an inner part into a `let`"))
  }

  static func reservedWord(_ word: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0211",
      Text(vi: "'\(word)' là từ dành riêng", en: "'\(word)' is a reserved word"), at: Label(span),
      hint: Text(vi: "chọn tên khác", en: "choose another name"))
  }

  static func optionalSyntax(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0212",
      Text(
        vi: "không hỗ trợ cú pháp tùy chọn '?'", en: "the optional syntax '?' is not supported"),
      at: Label(span),
      hint: Text(
        vi: "viết has(x) ? x : giá trị thay thế", en: "write has(x) ? x : another value"))
  }

  static func messageSyntax(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0213",
      Text(
        vi: "không có kiểu bản ghi '\(span.text)' để tạo",
        en: "there is no message type '\(span.text)'"),
      at: Label(span),
      hint: Text(
        vi: "biểu thức chỉ đọc các cột; một bảng tra viết là {\"khóa\": giá trị}",
        en: "expressions read columns; a map is written {\"key\": value}"))
  }

  // MARK: - Names

  static func unknownName(_ name: String, _ span: Span, known: [String]) -> Diagnostic {
    Diagnostic(
      "TT0220", Text(vi: "không có tên '\(name)'", en: "there is no '\(name)' here"),
      at: Label(span), hint: suggestion(name, known) ?? listed(known))
  }

  static func textWithoutQuotes(_ name: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0220", Text(vi: "không có tên '\(name)'", en: "there is no '\(name)' here"),
      at: Label(span),
      hint: Text(
        vi: "nếu là chữ, đặt trong dấu nháy: \"\(name)\"",
        en: "a text stands in quotes: \"\(name)\""))
  }

  static func unknownColumn(_ name: String, of dataset: Dataset, _ span: Span) -> Diagnostic {
    let columns = dataset.columns.map(\.id)
    return Diagnostic(
      "TT0221",
      Text(
        vi: "bảng '\(dataset.id)' không có cột '\(name)'",
        en: "dataset '\(dataset.id)' has no column '\(name)'"),
      at: Label(span),
      further: dataset.span.map {
        [Label($0, Text(vi: "bảng khai báo ở đây", en: "declared here"))]
      } ?? [],
      hint: joined(suggestion(name, columns), listed(columns)))
  }

  private static func suggestion(_ name: String, _ known: [String]) -> Text? {
    NearestName.of(name, among: known.sorted()).map {
      Text(vi: "có phải '\($0)'?", en: "did you mean '\($0)'?")
    }
  }

  private static func listed(_ names: [String]) -> Text {
    let list = names.sorted().prefix(20).joined(separator: ", ")
    return names.isEmpty
      ? Text(vi: "không có tên nào", en: "there are none")
      : Text(vi: "có thể dùng: \(list)", en: "there are: \(list)")
  }

  private static func joined(_ first: Text?, _ second: Text) -> Text {
    first.map { Text(vi: "\($0.vi) \(second.vi)", en: "\($0.en) \(second.en)") } ?? second
  }

  static func recordAsValue(_ name: String, _ dataset: Dataset, _ span: Span) -> Diagnostic {
    let example = dataset.columns.first.map { "\(name).\($0.id)" } ?? name
    return Diagnostic(
      "TT0222",
      Text(
        vi: "'\(name)' là cả bản ghi, không phải một giá trị",
        en: "'\(name)' is a whole record, not a value"),
      at: Label(span),
      hint: Text(vi: "chọn một cột, ví dụ \(example)", en: "choose a column: \(example)"))
  }

  static func noColumns(
    _ name: String, _ type: ValueType, _ field: String, _ span: Span, _ isFunction: Bool
  ) -> Diagnostic {
    Diagnostic(
      "TT0223",
      Text(
        vi: "cột '\(name)' kiểu \(type.name), không dẫn tới bảng khác",
        en: "the column '\(name)' is \(type.name) and refers to no other dataset"),
      at: Label(span),
      hint: callHint(field, isFunction)
        ?? Text(
          vi: "bỏ '.\(field)', hoặc khai báo `references` cho cột này",
          en: "drop '.\(field)', or declare `references` for the column"))
  }

  static func noFields(
    _ type: ValueType, _ field: String, _ span: Span, _ isFunction: Bool
  ) -> Diagnostic {
    Diagnostic(
      "TT0223",
      Text(
        vi: "giá trị kiểu \(type.name) không có '\(field)'",
        en: "a value of type \(type.name) has no '\(field)'"),
      at: Label(span),
      hint: callHint(field, isFunction)
        ?? Text(vi: "bỏ '.\(field)'", en: "drop '.\(field)'"))
  }

  private static func callHint(_ field: String, _ isFunction: Bool) -> Text? {
    guard isFunction else { return nil }
    return Text(
      vi: "đây là hàm, viết '\(field)()'", en: "it is a function: write '\(field)()'")
  }

  static func listHasNoColumns(
    _ list: String, _ relation: ChildRelation, _ field: String, _ span: Span
  ) -> Diagnostic {
    Diagnostic(
      "TT0240",
      Text(
        vi: "'\(list)' là danh sách nhiều bản ghi, không có cột '\(field)'",
        en: "'\(list)' is a list of records and has no column '\(field)'"),
      at: Label(span),
      hint: Text(
        vi: "hỏi từng bản ghi, ví dụ \(list).exists(x, x.\(field) …), hoặc \(list).size()",
        en: "ask each record: \(list).exists(x, x.\(field) …), or \(list).size()"))
  }

  static func hasNeedsColumn(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0237",
      Text(vi: "has(…) cần tên một cột", en: "has(…) needs the name of a column"),
      at: Label(span),
      hint: Text(
        vi: "viết has(bản_ghi.cột); với danh sách: danh_sách.size() > 0",
        en: "write has(record.column); for a list: list.size() > 0"))
  }

  static func unguarded(
    _ name: String, _ span: Span, remedy: Unguarded
  ) -> Diagnostic {
    Diagnostic(
      "TT0233",
      Text(
        vi: "'\(name)' có thể trống mà chưa được kiểm tra bằng has(…)",
        en: "'\(name)' may be empty and is not guarded by has(…)"),
      at: Label(span),
      hint: remedy.hint)
  }

  /// How a value that may be empty is guarded.
  enum Unguarded {
    /// By a condition before it.
    case condition(String)
    /// By the filter of the records, all of which have it then.
    case filter(String)
    /// By another value, for what is in sight only here.
    case choice(String)

    fileprivate var hint: Text {
      switch self {
      case .condition(let text): Text(vi: "viết: \(text)", en: "write: \(text)")
      case .filter(let guards):
        Text(
          vi: "thêm vào 'where': \(guards)  (nối bằng && nếu 'where' đã có điều kiện)",
          en: "add to 'where': \(guards)  (with && where it has a condition already)")
      case .choice(let text):
        Text(
          vi: "viết: \(text) : giá trị khi ô trống",
          en: "write: \(text) : the value where it is empty")
      }
    }
  }

  static func notAllowed(
    _ text: String, _ name: String, _ allowed: [String], _ span: Span
  ) -> Diagnostic {
    Diagnostic(
      "TT0235",
      Text(
        vi: "cột '\(name)' không bao giờ là \"\(text)\"", en: "'\(name)' is never \"\(text)\""),
      at: Label(span), hint: joined(suggestion(text, allowed), listed(allowed)))
  }
}
