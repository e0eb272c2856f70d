import Diagnostics

/// The same exports judged twice, once under a supposition: which verdicts flip. A computation, never
/// an assessment.
///
/// A function of the two assessments; the same ones give the same bytes.
package struct Trial: Sendable, Codable, Hashable {
  /// The version of this model; a reader must refuse one it does not know.
  package static let currentSchema = "tuanthu.what-if/1"

  /// `currentSchema` of the tool that wrote it.
  package var schema = Trial.currentSchema
  /// Said at the top and the bottom.
  package var notice = Trial.notice
  /// The period judged: `2025-09`.
  package var period: String
  /// The IANA name of the zone of all local dates and times.
  package var zone: String
  /// What is supposed.
  package var changes: Changes
  /// What the assessment without it is made from.
  package var before: Basis
  /// What the assessment under it is made from.
  package var after: Basis
  /// How many verdicts there are of each outcome, worst first.
  package var totals: [Total]
  /// The same for every obligation with a flip or a supposed target, by id.
  package var obligations: [ObligationTotals]
  /// The units of flips and of other numbers, by code.
  package var units: [UnitSummary]
  /// The verdicts with another outcome, or on one side only; by unit, obligation, group and period.
  package var flips: [Flip]
  /// The verdicts with the same outcome and other numbers, in the same order.
  package var remeasured: [Flip]

  /// A trial from its parts.
  package init(
    period: String, zone: String, changes: Changes, before: Basis, after: Basis, totals: [Total],
    obligations: [ObligationTotals], units: [UnitSummary], flips: [Flip], remeasured: [Flip]
  ) {
    self.period = period
    self.zone = zone
    self.changes = changes
    self.before = before
    self.after = after
    self.totals = totals
    self.obligations = obligations
    self.units = units
    self.flips = flips
    self.remeasured = remeasured
  }

  /// What no reader may overlook.
  package static let notice = Text(
    vi: "Kết quả tính thử, không phải kết quả đánh giá",
    en: "A trial computation, not an assessment")

  /// What an assessment is made from.
  package struct Basis: Sendable, Codable, Hashable {
    /// The moment up to which things count as having happened, ISO 8601 with the zone's offset.
    package let asOf: String
    /// The inputs.
    package var manifest: Manifest

    /// A basis from its parts.
    package init(asOf: String, manifest: Manifest) {
      self.asOf = asOf
      self.manifest = manifest
    }
  }

  /// How many verdicts have an outcome.
  package struct Total: Sendable, Codable, Hashable {
    /// The outcome.
    package let outcome: Verdict.Outcome
    /// Without the supposition.
    package let before: Int
    /// Under it.
    package let after: Int

    /// A total from its parts.
    package init(outcome: Verdict.Outcome, before: Int, after: Int) {
      self.outcome = outcome
      self.before = before
      self.after = after
    }
  }

  /// How many verdicts of an obligation have which outcome.
  package struct ObligationTotals: Sendable, Codable, Hashable {
    /// `directive/obligation`.
    package let id: String
    /// What has to be done.
    package let title: Text
    /// Worst first; empty for an obligation without a verdict.
    package let totals: [Total]

    /// Totals from their parts.
    package init(id: String, title: Text, totals: [Total]) {
      self.id = id
      self.title = title
      self.totals = totals
    }
  }
}
