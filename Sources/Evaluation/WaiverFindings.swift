import Assessment
import Calendars
import Rulebook

/// Finds waivers that somebody should look at: in force in the period without setting anything apart,
/// or about to end.
struct WaiverFindings {
  /// How many days after the period a waiver may end before it is said.
  private static let notice = 30

  private let request: EvaluationRequest

  /// Findings for one run.
  init(_ request: EvaluationRequest) { self.request = request }

  /// What is said about `waivers`: those in force for something that was judged.
  /// - Parameter used: the ids of those that set something apart.
  func findings(_ waivers: [Waiver], used: Set<String>) -> [Finding] {
    let once = Dictionary(waivers.map { ($0.id, $0) }) { first, _ in first }.values
    return once.filter(concerns).compactMap(ending) + once.compactMap { unused($0, used) }
  }

  /// With one unit only, the waivers of others are no concern of its.
  private func concerns(_ waiver: Waiver) -> Bool {
    guard let unit = request.unit else { return true }
    return request.rulebook.registry.units(during: request.period).contains {
      $0.code == unit && waiver.covers($0)
    }
  }

  private func ending(_ waiver: Waiver) -> Finding? {
    let last = request.period.last
    guard let until = waiver.dates.until, until >= last, until <= last.adding(days: Self.notice)
    else { return nil }
    return Finding(kind: .endingWaiver, severity: nil, message: .endingWaiver(waiver, until))
  }

  /// With one unit only, a waiver may well be for others.
  private func unused(_ waiver: Waiver, _ used: Set<String>) -> Finding? {
    guard request.unit == nil, !used.contains(waiver.id) else { return nil }
    return Finding(kind: .unusedWaiver, severity: .low, message: .unusedWaiver(waiver))
  }
}
