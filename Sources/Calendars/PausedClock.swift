/// A time during which a clock stood still: a request for papers, a stop by decision.
package struct Pause<Point: Comparable & Sendable & Hashable>: Sendable, Hashable {
  /// When it began. A day on which it began still counts, unless it was to be the last.
  package let from: Point
  /// When the clock went on. Days count again from the day after.
  package let until: Point

  /// A pause from its ends.
  package init(from: Point, until: Point) {
    self.from = from
    self.until = until
  }
}

/// When time limits run out that stand still during pauses.
///
/// Time that pauses share is counted once, and what lies before the start or after the end not at
/// all. The first day never counts (Civil Code 2015, Art. 147).
package struct PausedClock: Sendable {
  /// A limit in days of some kind.
  package enum DayLimit: Sendable, Hashable {
    case workingDays(Int)
    case days(Int)
    /// Calendar months; pauses add days.
    case months(Int)
  }

  private let calendar: WorkCalendar

  /// A clock that counts by a calendar.
  package init(_ calendar: WorkCalendar) { self.calendar = calendar }

  /// The last day of a limit that begins after `start`. A last day on which a pause begins is not over
  /// while the clock stands still: the limit then ends on the day on which the clock goes on, or the
  /// first after it that counts.
  /// - Throws: where the calendar does not cover a year that is passed through.
  package func end(
    of limit: DayLimit, from start: Day, pauses: [Pause<Day>]
  ) throws(CalendarFault) -> Day {
    var end = try extended(limit, from: start, pauses)
    while let pause = pauses.first(where: { $0.from <= end && end < $0.until }) {
      end = pause.until
      if case .workingDays = limit { end = try calendar.nextWorkingDay(onOrAfter: end) }
    }
    return end
  }

  private func extended(
    _ limit: DayLimit, from start: Day, _ pauses: [Pause<Day>]
  ) throws(CalendarFault) -> Day {
    switch limit {
    case .workingDays(let count):
      let end = try calendar.adding(workingDays: count, to: start)
      return try Self.extend(end, start, pauses) { end, pause throws(CalendarFault) in
        let lost = try calendar.workingDays(after: pause.from, through: pause.until)
        return try calendar.adding(workingDays: lost, to: end)
      }
    case .days(let count):
      return Self.extend(start.adding(days: count), start, pauses, by: Self.days)
    case .months(let count):
      return Self.extend(start.adding(months: count), start, pauses, by: Self.days)
    }
  }

  /// The moment at which so many seconds of working time after `start` have passed.
  /// - Throws: where the calendar has no hours, or does not cover a year that is passed through.
  package func end(
    workingSeconds seconds: Int64, from start: Instant, pauses: [Pause<Instant>]
  ) throws(CalendarFault) -> Instant {
    let end = try calendar.adding(workingSeconds: seconds, to: start)
    return try Self.extend(end, start, pauses) { end, pause throws(CalendarFault) in
      let lost = try calendar.workingSeconds(from: pause.from, to: pause.until)
      return try calendar.adding(workingSeconds: lost, to: end)
    }
  }

  /// The moment at which so many microseconds after `start` have passed.
  package func end(
    microseconds: Int64, from start: Instant, pauses: [Pause<Instant>]
  ) -> Instant {
    let end = Instant(microseconds: start.microseconds + microseconds)
    return Self.extend(end, start, pauses) { end, pause in
      Instant(
        microseconds: end.microseconds + pause.until.microseconds - pause.from.microseconds)
    }
  }

  private static func days(_ end: Day, _ pause: Pause<Day>) -> Day {
    end.adding(days: Int(pause.until.number) - Int(pause.from.number))
  }

  /// Moves an end by what the pauses before it take away, one after the other.
  private static func extend<Point, Failure: Error>(
    _ end: Point, _ start: Point, _ pauses: [Pause<Point>],
    by move: (Point, Pause<Point>) throws(Failure) -> Point
  ) throws(Failure) -> Point {
    var (end, counted) = (end, start)
    for pause in pauses.sorted(by: { $0.from < $1.from }) {
      let from = max(pause.from, counted)
      guard from < end else { break }
      guard from < pause.until else { continue }
      end = try move(end, Pause(from: from, until: pause.until))
      counted = pause.until
    }
    return end
  }
}
