import Diagnostics

/// All verdicts of one run: what was found, never a conclusion.
///
/// A function of its inputs: the same rules, exports, registry, calendar, period and as-of give the
/// same bytes. Reordering files or rows changes only `manifest` and `places`.
package struct Assessment: Sendable, Codable, Hashable {
  /// The version of this model; a reader must refuse one it does not know.
  package static let currentSchema = "tuanthu.assessment/1"

  /// `currentSchema` of the tool that wrote it.
  package var schema = Assessment.currentSchema
  /// Said on every report: an automatic comparison, no authority's conclusion.
  package var notice = Assessment.notice
  /// What the assessment was cut down to, if it was.
  package var only: Only?
  /// Whether heads have had their say.
  package var status = Status.provisional
  /// The period judged: `2025-09`.
  package var period: String
  /// The moment up to which things count as having happened, ISO 8601 with the zone's offset.
  package var asOf: String
  /// The IANA name of the zone of all local dates and times.
  package var zone: String
  /// The instruments that the obligations come from, by id.
  package var directives: [DirectiveSummary]
  /// The obligations judged, by id.
  package var obligations: [ObligationSummary]
  /// The units bound by at least one of them, by code.
  package var units: [UnitSummary]
  /// One for each unit and obligation that binds it, by unit then obligation.
  package var verdicts: [Verdict]
  /// What the indexes of the period came to, where the rules have any.
  package var scores: [IndexScore]?
  /// What is wrong with the hand-ins as a whole.
  package var findings: [Finding]
  /// What is wrong with cells and records, counted.
  package var defects: [DefectCount]
  /// Mistakes that rules made on well-known values.
  package var ruleFaults: [RuleFault]
  /// File and row of what is named above by key.
  package var places: Places
  /// The inputs, so that the run can be repeated and compared.
  package var manifest: Manifest

  /// An assessment from its parts.
  package init(
    period: String, asOf: String, zone: String, directives: [DirectiveSummary],
    obligations: [ObligationSummary], units: [UnitSummary], verdicts: [Verdict],
    findings: [Finding], defects: [DefectCount], ruleFaults: [RuleFault], places: Places,
    manifest: Manifest
  ) {
    self.period = period
    self.asOf = asOf
    self.zone = zone
    self.directives = directives
    self.obligations = obligations
    self.units = units
    self.verdicts = verdicts
    self.findings = findings
    self.defects = defects
    self.ruleFaults = ruleFaults
    self.places = places
    self.manifest = manifest
  }

  /// The sentence that stands on every report.
  package static let notice = Text(
    vi:
      "Kết quả đối chiếu tự động giữa quy định và dữ liệu; không phải kết luận của cơ quan có thẩm quyền.",
    en: "An automatic comparison of rules with data; not a conclusion of any authority.")

  /// What an assessment can be cut down to.
  package enum Only: String, Sendable, Codable, CaseIterable {
    /// What is wrong with the data, without any verdict.
    case data
  }

  /// The same without verdicts and what belongs to them: only what is wrong with the data.
  package var onlyData: Assessment {
    var data = Assessment(
      period: period, asOf: asOf, zone: zone, directives: [], obligations: [], units: [],
      verdicts: [], findings: findings.filter(\.kind.isAboutData), defects: defects,
      ruleFaults: [], places: Places(records: [:], defects: places.defects), manifest: manifest)
    data.only = .data
    return data
  }

  /// Whether an assessment may still change.
  package enum Status: String, Sendable, Codable {
    case provisional
    case final
  }
}
