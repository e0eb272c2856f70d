import Diagnostics
import Registry

extension Text {
  static let supersession = Text(vi: "mục thay thế ('supersedes')", en: "'supersedes'")
}

/// What can be wrong with supersession. Codes TT0450 to TT0453.
extension Diagnostic {
  static func supersedesItself(_ item: Supersession) -> Diagnostic {
    Diagnostic(
      "TT0450",
      Text(vi: "yêu cầu không thể thay thế chính nó", en: "an obligation cannot supersede itself"),
      at: Label(item.span),
      hint: Text(
        vi: "ghi yêu cầu cũ bị thay thế, dạng văn-bản/yêu-cầu",
        en: "write the older obligation, as directive/obligation"))
  }

  static func supersedesInCircle(_ item: Supersession, _ path: [String]) -> Diagnostic {
    let list = path.joined(separator: " → ")
    return Diagnostic(
      "TT0451",
      Text(
        vi: "các yêu cầu thay thế nhau thành vòng: \(list)",
        en: "these obligations supersede each other in a circle: \(list)"),
      at: Label(item.span),
      hint: Text(
        vi: "bỏ 'supersedes' ở yêu cầu cũ hơn", en: "drop 'supersedes' from the older of them"))
  }

  static func supersedesTooEarly(
    _ item: Supersession, _ newer: Obligation, _ gap: DateSpan
  ) -> Diagnostic {
    Diagnostic(
      "TT0452",
      Text(
        vi:
          "\(gap.words.vi) không yêu cầu nào áp dụng: yêu cầu cũ đã hết mà '\(newer.id)' chưa có hiệu lực",
        en:
          "nothing applies \(gap.words.en): the older one has ended and '\(newer.id)' has not begun"
      ),
      at: Label(item.span),
      hint: Text(
        vi: "bỏ 'from', hoặc ghi ngày từ \(newer.inForce.from?.iso ?? "") trở đi",
        en: "drop 'from', or write a day from \(newer.inForce.from?.iso ?? "") on"))
  }

  static func supersededTwice(_ item: Supersession, first: Span) -> Diagnostic {
    Diagnostic(
      "TT0453",
      Text(
        vi: "'\(item.older)' được ghi thay thế hai lần", en: "'\(item.older)' is superseded twice"),
      at: Label(item.span, .again), further: [Label(first, .first)],
      hint: Text(vi: "giữ một mục", en: "keep one of the two"))
  }
}
