import Calendars

/// The same questions answered day by day and second by second: too slow to use, too simple to be
/// wrong. Knows nothing of uncovered years.
struct SlowCalendar {
  let calendar: WorkCalendar
  private let worked: Set<Day>
  private let off: Set<Day>

  init(calendar: WorkCalendar) {
    self.calendar = calendar
    worked = Set(calendar.workedDays.map(\.day))
    off = Set(calendar.holidays.map(\.day))
  }

  func isWorking(_ day: Day) -> Bool {
    if worked.contains(day) { return true }
    if off.contains(day) { return false }
    return !calendar.restDays.contains(day.weekday)
  }

  func adding(workingDays n: Int, to start: Day) -> Day {
    var (day, left) = (start, abs(n))
    while left > 0 {
      day = day.adding(days: n.signum())
      if isWorking(day) { left -= 1 }
    }
    return day
  }

  func workingDays(after start: Day, through end: Day) -> Int {
    if end < start { return -workingDays(after: end, through: start) }
    var (day, count) = (start, 0)
    while day < end {
      day = day.adding(days: 1)
      if isWorking(day) { count += 1 }
    }
    return count
  }

  func first(from start: Day, step: Int) -> Day {
    var day = start
    while !isWorking(day) { day = day.adding(days: step) }
    return day
  }

  /// Whether work goes on in the minute that begins at a whole minute.
  func isWorked(_ minute: Instant) -> Bool {
    let local = calendar.zone.local(of: minute)
    return isWorking(local.day)
      && calendar.hours.contains { ($0.from..<$0.to).contains(local.secondOfDay) }
  }

  /// For whole minutes only.
  func adding(workingMinutes n: Int, to start: Instant) -> Instant {
    var (now, left) = (start, abs(n))
    while left > 0 {
      let next = now.adding(seconds: n < 0 ? -60 : 60)
      if isWorked(min(now, next)) { left -= 1 }
      now = next
    }
    return now
  }

  /// For whole minutes only.
  func workingMinutes(from start: Instant, to end: Instant) -> Int {
    if end < start { return -workingMinutes(from: end, to: start) }
    var (now, count) = (start, 0)
    while now < end {
      if isWorked(now) { count += 1 }
      now = now.adding(seconds: 60)
    }
    return count
  }
}
