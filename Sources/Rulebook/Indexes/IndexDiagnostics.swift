import Diagnostics
import Numbers
import YAMLTree

/// What the mappings of an index describe, for messages.
extension Text {
  static let index = Text(vi: "bộ chỉ số ('index')", en: "an index")
  static let indexMeasure = Text(vi: "số đo của bộ chỉ số", en: "a measure of an index")
  static let group = Text(vi: "phần của bộ chỉ số ('groups')", en: "a part of an index")
  static let criterion = Text(vi: "tiêu chí", en: "a criterion")
  static let points = Text(vi: "điểm do nơi khác chấm ('points')", en: "'points'")
  static let pointsColumn = Text(vi: "cột điểm ('columns')", en: "a column of points")
  static let total = Text(vi: "cách tính tổng điểm ('totals')", en: "a total")
  /// The title of the total that is worked out, where the author gave none.
  static let measuredTotal = Text(vi: "Điểm tính từ dữ liệu", en: "Points worked out from the data")
}

/// What can be wrong with an index. Codes TT0822 to TT0828.
extension Diagnostic {
  static func notAMeasure(_ id: Located<String>, _ declared: Span) -> Diagnostic {
    Diagnostic(
      "TT0822",
      Text(
        vi: "'\(id.value)' không cho một số đo duy nhất của mỗi kỳ",
        en: "'\(id.value)' does not give one figure each period"),
      at: Label(id.span),
      further: [Label(declared, Text(vi: "khai báo ở đây", en: "declared here"))],
      hint: Text(
        vi: "chọn yêu cầu không có 'per' và đánh giá theo tháng, quý, nửa năm hoặc năm",
        en: "choose an obligation without 'per' that is judged by month, quarter, half-year or year"
      ))
  }

  static func noBasis(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0823",
      Text(
        vi: "tiêu chí không nói điểm lấy từ đâu",
        en: "the criterion does not say where its points come from"),
      at: Label(span), hint: basisHint)
  }

  static func twoBases(_ score: Span) -> Diagnostic {
    Diagnostic(
      "TT0823",
      Text(
        vi: "tiêu chí vừa có cách tính điểm vừa được ghi là không đo được",
        en: "the criterion has a score and says that nothing shows it"),
      at: Label(score), hint: basisHint)
  }

  static func noScore(_ part: Span) -> Diagnostic {
    Diagnostic(
      "TT0823",
      Text(
        vi: "tiêu chí có '\(part.text)' nhưng không có cách tính điểm ('score')",
        en: "the criterion has '\(part.text)' but no 'score'"),
      at: Label(part), hint: basisHint)
  }

  static func noMeasures(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0823",
      Text(
        vi: "'measures' phải đặt tên cho số đo của ít nhất một yêu cầu",
        en: "'measures' has to name the measure of at least one obligation"),
      at: Label(span),
      hint: Text(
        vi: "viết measures: { r: mã-yêu-cầu }, rồi dùng r trong 'score'",
        en: "write measures: { r: obligation-id }, and use r in 'score'"))
  }

  private static let basisHint = Text(
    vi:
      "viết 'score' với 'measures' khi tính được từ dữ liệu, 'not-measured: lý do' khi không; điểm nơi khác chấm thì khai 'points' của bộ chỉ số",
    en:
      "write 'score' with 'measures' where data show it, 'not-measured: the reason' where none do; for points that others give, declare the index's 'points'"
  )

  static func maximaDoNotAddUp(_ maximum: Located<Rational>, _ sum: Rational) -> Diagnostic {
    let sum = sum.decimal(places: 4)
    return Diagnostic(
      "TT0824",
      Text(
        vi: "điểm tối đa của phần khác tổng điểm tối đa các tiêu chí của nó (\(sum))",
        en: "the part's maximum is not the sum of its criteria's (\(sum))"),
      at: Label(maximum.span),
      hint: Text(
        vi: "sửa 'max' của phần hoặc của tiêu chí; tiêu chí không đo được vẫn phải liệt kê",
        en:
          "correct the part's 'max' or a criterion's; a criterion that nothing shows is listed too"
      ))
  }

  static func unknownPointsColumn(_ name: Located<String>, _ known: [String]) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "TT0825",
      Text(
        vi: "bộ chỉ số không có cột điểm '\(name.value)'",
        en: "the index has no column of points '\(name.value)'"),
      at: Label(name.span),
      hint: .nearest(name.value, among: known)
        ?? Text(vi: "các cột điểm: \(list)", en: "the columns are: \(list)"))
  }

  static func unknownPart(_ id: Located<String>, _ known: [String]) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "TT0825",
      Text(
        vi: "bộ chỉ số không có phần '\(id.value)'", en: "the index has no part '\(id.value)'"),
      at: Label(id.span),
      hint: .nearest(id.value, among: known)
        ?? Text(vi: "các phần: \(list)", en: "the parts are: \(list)"))
  }

  static func criterionWithoutOrigin(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0826",
      Text(
        vi: "tiêu chí không nói căn cứ: điều khoản hay thực tế áp dụng",
        en: "the criterion does not say whether a text or practice is behind it"),
      at: Label(span),
      hint: Text(
        vi: "thêm 'cite: …', hoặc 'practice: true' và 'source: …' nếu chỉ thấy trong thực tế",
        en: "add 'cite: …', or 'practice: true' and 'source: …' for what is only seen in practice"))
  }

  /// An index that was asked for by id and is not there.
  package static func unknownIndex(_ id: String, at span: Span? = nil, among known: [String])
    -> Diagnostic
  {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "TT0827",
      known.isEmpty
        ? Text(vi: "quy tắc không có bộ chỉ số nào", en: "the rules hold no index")
        : Text(
          vi: "quy tắc không có bộ chỉ số '\(id)'", en: "the rules have no index '\(id)'"),
      at: span.map { Label($0) },
      hint: known.isEmpty
        ? Text(
          vi: "thêm thư mục quy tắc có 'index' vào --rules hoặc tuanthu.yaml",
          en: "add a folder of rules that has an 'index' to --rules or tuanthu.yaml")
        : .nearest(id, among: known)
          ?? Text(vi: "các bộ chỉ số: \(list)", en: "the indexes are: \(list)"))
  }

  static func pointsOutOfPlace(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0828",
      Text(
        vi: "'max' không được âm và 'min' không được dương",
        en: "'max' is never below zero and 'min' never above it"),
      at: Label(span),
      hint: Text(
        vi: "điểm trừ viết ở 'min' là số âm: min: -5",
        en: "points taken are 'min', below zero: min: -5"
      ))
  }
}
