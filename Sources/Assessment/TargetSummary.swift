import Numbers

/// How much was enough, from when, and who says so.
package struct TargetSummary: Sendable, Codable, Hashable {
  /// The comparison. Where `baseline` has no figure, or nothing was found to look up, only its side (at
  /// least, at most, …) means anything.
  package var comparison: Comparison
  /// What it is set against, if anything.
  package var baseline: BaselineSummary?
  /// Where the limit was looked up, as the rule says it, and whether it was found.
  package var lookup: Lookup?
  /// The first day it is in force, ISO.
  package let from: String
  /// The last day, ISO; `nil` while it stays in force.
  package let until: String?
  /// The text that sets it.
  package let cite: String
  /// Where it was read.
  package let source: String?

  /// A limit that stands in the records.
  package struct Lookup: Sendable, Codable, Hashable {
    /// The expression of the rule.
    package let value: String
    /// Whether the records gave one limit.
    package let isFound: Bool

    /// A lookup from its parts.
    package init(value: String, isFound: Bool) {
      self.value = value
      self.isFound = isFound
    }
  }

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
