import Assessment
import Calendars
import Diagnostics
import Numbers
import Rulebook

/// A target for one verdict, its baseline looked up.
struct ResolvedTarget {
  /// The target as it is written.
  let target: Target
  /// What the measure is compared with; `nil` when the figure of an earlier period is missing, or there
  /// is no one limit to look up.
  let comparison: Comparison?
  /// What it is set against.
  let baseline: BaselineSummary?

  /// What the measure is compared with; where the limit is missing, that of the target as written, of
  /// which only the side means anything.
  var limit: Comparison { comparison ?? target.comparison }

  /// The target for the result model.
  var summary: TargetSummary {
    var summary = target.summary
    summary.comparison = limit
    summary.baseline = baseline
    summary.lookup = target.lookup.map {
      TargetSummary.Lookup(value: $0.text.text, isFound: comparison != nil)
    }
    return summary
  }
}

/// Finds the figures that targets are set against.
struct Baselines {
  private let prior: PriorVerdicts

  /// Figures of earlier assessments.
  init(_ prior: PriorVerdicts) { self.prior = prior }

  /// A target for the verdict of a period.
  /// - Parameters:
  ///   - kind: what is measured; another measure's figure is none.
  ///   - number: the number that the verdict has in a period.
  ///   - limits: what the records give to a target that is looked up, as far as they can be read.
  func resolve(
    _ target: Target, in period: Period, _ kind: MeasureKind, number: (Period) -> String,
    limits: (String) -> Set<Rational>
  ) -> ResolvedTarget {
    if let lookup = target.lookup {
      let found = limits(lookup.text.text)
      return ResolvedTarget(
        target: target,
        comparison: found.count == 1 ? found.first.map(target.comparison.with(limit:)) : nil,
        baseline: nil)
    }
    guard let baseline = target.baseline else {
      return ResolvedTarget(target: target, comparison: target.comparison, baseline: nil)
    }
    guard case .earlier(let earlier) = baseline.figure else {
      return ResolvedTarget(
        target: target, comparison: target.comparison, baseline: baseline.summary)
    }
    let before = earlier.period(before: period)
    let entry = before.flatMap { prior[number($0)] }
    let figure = entry.flatMap { Self.figure($0, kind) }
    return ResolvedTarget(
      target: target,
      comparison: figure.flatMap(baseline.limit).map(target.comparison.with(limit:)),
      baseline: baseline.summary(
        of: before.map { Text(vi: "kỳ \($0.name)", en: $0.name) }
          ?? Text(vi: "kỳ trước", en: "the period before"), figure,
        asOf: figure == nil ? nil : entry?.asOf))
  }

  /// The measure of an earlier verdict, if nothing about it is uncertain.
  private static func figure(_ entry: PriorVerdicts.Entry, _ kind: MeasureKind) -> Rational? {
    let (bounds, measured) = (entry.verdict.bounds, entry.verdict.measured?.value)
    guard entry.obligation?.measure == kind, let measured, !bounds.mayBeEmpty,
      bounds.low == measured, bounds.high == measured
    else { return nil }
    return measured
  }
}

extension Baseline {
  /// The baseline for the result model; an earlier period's has no figure yet.
  var summary: BaselineSummary {
    switch figure {
    case .known(let figure, let of): summary(of: of, figure, asOf: nil)
    case .earlier(.named(let period)):
      summary(of: Text(vi: "kỳ \(period.name)", en: period.name), nil, asOf: nil)
    case .earlier(.previous):
      summary(of: Text(vi: "kỳ trước", en: "the period before"), nil, asOf: nil)
    case .earlier(.lastYear):
      summary(of: Text(vi: "cùng kỳ năm trước", en: "the year before"), nil, asOf: nil)
    }
  }

  fileprivate func summary(of: Text, _ figure: Rational?, asOf: String?) -> BaselineSummary {
    switch change {
    case .points(let points):
      BaselineSummary(of: of, figure: figure, asOf: asOf, points: points, percent: nil)
    case .percent(let percent):
      BaselineSummary(of: of, figure: figure, asOf: asOf, points: nil, percent: percent)
    }
  }
}
