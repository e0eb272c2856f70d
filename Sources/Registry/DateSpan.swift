import Calendars

/// The days from one date to another, both included; open where an end is missing.
package struct DateSpan: Sendable, Hashable {
  /// The first day, or `nil` for since ever.
  package let from: Day?
  /// The last day, or `nil` for until further notice.
  package let until: Day?

  /// The days from `from` through `until`.
  package init(from: Day? = nil, until: Day? = nil) {
    self.from = from
    self.until = until
  }

  /// Whether a day is among them.
  package func contains(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }

  /// Whether any day is in both.
  package func overlaps(_ other: DateSpan) -> Bool { !intersection(other).isEmpty }

  /// The days that are in both.
  package func intersection(_ other: DateSpan) -> DateSpan {
    DateSpan(
      from: [from, other.from].compactMap { $0 }.max(),
      until: [until, other.until].compactMap { $0 }.min())
  }

  /// Whether the last day comes before the first, so that there are none.
  package var isEmpty: Bool {
    guard let from, let until else { return false }
    return until < from
  }
}
