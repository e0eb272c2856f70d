import Calendars

/// Limits that stand still, counted one day or one quarter of an hour after the other: what falls
/// into a pause does not count.
struct SlowPausedClock {
  /// A step that divides all hours of the calendars compared.
  static let quarter: Int64 = 15 * 60

  let calendar: SlowCalendar

  /// Days after the day on which a pause began, through the day on which the clock went on, are lost.
  private func isPaused(_ day: Day, _ pauses: [Pause<Day>]) -> Bool {
    pauses.contains { $0.from < day && day <= $0.until }
  }

  /// A day at the end of which the clock stands still.
  private func isStopped(_ day: Day, _ pauses: [Pause<Day>]) -> Bool {
    pauses.contains { $0.from <= day && day < $0.until }
  }

  func end(of limit: PausedClock.DayLimit, from start: Day, pauses: [Pause<Day>]) -> Day {
    switch limit {
    case .workingDays(let count):
      walk(count, from: start, pauses) { calendar.isWorking($0) }
    case .days(let count):
      walk(count, from: start, pauses) { _ in true }
    case .months(let count):
      walk(days(in: count, after: start), from: start, pauses) { _ in true }
    }
  }

  /// Days one after the other until so many have counted.
  private func walk(
    _ count: Int, from start: Day, _ pauses: [Pause<Day>], counts: (Day) -> Bool
  ) -> Day {
    var (day, left) = (start, count)
    while left > 0 {
      day = day.adding(days: 1)
      if counts(day), !isPaused(day, pauses) { left -= 1 }
    }
    guard isStopped(day, pauses) else { return day }
    while isStopped(day, pauses) || !counts(day) { day = day.adding(days: 1) }
    return day
  }

  private func days(in months: Int, after start: Day) -> Int {
    var (day, count) = (start, 0)
    while day < start.adding(months: months) {
      day = day.adding(days: 1)
      count += 1
    }
    return count
  }

  /// For whole quarters of an hour only, of working time or of all time.
  func end(
    quarters: Int, from start: Instant, pauses: [Pause<Instant>], working: Bool
  ) -> Instant {
    var (now, left) = (start, quarters)
    while left > 0 {
      let isPaused = pauses.contains { $0.from <= now && now < $0.until }
      if !isPaused, !working || calendar.isWorked(now) { left -= 1 }
      now = now.adding(seconds: Self.quarter)
    }
    return now
  }
}
