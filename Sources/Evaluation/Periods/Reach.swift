import Calendars
import Rulebook

/// The months whose exports a period of an obligation is judged by.
package struct Reach: Sendable, Hashable {
  /// In order.
  package let months: [Period]
  /// The longest period whose folder may hold what the folders of its months do not.
  package let longest: Period.Kind

  /// The months of `period` up to the end of `run`.
  ///
  /// Not those before the obligation is in force, when its version is picked by the same day as the
  /// period. A milestone that looks at every record looks at the list as it stands in its month.
  package init(_ obligation: Obligation, _ period: Period, in run: Period) {
    var first = period.opens == nil ? period.first : period.first.adding(days: -1)
    if obligation.lawOn == nil { first = max(first, obligation.inForce.from ?? first) }
    if obligation.when == nil { first = period.last }
    self.init(
      from: first, until: min(period.last, run.last), longest: [period.kind, run.kind])
  }

  /// The months of a run itself.
  package init(of run: Period) {
    self.init(from: run.first, until: run.last, longest: [run.kind])
  }

  private init(from first: Day, until last: Day, longest: [Period.Kind?]) {
    var months = [Period(.month, containing: min(first, last))]
    while let end = months.last?.last, end < last {
      months.append(Period(.month, containing: end.adding(days: 1)))
    }
    self.months = months
    self.longest = longest.compactMap(\.self).max { $0.months < $1.months } ?? .month
  }

  /// The names of the folders that may hold the exports of one of its months.
  func folders(of month: Period) -> [String] {
    Period.Kind.allCases.filter { $0.months <= longest.months }
      .map { Period($0, containing: month.first).name }
  }
}
