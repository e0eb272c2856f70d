import Assessment
import Diagnostics
import Numbers

/// What a target asks for, with what it is set against.
extension Wording {
  /// `ít nhất 82,73% (79,73% của năm 2021 + 3 điểm phần trăm = 82,73%)`.
  func limit(_ target: TargetSummary, _ kind: MeasureKind) -> String {
    if let lookup = target.lookup {
      return lookup.isFound
        ? "\(figures.comparison(target.comparison, kind)) (\(lookup.value))"
        : "\(say(Words.side(target.comparison))) \(lookup.value)"
    }
    guard let baseline = target.baseline else {
      return figures.comparison(target.comparison, kind)
    }
    let change = change(baseline, kind)
    guard let figure = baseline.figure else {
      let side = say(Words.side(target.comparison))
      return "\(side) \(say(Words.levelOf(say(baseline.of))))\(change)"
    }
    let sum = "\(say(Words.figure(figures.value(figure, kind), of: say(baseline.of))))\(change)"
    let asOf =
      baseline.asOf.map { "; \(field(Words.asOf, figures.date($0)).lowercasedFirst)" } ?? ""
    let limit = target.comparison.limit.map { " = \(figures.value($0, kind))" } ?? ""
    return figures.comparison(target.comparison, kind) + " (\(sum)\(limit)\(asOf))"
  }

  /// ` + 3 điểm phần trăm`, `, giảm 20% của mức đó`.
  private func change(_ baseline: BaselineSummary, _ kind: MeasureKind) -> String {
    let value = baseline.points ?? baseline.percent ?? .zero
    let size = value < .zero ? value.negated : value
    let sign = value < .zero ? "−" : "+"
    if baseline.percent != nil {
      return ", " + say(Words.relative(figures.percent(size), isLess: value < .zero))
    }
    guard kind.isPercentage else { return " \(sign) \(figures.value(size, kind))" }
    let points = (try? size.multiplied(by: Rational(100))) ?? size
    return " \(sign) \(say(Words.points(figures.value(points, .count))))"
  }
}

extension Comparison {
  /// Its one limit; `between` has two.
  fileprivate var limit: Rational? {
    switch self {
    case .atLeast(let limit), .atMost(let limit), .moreThan(let limit), .lessThan(let limit): limit
    case .between: nil
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
