import Diagnostics
import Registry
import YAMLTree

/// What can be wrong with measures and targets. Codes TT037x and TT038x.
extension Diagnostic {
  static func badRank(_ text: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0398",
      Text(
        vi: "'\(text)' không phải một phần của các trường hợp",
        en: "'\(text)' is no part of the records"),
      at: Label(span),
      hint: Text(
        vi: "viết từ trên 0% đến 100%, ví dụ rank: 90%",
        en: "write more than 0% and up to 100%, such as rank: 90%"))
  }

  static func badMeasure(_ node: Node, words: [String], mappings: [String]) -> Diagnostic {
    let text = node.scalar?.text
    let forms = words + mappings.map { $0 == "ratio" ? "{ ratio: … }" : "{ \($0): BIỂU THỨC }" }
    let english = words + mappings.map { $0 == "ratio" ? "{ ratio: … }" : "{ \($0): EXPRESSION }" }
    let other = Text(
      vi: "viết một trong: \(forms.joined(separator: ", "))",
      en: "write one of: \(english.joined(separator: ", "))")
    let isBare = text.map(mappings.contains) ?? false
    return Diagnostic(
      "TT0370",
      isBare
        ? Text(
          vi: "'\(text ?? "")' cần biểu thức cho biết tính trên gì",
          en: "'\(text ?? "")' needs an expression that says of what")
        : Text(vi: "không có cách đo này", en: "there is no such measure"),
      at: Label(node.span.firstLine),
      hint: isBare ? other : text.flatMap { .nearest($0, among: words + mappings) } ?? other)
  }

  static func evidenceNeeded(
    _ measure: Measure, _ span: Span, target: Span, meansAtLeast: Bool
  ) -> Diagnostic {
    let ask = Text(
      vi: "có phải ý bạn là 'at-least' (đúng hạn càng nhiều càng tốt)? Nếu không, ",
      en: "did you mean 'at-least' (the more in time, the better)? If not, ")
    let (vi, en) = meansAtLeast ? (ask.vi, ask.en) : ("", "")
    return Diagnostic(
      "TT0371",
      Text(
        vi: "với '\(measure.name)' và chỉ tiêu này, không rõ hồ sơ nào chứng minh việc không đạt",
        en: "with '\(measure.name)' and this target it is not clear which records prove a violation"
      ),
      at: Label(span),
      further: span == target ? [] : [Label(target, Text(vi: "chỉ tiêu", en: "target"))],
      hint: Text(
        vi:
          "\(vi)thêm 'evidence': failing (hồ sơ không đạt điều kiện), satisfying (hồ sơ đạt), hoặc một điều kiện khác",
        en:
          "\(en)add 'evidence': failing (records that fail), satisfying (that pass), or a condition"
      ))
  }

  static func nothingFails(_ measure: Measure, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0399",
      Text(
        vi:
          "không có 'require' hay 'due' nên không hồ sơ nào là không đạt: kết luận không đạt sẽ không có chứng cứ",
        en: "without 'require' or 'due' no record fails, so a violation would have no proof"),
      at: Label(span),
      hint: Text(
        vi:
          "ghi điều kiện chọn hồ sơ chứng minh, ví dụ evidence: dossier.score < 8, hoặc thêm 'require'",
        en: "say which records prove it, such as evidence: dossier.score < 8, or add 'require'"))
  }

  static func targetShape(_ node: Node) -> Diagnostic {
    let level = node.scalar.flatMap { $0.rational == nil ? nil : $0.text } ?? "95%"
    let example = "target: [{ from: 2025-01-01, at-least: \(level), cite: … }]"
    return Diagnostic(
      "TT0385",
      Text(
        vi: "chỉ tiêu phải nói từ ngày nào, mức nào và theo văn bản nào",
        en: "a target says from when, how much and by which text"),
      at: Label(node.span.firstLine),
      hint: Text(vi: "viết: \(example)", en: "write: \(example)"))
  }

  static func comparisons(_ written: [String], _ span: Span, allowed: [String]) -> Diagnostic {
    let list = allowed.joined(separator: ", ")
    let message =
      written.isEmpty
      ? Text(vi: "chỉ tiêu không nói mức phải đạt", en: "the target does not say how much")
      : Text(
        vi: "chỉ tiêu có nhiều hơn một mức: \(written.joined(separator: ", "))",
        en: "the target says how much more than once: \(written.joined(separator: ", "))")
    return Diagnostic(
      "TT0372", message, at: Label(span),
      hint: Text(
        vi: "viết đúng một trong: \(list); cả hai đầu thì dùng between: [thấp, cao]",
        en: "write exactly one of: \(list); for both ends use between: [low, high]"))
  }

  static func limitCount(_ key: String, _ span: Span) -> Diagnostic {
    let isBetween = key == "between"
    return Diagnostic(
      "TT0373",
      Text(
        vi: isBetween ? "'between' cần đúng hai số" : "'\(key)' cần đúng một số",
        en: isBetween ? "'between' needs exactly two numbers" : "'\(key)' needs exactly one number"),
      at: Label(span),
      hint: Text(
        vi: isBetween ? "ví dụ: between: [90%, 100%]" : "ví dụ: \(key): 95%",
        en: isBetween ? "for example: between: [90%, 100%]" : "for example: \(key): 95%"))
  }

  static func notANumber(
    _ key: String, _ text: String?, _ span: Span, _ measure: Measure?
  ) -> Diagnostic {
    let meant = text.flatMap { LimitWords.meant(by: $0, under: key) }
    return Diagnostic(
      "TT0374",
      Text(vi: "'\(key)' phải là một số", en: "'\(key)' must be a number"), at: Label(span),
      hint: meant.map {
        Text(
          vi: "viết số với dấu chấm thập phân, không kèm chữ: \($0)",
          en: "write the number alone, with a decimal point: \($0)")
      }
        ?? Text(
          vi: "ví dụ: \(key): 95% hoặc \(key): 12", en: "for example: \(key): 95% or \(key): 12"))
  }

  static func betweenReversed(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0375",
      Text(vi: "mức thấp lớn hơn mức cao", en: "the low end is above the high end"),
      at: Label(span),
      hint: Text(vi: "đổi chỗ hai số", en: "swap the two numbers"))
  }

  static func neverMet(_ key: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0376",
      Text(vi: "không tỷ lệ nào đạt được mức này", en: "no share can reach this target"),
      at: Label(span),
      hint: Text(
        vi:
          "tỷ lệ nằm từ 0% đến 100%; có phải ý bạn là '\(key == "more-than" ? "at-least" : "at-most")'?",
        en:
          "a share is from 0% to 100%; did you mean '\(key == "more-than" ? "at-least" : "at-most")'?"
      ))
  }

  static func notAShare(_ key: String, _ text: Located<String>) -> Diagnostic {
    let meant = text.value.hasPrefix("-") || text.value.hasSuffix("%") ? nil : text.value
    return Diagnostic(
      "TT0377",
      Text(
        vi: "tỷ lệ phải từ 0% đến 100%, không phải \(text.value)",
        en: "a share is from 0% to 100%, not \(text.value)"),
      at: Label(text.span),
      hint: meant.map {
        Text(vi: "thêm dấu phần trăm: \(key): \($0)%", en: "add the percent sign: \(key): \($0)%")
      }
        ?? Text(
          vi: "sửa mức; nếu không đo tỷ lệ, ghi 'measure'",
          en: "correct it; if no share is measured, write 'measure'"))
  }

  static func shareWithoutSign(_ key: String, _ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0378",
      Text(
        vi: "không rõ '\(text.value)' là \(text.value)% hay toàn bộ (100%)",
        en: "it is not clear whether '\(text.value)' is \(text.value)% or all (100%)"),
      at: Label(text.span),
      hint: Text(
        vi: "viết có dấu phần trăm: \(key): 100%", en: "write the percent sign: \(key): 100%"))
  }

  static func notACount(_ key: String, _ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0379",
      Text(
        vi: "số lượng phải là số nguyên không âm, không phải \(text.value)",
        en: "a count is a whole number, 0 or more, not \(text.value)"),
      at: Label(text.span),
      hint: text.value.hasSuffix("%")
        ? Text(vi: "muốn đo tỷ lệ thì bỏ 'measure'", en: "to measure a share, drop 'measure'")
        : Text(vi: "ví dụ: \(key): 1", en: "for example: \(key): 1"))
  }

  static func percentOfNumber(_ key: String, _ text: Located<String>) -> Diagnostic {
    let bare = String(text.value.dropLast())
    return Diagnostic(
      "TT0380",
      Text(
        vi: "tổng hoặc trung bình so với một số, không phải phần trăm",
        en: "a sum or mean is compared with a number, not a percentage"),
      at: Label(text.span),
      hint: Text(
        vi: "viết \(key): \(bare), theo đơn vị tính của cột",
        en: "write \(key): \(bare), in the column's own unit"))
  }

  static func targetGap(_ target: Target, _ next: Target, _ gap: DateSpan) -> Diagnostic {
    Diagnostic(
      "TT0381",
      Text(
        vi: "\(gap.words.vi) không có chỉ tiêu nào", en: "there is no target \(gap.words.en)"),
      at: Label(target.span, ending(target)), further: [Label(next.span, starting(next))],
      hint: Text(
        vi:
          "nối 'until' của chỉ tiêu trước với 'from' của chỉ tiêu sau, hoặc thêm chỉ tiêu cho những ngày này",
        en: "let the earlier 'until' meet the later 'from', or add a target for these days"))
  }

  private static func ending(_ target: Target) -> Text {
    Text(
      vi: "hết ngày \(target.dates.until?.shown(in: .vi) ?? "")",
      en: "ends with \(target.dates.until?.iso ?? "")")
  }

  private static func starting(_ target: Target) -> Text {
    Text(
      vi: "bắt đầu ngày \(target.dates.from?.shown(in: .vi) ?? "")",
      en: "starts on \(target.dates.from?.iso ?? "")")
  }

  static func targetsOverlap(_ target: Target, _ first: Target, unit: Unit?) -> Diagnostic {
    let days = target.dates.intersection(first.dates).words
    let whom = Text(
      vi: unit.map { " cho \($0.name)" } ?? "", en: unit.map { " for \($0.name)" } ?? "")
    return Diagnostic(
      "TT0382",
      Text(
        vi: "\(days.vi) có hai chỉ tiêu cùng áp dụng\(whom.vi)",
        en: "two targets are in force\(whom.en) \(days.en)"),
      at: Label(target.span, target.dates.words), further: [Label(first.span, first.dates.words)],
      hint: Text(
        vi: "ghi 'until' cho chỉ tiêu cũ, hoặc tách đối tượng bằng 'units'",
        en: "give the older target an 'until', or set units apart with 'units'"))
  }

  static func targetBeforeForce(_ target: Target, _ directive: Directive) -> Diagnostic {
    Diagnostic(
      "TT0383", .warning,
      Text(
        vi: "chỉ tiêu bắt đầu trước khi văn bản \(directive.number) có hiệu lực",
        en: "the target starts before the directive \(directive.number) is in force"),
      at: Label(target.span, target.dates.words),
      further: [Label(directive.span, directive.inForce.words)],
      hint: Text(
        vi: "kiểm tra 'from'; chỉ tiêu không được xét khi văn bản chưa có hiệu lực",
        en: "check 'from'; nothing is judged before the directive is in force"))
  }

  static func targetAndNoTarget(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0384",
      Text(
        vi: "vừa có chỉ tiêu cho mọi đơn vị vừa nói là chưa giao chỉ tiêu",
        en: "there is a target for all units, and a reason why there is none"),
      at: Label(span),
      hint: Text(
        vi: "bỏ 'no-target', hoặc giới hạn chỉ tiêu bằng 'units'",
        en: "drop 'no-target', or limit the target with 'units'"))
  }
}
