import Diagnostics
import Expressions
import Numbers
import Registry

/// How much is enough, from one day to another, for some units or all.
package struct Target: Sendable {
  /// The days; `from` is always there.
  package let dates: DateSpan
  /// What the measure is compared with; shares as fractions (100% is 1). Where `baseline` is an
  /// earlier period's, only its side (at least, at most, …) means anything: the limit is found then.
  package let comparison: Comparison
  /// What it is set against, if anything.
  package let baseline: Baseline?
  /// The limit as it stands in the records, the same in all of a verdict: only the side of `comparison`
  /// means anything then. Shares as fractions.
  package let lookup: CheckedExpression?
  /// The text that sets it; may be another than the duty's.
  package let cite: String
  /// Where that was read.
  package let source: String?
  /// A condition on `unit`, or `nil` for all units that are bound.
  package let units: CheckedExpression?
  /// Where it is declared.
  package let span: Span

  /// A target from its parts.
  package init(
    dates: DateSpan, comparison: Comparison, baseline: Baseline? = nil,
    lookup: CheckedExpression? = nil,
    cite: String,
    source: String? = nil, units: CheckedExpression? = nil, span: Span
  ) {
    self.dates = dates
    self.comparison = comparison
    self.baseline = baseline
    self.lookup = lookup
    self.cite = cite
    self.source = source
    self.units = units
    self.span = span
  }
}
