import Diagnostics
import YAMLTree

/// What can be wrong with waivers. Codes TT0440 to TT0448.
extension Diagnostic {
  static func waiverWithoutDocument(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0440",
      Text(
        vi: "không có số văn bản thì không có căn cứ để không xem xét",
        en: "without the number of a document nothing can be waived"),
      at: Label(span),
      hint: Text(
        vi: "thêm 'document: …' là số văn bản cho phép, ví dụ document: 123/UBND-KSTTHC",
        en: "add 'document: …', the number of the document, for example document: 123/UBND-KSTTHC"))
  }

  static func waiverScope(_ span: Span, isTwofold: Bool) -> Diagnostic {
    Diagnostic(
      "TT0441",
      isTwofold
        ? Text(
          vi: "mục không xem xét ghi cả 'obligation' lẫn 'directive'",
          en: "the waiver has both 'obligation' and 'directive'")
        : Text(
          vi: "mục không xem xét chưa nói không xem xét yêu cầu nào",
          en: "the waiver does not say what is waived"),
      at: Label(span),
      hint: Text(
        vi:
          "ghi 'obligation: văn-bản/yêu-cầu' cho một yêu cầu, hoặc 'directive: văn-bản' cho tất cả",
        en: "write 'obligation: directive/obligation' for one, or 'directive: …' for all of them"))
  }

  static func unknownObligation(_ id: Located<String>, _ names: DeclaredNames) -> Diagnostic {
    let known = names.obligations.sorted()
    let sole = known.filter { $0.hasSuffix("/" + id.value) }
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "TT0442",
      Text(
        vi: "không có yêu cầu nào là '\(id.value)'", en: "there is no obligation '\(id.value)'"),
      at: Label(id.span),
      hint: sole.first.map {
        Text(vi: "ghi cả văn bản: \($0)", en: "write its directive, too: \($0)")
      } ?? .nearest(id.value, among: known)
        ?? Text(vi: "các yêu cầu đã khai báo: \(list)", en: "the obligations declared are: \(list)")
    )
  }

  static func unknownDirective(_ id: Located<String>, _ names: DeclaredNames) -> Diagnostic {
    let known = names.directives.sorted()
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "TT0443",
      Text(vi: "không có văn bản nào là '\(id.value)'", en: "there is no directive '\(id.value)'"),
      at: Label(id.span),
      hint: .nearest(id.value, among: known)
        ?? Text(vi: "các văn bản đã khai báo: \(list)", en: "the directives declared are: \(list)"))
  }

  static func unknownWaivedUnit(_ code: Located<String>, _ known: Set<String>) -> Diagnostic {
    Diagnostic(
      "TT0444",
      Text(
        vi: "không có đơn vị nào mang mã '\(code.value)'",
        en: "there is no unit with the code '\(code.value)'"),
      at: Label(code.span),
      hint: .nearest(code.value, among: known.sorted())
        ?? Text(
          vi: "ghi mã có trong 'units', hoặc 'units: all' cho mọi đơn vị",
          en: "write a code of 'units', or 'units: all' for all of them"))
  }

  static func waiverUnitsTwice(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0445",
      Text(
        vi: "'units' và 'when' cùng nói đơn vị nào được không xem xét",
        en: "'units' and 'when' both say for which units it is waived"),
      at: Label(span),
      hint: Text(
        vi: "giữ một trong hai: 'units' với mã đơn vị, hoặc 'when' với điều kiện",
        en: "keep one of the two: 'units' with codes, or 'when' with a condition"))
  }

  static func whereOverDirective(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0446",
      Text(
        vi: "'where' chỉ dùng được với một yêu cầu, không phải cả văn bản",
        en: "'where' goes with one obligation, not with a whole directive"),
      at: Label(span),
      hint: Text(
        vi: "ghi 'obligation: văn-bản/yêu-cầu' thay cho 'directive', mỗi yêu cầu một mục",
        en: "write 'obligation: directive/obligation' in place of 'directive', a waiver for each"))
  }

  static func waivesNobody(_ span: Span, _ levels: [String]) -> Diagnostic {
    let list = levels.joined(separator: ", ")
    return Diagnostic(
      "TT0447", .warning,
      Text(
        vi: "không đơn vị nào đã khai báo thuộc diện không xem xét",
        en: "the waiver is for none of the declared units"),
      at: Label(span),
      hint: Text(
        vi: "kiểm tra điều kiện; các 'level' đã khai báo: \(list)",
        en: "check the condition; the levels declared are: \(list)"))
  }

  static func waiverOfYears(_ waiver: Waiver) -> Diagnostic {
    Diagnostic(
      "TT0449", .warning,
      Text(
        vi: "không xem xét \(waiver.dates.words.vi) là hơn một năm",
        en: "the waiver holds \(waiver.dates.words.en), which is more than a year"),
      at: Label(waiver.span),
      hint: Text(
        vi: "kiểm tra năm của 'from' và 'until'",
        en: "check the years of 'from' and 'until'"))
  }

  static func waiverOutOfForce(_ waiver: Waiver, _ obligation: Span?) -> Diagnostic {
    let label = Text(vi: "yêu cầu này", en: "this obligation")
    return Diagnostic(
      "TT0448", .warning,
      Text(
        vi: "\(waiver.dates.words.vi) yêu cầu không có hiệu lực nên không có gì để không xem xét",
        en: "nothing is in force \(waiver.dates.words.en) that could be waived"),
      at: Label(waiver.span), further: obligation.map { [Label($0, label)] } ?? [],
      hint: Text(vi: "kiểm tra 'from' và 'until'", en: "check 'from' and 'until'"))
  }
}
