/// A date and time of day as a sheet shows it. In the 1900 system the days before 1900-01-01 are
/// "day 0", and the 29th of February 1900 exists: Excel counts it, since Lotus 1-2-3 did.
package struct SheetMoment: Sendable, Hashable {
  /// From 1 to 9999; 1900 where there is no date.
  package private(set) var year: Int16
  /// From 1.
  package private(set) var month: UInt8
  /// 0 for a time of day without a date (serials from 0 up to 1 of the 1900 system).
  package private(set) var day: UInt8
  /// From 0 to 23.
  package let hour: UInt8
  /// From 0 to 59.
  package let minute: UInt8
  /// From 0 to 59.
  package let second: UInt8
  /// From 0 to 999.
  package let millisecond: UInt16

  /// A moment from its parts, or `nil` where there is no such day or time.
  package init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    millisecond: Int = 0
  ) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(of: month, in: year)).contains(day)
    else { return nil }
    self.init(
      date: (year, month, day), hour: hour, minute: minute, second: second,
      millisecond: millisecond)
  }

  /// A time of day without a date, or `nil` where there is no such time.
  package init?(hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) {
    self.init(
      date: (1900, 1, 0), hour: hour, minute: minute, second: second, millisecond: millisecond)
  }

  private init?(
    date: (year: Int, month: Int, day: Int), hour: Int, minute: Int, second: Int, millisecond: Int
  ) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<1000).contains(millisecond)
    else { return nil }
    year = Int16(date.year)
    month = UInt8(date.month)
    day = UInt8(date.day)
    self.hour = UInt8(hour)
    self.minute = UInt8(minute)
    self.second = UInt8(second)
    self.millisecond = UInt16(millisecond)
  }

  /// Whether it has a time of day but no date.
  package var isTimeOfDay: Bool { day == 0 }

  /// Its time of day alone.
  package var timeOfDay: SheetMoment {
    var time = self
    (time.year, time.month, time.day) = (1900, 1, 0)
    return time
  }

  /// Whether its time is midnight.
  package var isMidnight: Bool { hour == 0 && minute == 0 && second == 0 && millisecond == 0 }

  private static func days(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}

/// The two ways in which workbooks count days.
package enum DateSystem: Sendable, Hashable {
  /// Day 1 is 1900-01-01, and day 60 the 29th of February 1900, which never was.
  case from1900
  /// Day 0 is 1904-01-01.
  case from1904
}

extension SheetMoment {
  private static let millisecondsOfDay = 86_400_000
  /// Days from 0000-03-01 to the day that each system calls 0; from serial 61 on in the first.
  private static let epoch1900 = 693_899
  private static let epoch1904 = 695_361
  private static let lastDay = 2_958_465
  static let leapDay1900 = 60

  /// The moment that `serial` days are, rounded to the millisecond as Excel does, and the whole
  /// number of days; `nil` before the first day and after 9999-12-31.
  static func at(serial: Double, _ system: DateSystem) -> (moment: SheetMoment, day: Int)? {
    guard serial >= 0, serial < Double(lastDay + 1) else { return nil }
    let total = Int((serial * Double(millisecondsOfDay)).rounded())
    let (day, time) = total.quotientAndRemainder(dividingBy: millisecondsOfDay)
    let date = date(day: day, system)
    let moment = SheetMoment(
      date: date, hour: time / 3_600_000, minute: time / 60_000 % 60, second: time / 1000 % 60,
      millisecond: time % 1000)
    return date.year > 9999 ? nil : moment.map { ($0, day) }
  }

  private static func date(day: Int, _ system: DateSystem) -> (year: Int, month: Int, day: Int) {
    switch (system, day) {
    case (.from1904, _): civil(epoch1904 + day)
    case (_, 0): (1900, 1, 0)
    case (_, leapDay1900): (1900, 2, 29)
    case (_, ..<leapDay1900): civil(epoch1900 + day + 1)
    default: civil(epoch1900 + day)
    }
  }

  /// The date that is `days` after 0000-03-01 in the Gregorian calendar (Howard Hinnant,
  /// "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`).
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}
