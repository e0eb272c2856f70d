import Calendars
import Diagnostics
import TestSupport

/// Calendars, days and moments to compare the fast calendar with the slow one on.
extension SeededRandom {
  /// A calendar of 2019 to 2025 with random rest days, holidays, worked days and hours.
  mutating func calendar() -> WorkCalendar {
    let zones = ["Asia/Ho_Chi_Minh", "UTC", "-03:30"].map { known(Zone(identifier: $0)) }
    let rest = Set((0..<roll(0...3)).map { _ in roll(1...7) })
    let holidays = days(roll(0...150))
    let worked = days(roll(0...60))
    let hours = [
      [known(WorkingHours("08:00-12:00")), known(WorkingHours("13:30-17:30"))],
      [known(WorkingHours("00:00-24:00"))],
      [
        known(WorkingHours("22:00-24:00")), known(WorkingHours("00:00-01:00")),
        known(WorkingHours("00:30-02:00")),
      ],
    ]
    return WorkCalendar(
      zone: zones[roll(0...2)], restDays: rest, holidays: holidays, workedDays: worked,
      hours: hours[roll(0...2)], covered: 2019...2025)
  }

  private mutating func days(_ count: Int) -> [Holiday] {
    (0..<count).map { _ in Holiday(day: day(), name: Text(verbatim: "-"), source: "-") }
  }

  /// A day of 2022 or 2023, so that no answer leaves the covered years.
  mutating func day() -> Day {
    known(Day(year: 2022, month: 1, day: 1)).adding(days: roll(0...729))
  }

  /// A whole minute of 2022 or 2023.
  mutating func minute() -> Instant {
    Zone.utc.startOfDay(day()).adding(seconds: Int64(roll(0...1439)) * 60)
  }
}
