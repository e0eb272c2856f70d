import Numbers

/// How much was enough, from when, and who says so.
package struct TargetSummary: Sendable, Codable, Hashable {
  /// The comparison.
  package let comparison: Comparison
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
