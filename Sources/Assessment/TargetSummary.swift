import Numbers

/// How much was enough, from when, and who says so.
package struct TargetSummary: Sendable, Codable, Hashable {
  /// The comparison. Where `baseline` has no figure, only its side (at least, at most, …) means
  /// anything.
  package var comparison: Comparison
  /// What it is set against, if anything.
  package var baseline: BaselineSummary?
  /// The first day it is in force, ISO.
  package let from: String
  /// The last day, ISO; `nil` while it stays in force.
  package let until: String?
  /// The text that sets it.
  package let cite: String
  /// Where it was read.
  package let source: String?

  /// A target from its parts.
  package init(comparison: Comparison, from: String, until: String?, cite: String, source: String?)
  {
    self.comparison = comparison
    self.from = from
    self.until = until
    self.cite = cite
    self.source = source
  }
}
