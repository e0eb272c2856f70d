import Diagnostics
import Rulebook

/// What can be wrong with a supposition. Codes TT093x; an obligation that is not there has TT0908.
extension Diagnostic {
  /// An obligation that the rules have not.
  package static func unknownObligation(
    _ id: String, among ids: [String], at place: Label? = nil
  ) -> Diagnostic {
    let directive = id.prefix { $0 != "/" } + "/"
    let own = ids.filter { $0.hasPrefix(directive) }
    let listed = (own.isEmpty ? ids : own).joined(separator: ", ")
    return Diagnostic(
      "TT0908",
      Text(
        vi: "không có yêu cầu '\(id)' trong quy tắc", en: "the rules have no obligation '\(id)'"),
      at: place,
      hint: .nearest(id, among: ids)
        ?? Text(
          vi: "viết văn-bản/yêu-cầu; các yêu cầu: \(listed)",
          en: "write directive/obligation; there are: \(listed)"))
  }

  /// Nothing is supposed.
  package static var nothingSupposed: Diagnostic {
    Diagnostic(
      "TT0931",
      Text(vi: "chưa nêu giả định nào để tính thử", en: "nothing is supposed"),
      hint: Text(
        vi:
          "thêm ít nhất một trong: --target văn-bản/yêu-cầu=at-least:95%, --as-of-then 2025-10-31, --without văn-bản, --rules-then thư-mục",
        en:
          "add one at least of: --target directive/obligation=at-least:95%, --as-of-then 2025-10-31, --without directive, --rules-then folder"
      ))
  }

  static func supposedTargetShape(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      "TT0932",
      Text(
        vi: "--target phải nêu yêu cầu nào và mức nào", en: "--target says of what, and how much"),
      at: Label(Span(source, 0..<source.bytes.count)),
      hint: Text(
        vi:
          "viết văn-bản/yêu-cầu=mức, mức viết như trong quy tắc, không có dấu cách: nd63/entered=at-least:95%",
        en:
          "write directive/obligation=limit, the limit as in the rules, without spaces: nd63/entered=at-least:95%"
      ))
  }

  /// People know a directive by its number, and an obligation by an id that begins with it.
  static func unknownDirective(_ id: String, among directives: [Directive]) -> Diagnostic {
    let ids = directives.map(\.id)
    let meant = directives.first { $0.number == id || id.hasPrefix($0.id + "/") }?.id
    return Diagnostic(
      "TT0933",
      Text(
        vi: "--without: không có văn bản '\(id)' trong quy tắc",
        en: "--without: the rules have no directive '\(id)'"),
      hint: meant.map { Text(vi: "viết mã văn bản: \($0)", en: "write its id: \($0)") }
        ?? .nearest(id, among: ids)
        ?? Text(
          vi: "các văn bản: \(ids.joined(separator: ", "))",
          en: "there are: \(ids.joined(separator: ", "))"))
  }

  static func supposedTwice(_ id: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0934",
      Text(
        vi: "yêu cầu '\(id)' có hai chỉ tiêu giả định",
        en: "two targets are supposed for '\(id)'"),
      at: Label(span),
      hint: Text(
        vi: "bỏ bớt một --target, hoặc tính thử hai lần", en: "leave out one, or run it twice"))
  }

  static func targetLeftOut(_ directive: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0935",
      Text(
        vi: "--target nêu yêu cầu của văn bản '\(directive)' mà --without đã bỏ ra",
        en: "--target is about an obligation of '\(directive)', which --without leaves out"),
      at: Label(span),
      hint: Text(
        vi: "bỏ --target này hoặc --without \(directive)",
        en: "leave out this --target or --without \(directive)"))
  }
}
