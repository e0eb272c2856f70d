import Assessment
import Calendars
import Exports
import Rulebook

/// Everything an assessment is a function of, besides the files' hashes.
package struct EvaluationRequest: Sendable {
  /// The checked rules, registry and calendar.
  package let rulebook: Rulebook
  /// What was handed in.
  package let exports: ExportSet
  /// The period of the run: obligations whose period ends in it are judged.
  package let period: Period
  /// The moment up to which things count as having happened.
  package let asOf: Instant
  /// How many records are named for each verdict.
  package let evidenceLimit: Int
  /// Only this unit, for an agency's own check.
  package let unit: String?
  /// Earlier assessments, for baselines and for rules over past verdicts.
  package let prior: [Assessment]

  /// A request from its parts.
  package init(
    rulebook: Rulebook, exports: ExportSet, period: Period, asOf: Instant,
    evidenceLimit: Int = 100, unit: String? = nil, prior: [Assessment] = []
  ) {
    self.rulebook = rulebook
    self.exports = exports
    self.period = period
    self.asOf = asOf
    self.evidenceLimit = evidenceLimit
    self.unit = unit
    self.prior = prior
  }
}
