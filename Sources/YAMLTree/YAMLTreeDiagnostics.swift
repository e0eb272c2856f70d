import Diagnostics

/// What can be wrong with a YAML file, and what to do about it. Codes TT01xx.
extension Diagnostic {
  static func unreadable(_ fault: ReadingFault, in source: SourceText) -> Diagnostic {
    fault.isEncoding ? encoding(fault, source) : syntax(fault, source)
  }

  private static func encoding(_ fault: ReadingFault, _ source: SourceText) -> Diagnostic {
    let place = Label(
      Span(source, fault.offset..<fault.offset + 1), Text(vi: "tại đây", en: "here"))
    if fault.problem == "control characters are not allowed" {
      return Diagnostic(
        "TT0101",
        Text(vi: "tệp có ký tự điều khiển", en: "the file holds a control character"), at: place,
        hint: Text(
          vi: "xóa ký tự này (nó không hiện trên màn hình)",
          en: "delete the character (it does not show on the screen)"))
    }
    return Diagnostic(
      "TT0101",
      Text(vi: "tệp không phải UTF-8 hợp lệ", en: "the file is not valid UTF-8"), at: place,
      hint: Text(
        vi: "lưu tệp lại với bảng mã UTF-8", en: "save the file with the encoding UTF-8"))
  }

  private static func syntax(_ fault: ReadingFault, _ source: SourceText) -> Diagnostic {
    if let start = fault.contextOffset, fault.problem == "found unexpected end of stream" {
      return quoteLeftOpen(Span(source, start..<start + 1))
    }
    let place = Span(source, fault.offset..<fault.offset + 1)
    if let odd = OddSpaces.last(before: place) { return oddSpace(odd) }
    if let start = fault.contextOffset, let blank = noBlankAfterColon(fault, source, start) {
      return blank
    }
    let isTab = place.text == "\t"
    let began = fault.contextOffset.flatMap {
      isTab
        ? nil
        : Label(
          Span(source, $0..<$0 + 1),
          Text(vi: "phần đang đọc bắt đầu ở đây", en: "what was being read starts here"))
    }
    return Diagnostic(
      "TT0102",
      Text(
        vi: "YAML không đọc được: \(vietnamese[fault.problem] ?? fault.problem)",
        en: "YAML cannot be read: \(fault.problem)"),
      at: Label(place), further: began.map { [$0] } ?? [], hint: syntaxHint(place, fault))
  }

  /// `number:118`: without a blank the whole line is a text, and the next key has no place.
  private static func noBlankAfterColon(
    _ fault: ReadingFault, _ source: SourceText, _ start: Int
  ) -> Diagnostic? {
    let line = Span(source, start..<start + 1).lineText.drop { " -".contains($0) }
    guard fault.problem == "could not find expected ':'",
      let colon = line.firstIndex(of: ":"), colon > line.startIndex,
      line[..<colon].allSatisfy({ $0.isLetter || $0 == "-" })
    else { return nil }
    let before = line[...colon].utf8.count
    let repaired = "\(line[...colon]) \(line[line.index(after: colon)...])"
    return Diagnostic(
      "TT0102",
      Text(
        vi: "YAML không đọc được: sau dấu hai chấm không có dấu cách",
        en: "YAML cannot be read: there is no space after the colon"),
      at: Label(Span(source, start..<start + before)),
      hint: Text(vi: "viết: \(repaired)", en: "write: \(repaired)"))
  }

  /// A character that looks like a space where YAML needs one.
  static func oddSpace(_ span: Span) -> Diagnostic {
    let odd = OddCharacter.first(in: span.text)?.character
    let name = odd?.name ?? Text(vi: "ký tự lạ", en: "an odd character")
    return Diagnostic(
      "TT0118",
      Text(
        vi: "chỗ này có \(name.vi), YAML không hiểu là dấu cách",
        en: "here is \(name.en), which YAML does not take for a space"),
      at: Label(span), hint: odd?.remedy)
  }

  private static func quoteLeftOpen(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0102",
      Text(
        vi: "YAML không đọc được: dấu nháy mở ở đây không được đóng",
        en: "YAML cannot be read: the quotation mark opened here is never closed"),
      at: Label(span),
      hint: Text(
        vi: "thêm dấu nháy đóng; dấu nháy đơn nằm bên trong phải viết hai lần: ''",
        en: "close it; a single quotation mark inside is written twice: ''"))
  }

  /// What libyaml says, for those who write rules.
  private static let vietnamese = [
    "mapping values are not allowed in this context":
      "có dấu hai chấm ở chỗ không được viết 'khóa: giá trị'",
    "did not find expected key": "chỗ này phải là một khóa, thụt vào bằng các khóa trước",
    "did not find expected '-' indicator": "chỗ này phải là một mục danh sách, bắt đầu bằng '-'",
    "did not find expected ',' or ']'": "thiếu dấu phẩy hoặc dấu ']'",
    "did not find expected ',' or '}'": "thiếu dấu phẩy hoặc dấu '}'",
    "did not find expected node content": "thiếu giá trị ở chỗ này",
    "did not find expected <document start>": "có phần thừa sau khi tệp đã hết nội dung",
    "could not find expected ':'": "thiếu dấu hai chấm sau khóa",
    "found character that cannot start any token": "giá trị không được bắt đầu bằng ký tự này",
    "found unexpected document indicator": "có dòng '---' hoặc '...' khi dấu nháy chưa đóng",
    "did not find expected alphabetic or numeric character":
      "sau '*' hay '&' ở đầu giá trị chỉ được là chữ không dấu hoặc số",
    "found unknown escape character": "dấu '\\' đứng trước một ký tự không hợp lệ",
    "found a tab character that violates indentation":
      "thụt dòng bằng phím Tab; hãy dùng dấu cách",
    "found a tab character where an indentation space is expected":
      "thụt dòng bằng phím Tab; hãy dùng dấu cách",
    "block sequence entries are not allowed in this context":
      "có mục danh sách '-' ở chỗ không được viết danh sách",
  ]

  private static func syntaxHint(_ place: Span, _ fault: ReadingFault) -> Text {
    if place.text == "\t" {
      return Text(
        vi: "thay phím Tab ở đầu dòng bằng dấu cách",
        en: "replace the tab at the start of the line with spaces")
    }
    if fault.problem == "did not find expected '-' indicator", let start = fault.contextOffset {
      let first = Span(place.source, start..<start + 1)
      return Text(
        vi: "dấu '-' của mục này phải thẳng cột với dấu '-' ở dòng \(first.line)",
        en: "the '-' of this item must stand below the '-' of line \(first.line)")
    }
    let openings = fault.problem == "did not find expected key" ? "!&*%@`[{" : "!&*%@`"
    let line = place.lineText
    if let colon = line.firstRange(of: ": ") {
      let value = line[colon.upperBound...].drop { $0 == " " }
      if value.hasPrefix("\""), value.hasSuffix("\""), value.count(where: { $0 == "\"" }) > 2 {
        return quote(String(value.dropFirst().dropLast()))
      }
      if let first = value.first, openings.contains(first) || value.contains(": ") {
        return quote(String(value))
      }
    }
    return Text(
      vi: "kiểm tra thụt dòng, dấu ngoặc và dấu nháy ở dòng này và dòng trước",
      en: "check the indentation, brackets and quotes of this line and the one before")
  }

  private static func quote(_ value: String) -> Text {
    let quoted = "'" + value.replacing("'", with: "''") + "'"
    return Text(
      vi: "đặt cả giá trị trong dấu nháy đơn: \(quoted)",
      en: "put the whole value in single quotes: \(quoted)")
  }

  static func secondDocument(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0103",
      Text(
        vi: "tệp có nhiều hơn một tài liệu YAML", en: "the file holds more than one YAML document"),
      at: Label(span),
      hint: Text(
        vi: "tách thành các tệp riêng, bỏ dòng '---'", en: "split it into files; drop the '---'"))
  }

  static func duplicateKey(_ key: String, again: Span, first: Span) -> Diagnostic {
    Diagnostic(
      "TT0104",
      Text(vi: "khóa '\(key)' được viết hai lần", en: "the key '\(key)' is written twice"),
      at: Label(again, Text(vi: "lần thứ hai", en: "again here")),
      further: [Label(first, Text(vi: "lần đầu", en: "first here"))],
      hint: Text(
        vi: "giữ một trong hai, hoặc gộp giá trị của chúng",
        en: "keep one of the two, or merge their values"))
  }

  static func keyIsCollection(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0105",
      Text(
        vi: "khóa phải là một từ, không phải danh sách",
        en: "a key must be a word, not a collection"),
      at: Label(span),
      hint: Text(
        vi: "nếu đây là biểu thức, đặt nó trong dấu nháy", en: "if this is an expression, quote it")
    )
  }

  static func tag(_ tag: String, _ span: Span) -> Diagnostic {
    let whole = String(span.lineText.dropFirst(span.column - 1))
    return Diagnostic(
      "TT0106",
      Text(
        vi: "YAML hiểu '\(tag)' là một thẻ (tag), không phải biểu thức",
        en: "YAML reads '\(tag)' as a tag, not as an expression"),
      at: Label(span), hint: quote(whole))
  }

  static func tooDeep(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0107",
      Text(
        vi: "lồng nhau quá \(YAMLParser.depthLimit) tầng",
        en: "nested more than \(YAMLParser.depthLimit) levels deep"),
      at: Label(span),
      hint: Text(
        vi: "tệp quy tắc không cần quá vài tầng; kiểm tra các dấu '[' và '{'",
        en: "a rule file needs only a few levels; check the '[' and '{'"))
  }

  static func aliasBomb(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0108",
      Text(
        vi: "các bí danh (*) mở rộng thành hơn \(YAMLParser.nodeLimit) nút",
        en: "aliases (*) expand to more than \(YAMLParser.nodeLimit) nodes"),
      at: Label(span, Text(vi: "vượt giới hạn tại đây", en: "the limit is passed here")),
      hint: Text(
        vi: "viết giá trị ra thay vì dùng bí danh lồng nhau",
        en: "write the values out instead of nesting aliases"))
  }

  static func unknownAlias(_ name: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0109",
      Text(
        vi: "bí danh '*\(name)' chưa được định nghĩa", en: "the alias '*\(name)' is not defined"),
      at: Label(span),
      hint: Text(
        vi:
          "nếu '*' là phép nhân, đặt biểu thức trong dấu nháy; nếu không, định nghĩa '&\(name)' trước",
        en: "if '*' is a multiplication, quote the expression; else define '&\(name)' before it"))
  }
}
