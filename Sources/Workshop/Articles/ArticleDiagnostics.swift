import Diagnostics
import YAMLTree

extension Text {
  static let articleFile = Text(vi: "bảng điều khoản", en: "a table of articles")
  static let instrument = Text(vi: "văn bản", en: "an instrument")
  static let article = Text(vi: "điều khoản", en: "an article")
}

/// What can be wrong with `articles.yaml`. Codes TT0831 and on.
extension Diagnostic {
  static func noOneFate(_ span: Span, _ keys: [String]) -> Diagnostic {
    let list = keys.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      "TT0831",
      Text(
        vi: "điều khoản phải có đúng một trong \(list)",
        en: "an article has exactly one of \(list)"),
      at: Label(span),
      hint: Text(
        vi: "nêu yêu cầu kiểm tra điều khoản, hoặc lý do không kiểm tra được",
        en: "name the obligations that check it, or say why it cannot be checked"))
  }

  static func checkedByNothing(_ id: Located<String>, _ known: [String]) -> Diagnostic {
    Diagnostic(
      "TT0832",
      Text(
        vi: "không có yêu cầu '\(id.value)'", en: "there is no obligation '\(id.value)'"),
      at: Label(id.span),
      hint: .nearest(id.value, among: known)
        ?? Text(
          vi: "viết văn-bản/yêu-cầu như trong các tệp quy tắc",
          en: "write directive/obligation as in the rule files"))
  }

  static func inNoArticle(_ id: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0833",
      Text(
        vi: "không điều khoản nào trong bảng dẫn đến yêu cầu '\(id)'",
        en: "no article of the table leads to the obligation '\(id)'"),
      at: Label(span),
      hint: Text(
        vi: "thêm '\(id)' vào 'checked-by' của điều khoản đặt ra yêu cầu này, trong articles.yaml",
        en: "add '\(id)' to 'checked-by' of the article that asks for it, in articles.yaml"))
  }

  static func conjectureInForce(_ id: Located<String>, _ declared: Span) -> Diagnostic {
    Diagnostic(
      "TT0834",
      Text(
        vi: "điều khoản mới chỉ được cho là có (C) mà yêu cầu '\(id.value)' luôn áp dụng",
        en: "the article is conjectured (C), and the obligation '\(id.value)' is always in force"),
      at: Label(id.span),
      further: [Label(declared, Text(vi: "khai báo ở đây", en: "declared here"))],
      hint: Text(
        vi: "thêm 'option' vào yêu cầu để mặc định tắt, hoặc đọc văn bản rồi ghi lại mức xác nhận",
        en: "give the obligation an 'option', which is off, or read the text and mark what was read"
      ))
  }

  /// A folder of rules without a table of articles.
  package static func noArticles(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0836",
      Text(vi: "không có bảng điều khoản '\(path)'", en: "there is no table of articles '\(path)'"),
      hint: Text(
        vi: "bảng có khóa 'instruments'; mỗi văn bản có 'name', 'confidence', 'articles'",
        en: "it holds 'instruments', each with 'name', 'confidence' and 'articles'"))
  }

  /// A place where nothing can be written.
  package static func tableNotWritten(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0837",
      Text(vi: "không ghi được '\(path)'", en: "'\(path)' cannot be written"),
      hint: Text(
        vi: "nêu một tệp trong thư mục đã có và có quyền ghi",
        en: "name a file in a folder that is there and may be written to"))
  }

  /// A table that was written for other rules.
  package static func staleTable(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0835",
      Text(
        vi: "'\(path)' không còn khớp với quy tắc và bảng điều khoản",
        en: "'\(path)' is not what the rules and the table of articles give"),
      hint: Text(
        vi: "viết lại: tuanthu coverage … --out \(path)",
        en: "write it again: tuanthu coverage … --out \(path)"))
  }
}
