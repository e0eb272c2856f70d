import Assessment
import Calendars

/// Which units earlier assessments judged, and for which days.
struct PriorReach {
  private let periods: [String: Set<Period>]

  /// The reach of `prior`.
  init(_ prior: [Assessment]) {
    periods = prior.reduce(into: [:]) { periods, assessment in
      guard let period = Period(assessment.period) else { return }
      for verdict in assessment.verdicts { periods[verdict.unit, default: []].insert(period) }
    }
  }

  /// Whether nothing was judged.
  var isEmpty: Bool { periods.isEmpty }

  /// Whether a unit was judged for a month, or at all where no month is asked for.
  func reaches(_ unit: String, _ month: Period?, orTheOneBefore: Bool) -> Bool {
    let judged = periods[unit] ?? []
    guard let month else { return !judged.isEmpty }
    let days = [month.last] + (orTheOneBefore ? [month.first.adding(days: -1)] : [])
    return judged.contains { period in days.contains { period.first <= $0 && $0 <= period.last } }
  }
}
