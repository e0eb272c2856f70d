import Diagnostics
import Foundation

/// The scores of one run, as `tuanthu score --format json` writes them.
package struct ScoreDocument: Sendable, Codable, Hashable {
  /// The version of this model; a reader must refuse one it does not know.
  package static let currentSchema = "tuanthu.scores/1"

  /// `currentSchema` of the tool that wrote it.
  package let schema: String
  /// Said on every report: an automatic comparison, no authority's conclusion.
  package let notice: Text
  /// The period scored: `2025-09`.
  package let period: String
  /// The moment up to which things count as having happened, ISO 8601 with the zone's offset.
  package let asOf: String
  /// The IANA name of the zone of all local dates and times.
  package let zone: String
  /// The instruments that set up the indexes, by id.
  package let directives: [DirectiveSummary]
  /// The units scored, by code.
  package let units: [UnitSummary]
  /// By id.
  package let indexes: [IndexScore]
  /// The inputs, so that the run can be repeated and compared.
  package let manifest: Manifest

  /// The scores of an assessment.
  package init(_ assessment: Assessment, directives: [DirectiveSummary], units: [UnitSummary]) {
    schema = Self.currentSchema
    notice = assessment.notice
    period = assessment.period
    asOf = assessment.asOf
    zone = assessment.zone
    self.directives = directives
    self.units = units
    indexes = assessment.scores ?? []
    manifest = assessment.manifest
  }

  /// The scores as JSON, written as an assessment is.
  package func json() throws -> Data { Data(try StableJSON.bytes(self)) }
}
