import Calendars
import Diagnostics
import Numbers
import YAMLTree

extension Text {
  static let baseline = Text(vi: "mức so với kỳ gốc ('baseline')", en: "a limit with a 'baseline'")
}

/// What can be wrong with targets against a baseline. Codes TT0460 to TT0465.
extension Diagnostic {
  static func baselineInBetween(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0460",
      Text(
        vi: "'between' không dùng được với 'baseline'",
        en: "'between' does not go with a 'baseline'"),
      at: Label(span),
      hint: Text(
        vi: "dùng at-least, at-most, more-than hoặc less-than",
        en: "use at-least, at-most, more-than or less-than"))
  }

  static func changes(_ span: Span, isTwofold: Bool) -> Diagnostic {
    Diagnostic(
      "TT0461",
      isTwofold
        ? Text(
          vi: "mức tăng, giảm ghi cả 'points' lẫn 'percent'",
          en: "the change is given both in 'points' and in 'percent'")
        : Text(
          vi: "chưa nói phải tăng hay giảm bao nhiêu so với kỳ gốc",
          en: "it is not said how far from the baseline"),
      at: Label(span),
      hint: Text(
        vi:
          "ghi đúng một trong hai: points: 3 (thêm 3 điểm phần trăm, hoặc 3 đơn vị), percent: 20 (thêm 20% của mức gốc)",
        en:
          "write exactly one: points: 3 (3 percentage points more, or 3 units), percent: 20 (20% of it more)"
      ))
  }

  static func pointsWithSign(_ text: Located<String>) -> Diagnostic {
    let bare = text.value.dropLast()
    return Diagnostic(
      "TT0462",
      Text(
        vi: "không rõ '\(text.value)' là điểm phần trăm hay phần trăm của mức gốc",
        en:
          "it is not clear whether '\(text.value)' means percentage points or percent of the baseline"
      ),
      at: Label(text.span),
      hint: Text(
        vi: "viết points: \(bare) (điểm phần trăm) hoặc percent: \(bare) (phần trăm của mức gốc)",
        en: "write points: \(bare) (percentage points) or percent: \(bare) (percent of it)"))
  }

  static func baselineBeyondShare(_ limit: Rational, _ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0463",
      Text(
        vi:
          "mức gốc và mức thay đổi cộng lại là \(limit.percent(point: ","))%, ngoài khoảng 0% đến 100%",
        en: "baseline and change make \(limit.percent())%, which no share can be"),
      at: Label(span),
      hint: Text(vi: "kiểm tra lại hai con số", en: "check the two figures"))
  }

  static func badBaselinePeriod(_ text: Located<String>) -> Diagnostic {
    Diagnostic(
      "TT0464",
      Text(vi: "'\(text.value)' không phải kỳ gốc", en: "'\(text.value)' is no baseline period"),
      at: Label(text.span),
      hint: .nearest(text.value, among: ["previous", "last-year"])
        ?? Text(
          vi:
            "viết previous (kỳ liền trước), last-year (cùng kỳ năm trước), hoặc một kỳ như 2021, 2021-Q4, 2021-12",
          en:
            "write previous, last-year (the same one a year before), or a period: 2021, 2021-Q4, 2021-12"
        ))
  }

  static func baselineOfOtherKind(_ named: Period, _ every: Period.Kind, _ span: Span) -> Diagnostic
  {
    Diagnostic(
      "TT0465",
      Text(
        vi: "kỳ gốc \(named.name) không cùng loại với kỳ đánh giá ('every: \(every.rawValue)')",
        en:
          "the baseline period \(named.name) is not of the kind that is judged ('every: \(every.rawValue)')"
      ),
      at: Label(span),
      hint: Text(
        vi: "ghi một kỳ cùng loại, previous hoặc last-year; hoặc ghi thẳng con số và 'of: năm …'",
        en:
          "name a period of that kind, previous or last-year; or write the figure itself, and 'of: …'"
      ))
  }
}
