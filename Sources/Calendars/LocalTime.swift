import Diagnostics

/// A date and a clock time as people read them off the wall: no zone, so not yet a moment.
package struct LocalTime: Sendable, Hashable, Comparable {
  /// The date.
  package let day: Day
  /// Nanoseconds since the date's 00:00 on the clock, less than 24 hours.
  package let nanosecondOfDay: Int64

  /// A date and the nanoseconds (0 to 86,399,999,999,999) since its 00:00.
  package init(day: Day, nanosecondOfDay: Int64) {
    self.day = day
    self.nanosecondOfDay = nanosecondOfDay
  }

  /// A date and a clock time, or `nil` when the clock does not show that.
  package init?(day: Day, hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<1_000_000_000).contains(nanosecond)
    else { return nil }
    let seconds = Int64((hour * 60 + minute) * 60 + second)
    self.init(day: day, nanosecondOfDay: seconds * 1_000_000_000 + Int64(nanosecond))
  }

  /// Seconds (any number of them) since 1970-01-01 00:00 on the clock, and nanoseconds after those.
  init(secondsOnClock: Int64, nanoseconds: Int32) {
    let (day, second) = secondsOnClock.flooredDivision(by: 86_400)
    self.init(
      day: Day(number: Int32(clamping: day)),
      nanosecondOfDay: second * 1_000_000_000 + Int64(nanoseconds))
  }

  /// Seconds since 1970-01-01 00:00 on the clock.
  var secondsOnClock: Int64 { Int64(day.number) * 86_400 + Int64(secondOfDay) }

  /// Seconds since 00:00 on the clock.
  package var secondOfDay: Int { Int(nanosecondOfDay / 1_000_000_000) }
  /// 0 to 23.
  package var hour: Int { secondOfDay / 3600 }
  /// 0 to 59.
  package var minute: Int { secondOfDay / 60 % 60 }
  /// 0 to 59.
  package var second: Int { secondOfDay % 60 }
  /// Nanoseconds after the second, 0 to 999,999,999.
  package var nanosecond: Int { Int(nanosecondOfDay % 1_000_000_000) }

  package static func < (left: LocalTime, right: LocalTime) -> Bool {
    (left.day, left.nanosecondOfDay) < (right.day, right.nanosecondOfDay)
  }

  /// The date and the time as `2025-10-03T17:00:00`, with a fraction where there is one.
  package var iso: String { "\(day.iso)T\(clock)\(fraction)" }

  /// As reports show it, to the second: `03/10/2025 17:00:00`, or `2025-10-03 17:00:00` in English.
  package func shown(in language: Language) -> String { "\(day.shown(in: language)) \(clock)" }

  private var clock: String {
    "\(String(hour, width: 2)):\(String(minute, width: 2)):\(String(second, width: 2))"
  }

  private var fraction: String {
    guard nanosecond > 0 else { return "" }
    let digits = String(nanosecond, width: 9).reversed().drop { $0 == "0" }.reversed()
    return "." + String(digits)
  }
}
