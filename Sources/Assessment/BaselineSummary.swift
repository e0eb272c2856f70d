import Diagnostics
import Numbers

/// What a target is set against, and how far from it.
package struct BaselineSummary: Sendable, Codable, Hashable {
  /// What the figure is of: "năm 2021", or the name of a period.
  package let of: Text
  /// The figure; `nil` when the earlier period has none, or an uncertain one.
  package let figure: Rational?
  /// The as-of of the assessment that the figure was read from, ISO 8601 with offset.
  package let asOf: String?
  /// Added to the figure: percentage points of a share (as a fraction), plain amounts else.
  package let points: Rational?
  /// Relative to the figure, as a fraction: 1/5 for 20%.
  package let percent: Rational?

  /// A baseline from its parts.
  package init(of: Text, figure: Rational?, asOf: String?, points: Rational?, percent: Rational?) {
    self.of = of
    self.figure = figure
    self.asOf = asOf
    self.points = points
    self.percent = percent
  }
}
