import Assessment
import Diagnostics

/// The units, obligations and directives of an assessment by their ids.
struct ReportIndex: Sendable {
  private let units: [String: UnitSummary]
  let obligations: [String: ObligationSummary]
  private let directives: [String: DirectiveSummary]

  init(_ assessment: Assessment) {
    units = Dictionary(assessment.units.map { ($0.code, $0) }) { first, _ in first }
    obligations = Dictionary(assessment.obligations.map { ($0.id, $0) }) { first, _ in first }
    directives = Dictionary(assessment.directives.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The name of a unit, or its code where the assessment does not hold it.
  func unit(_ code: String) -> String { units[code]?.name ?? code }

  /// The level of a unit: `so`, `phuong`, `xa`.
  func level(_ code: String) -> String? { units[code]?.level }

  func obligation(_ verdict: Verdict) -> ObligationSummary? { obligations[verdict.obligation] }

  func obligation(_ id: String) -> ObligationSummary? { obligations[id] }

  /// The instrument that an obligation comes from.
  func directive(_ verdict: Verdict) -> DirectiveSummary? {
    obligation(verdict).flatMap { directives[$0.directive] }
  }

  func measure(_ verdict: Verdict) -> MeasureKind { obligation(verdict)?.measure ?? .share }

  func severity(_ verdict: Verdict) -> Severity { obligation(verdict)?.severity ?? .low }

  /// The article of a duty and the number of its directive.
  func duty(_ obligation: ObligationSummary) -> String {
    let cite = obligation.duty.cite
    let number = number(of: obligation).flatMap { cite.contains($0) ? nil : $0 }
    return [cite, number].compactMap(\.self).joined(separator: " ")
  }

  /// The number of the directive of an obligation.
  func number(of obligation: ObligationSummary) -> String? {
    directives[obligation.directive]?.number
  }
}
