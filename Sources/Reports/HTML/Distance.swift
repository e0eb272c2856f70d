import Assessment
import Numbers

/// How far a verdict is from its target: for a share in percentage points, else in records.
struct Distance {
  /// 1 near, 2 farther, 3 far.
  let step: Int
  /// `−12,5`, at most one decimal; cut, so that a distance never shows as none.
  let text: String

  /// The distance of a violated verdict; `nil` where nothing can be said of it.
  init?(_ verdict: Verdict, _ kind: MeasureKind, _ figures: Figures) {
    guard verdict.outcome == .violated, let measured = verdict.measured?.value,
      let limit = verdict.target?.comparison.limit(missedBy: measured),
      let signed = try? measured.subtracting(limit)
    else { return nil }
    let size = signed < .zero ? signed.negated : signed
    step = Self.step(size, limit, kind)
    text = (signed < .zero ? "−" : "+") + Self.text(size, verdict, kind, figures)
  }

  private static func text(
    _ size: Rational, _ verdict: Verdict, _ kind: MeasureKind, _ figures: Figures
  ) -> String {
    if kind.isPercentage { return figures.points(size) }
    if let shortfall = verdict.shortfall, kind == .count { return figures.count(shortfall) }
    return figures.value(size, kind)
  }

  /// For a share the points themselves count, for anything else what part of the limit they are.
  private static func step(_ size: Rational, _ limit: Rational, _ kind: MeasureKind) -> Int {
    let ground = kind.isPercentage || limit == .zero ? Rational.one : limit
    let part = (try? size.divided(by: ground < .zero ? ground.negated : ground)) ?? size
    return steps.count { part > $0 } + 1
  }

  /// Five and twenty hundredths.
  private static let steps = [Rational(units: 5, scale: 2), Rational(units: 20, scale: 2)]
}

extension Comparison {
  /// The limit that a value misses.
  fileprivate func limit(missedBy value: Rational) -> Rational? {
    switch self {
    case .atLeast(let limit), .atMost(let limit), .moreThan(let limit), .lessThan(let limit): limit
    case .between(let low, let high): value < low ? low : high
    }
  }
}
