import Assessment
import Calendars
import Diagnostics
import Exports
import Foundation
import Rulebook

/// Everything an assessment is a function of, besides the files' hashes.
package struct EvaluationRequest: Sendable {
  /// The checked rules, registry and calendar.
  package let rulebook: Rulebook
  /// What was handed in for the periods judged.
  package var exports: ExportSet
  /// The same by the months that a period is judged by; `exports`, where a reach is not among them.
  package internal(set) var spans: [Reach: ExportSpan]
  /// The period of the run: obligations whose period ends in it are judged.
  package let period: Period
  /// The moment up to which things count as having happened.
  package let asOf: Instant
  /// How many records are named for each verdict.
  package let evidenceLimit: Int
  /// Whether that many are named of all groups of a unit together.
  var isEvidencePerUnit = false
  /// How all records that prove a violation are put aside; `nil` where nobody asks for them.
  var spool: ProofSpool.Bounds?
  /// Whether anybody asks for the hashes of files.
  var needsHashes = true
  /// Only this unit, for an agency's own check.
  package let unit: String?
  /// Earlier assessments, for baselines and for rules over past verdicts.
  package let prior: [Assessment]
  /// How many threads judge records; 0 leaves every record to the oracle.
  package var threads = ProcessInfo.processInfo.activeProcessorCount
  /// How many bytes are read at once of records that are not kept in memory.
  package var blockSize = 256 * 1024
  /// Told how much of those was read so far.
  package var progress: (@Sendable (ReadAmount) -> Void)?
  /// What the earlier assessments found, each verdict once.
  let priorVerdicts: PriorVerdicts

  /// Whether there are records that are not kept.
  var hasStreams: Bool {
    ([exports] + spans.values.map(\.exports)).contains { !$0.streams.isEmpty }
  }

  /// Whether nothing was handed in of a dataset, and nothing was said to be.
  func hasNothing(of dataset: String) -> Bool {
    if dataset == BuiltInDatasets.units.id { return false }
    if dataset == BuiltInDatasets.verdicts.id { return prior.isEmpty }
    return !exports.files.contains { $0.dataset == dataset }
      && !exports.defects.contains { $0.kind == .missingFile && $0.dataset == dataset }
  }

  /// How urgent a gap is that one unit's own data may have; only shown where those are checked.
  func severity(ofGap severity: Severity) -> Severity? { unit == nil ? severity : nil }

  /// A request from its parts.
  package init(
    rulebook: Rulebook, exports: ExportSet, spans: [Reach: ExportSpan] = [:], period: Period,
    asOf: Instant, evidenceLimit: Int = 100, unit: String? = nil, prior: [Assessment] = []
  ) {
    self.rulebook = rulebook
    self.exports = exports
    self.spans = spans
    self.period = period
    self.asOf = asOf
    self.evidenceLimit = evidenceLimit
    self.unit = unit
    self.prior = prior
    priorVerdicts = PriorVerdicts(prior)
  }
}
