import Calendars
import Expressions
import Rulebook

/// What a clock shows for one record: its beginning, its limit, when it stood still, its end.
package struct ClockReading: Sendable {
  /// When the limit began.
  package let start: Moment
  /// How long it is: working days, days, months, working hours or a duration.
  package let limit: Value
  /// When it stood still, in the order of time; a date is the start of its day.
  package let pauses: [Pause<Instant>]
  /// When it runs out.
  package let end: Moment

  /// Counts a limit from its start through the pauses; `nil` for a limit that no clock can count.
  /// - Throws: where the calendar does not cover a year that is passed through, or has no hours.
  init?(
    start: Moment, limit: Value, pauses: [Pause<Instant>], _ calendar: WorkCalendar
  ) throws(CalendarFault) {
    let pauses = pauses.sorted { ($0.from, $0.until) < ($1.from, $1.until) }
    let clock = PausedClock(calendar)
    switch (limit, start) {
    case (.workingHours(let seconds), .instant(let instant)):
      end = .instant(try clock.end(workingSeconds: seconds, from: instant, pauses: pauses))
    case (.duration(let nanoseconds), .instant(let instant)):
      end = .instant(
        clock.end(microseconds: nanoseconds / 1000, from: instant, pauses: pauses))
    default:
      guard let days = Self.days(limit) else { return nil }
      let zone = calendar.zone
      let spans = pauses.map {
        Pause(from: zone.local(of: $0.from).day, until: zone.local(of: $0.until).day)
      }
      end = .day(try clock.end(of: days, from: start.day(in: zone), pauses: spans))
    }
    (self.start, self.limit, self.pauses) = (start, limit, pauses)
  }

  /// A limit in days; a count beyond any calendar is none.
  private static func days(_ limit: Value) -> PausedClock.DayLimit? {
    let most: ClosedRange<Int64> = -4_000_000...4_000_000
    switch limit {
    case .workingDays(let count) where most.contains(count): return .workingDays(Int(count))
    case .calendarDays(let count) where most.contains(count): return .days(Int(count))
    case .calendarMonths(let count) where most.contains(count): return .months(Int(count))
    default: return nil
    }
  }
}
