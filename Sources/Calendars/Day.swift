/// A date of the proleptic Gregorian calendar, without a time or a zone.
package struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  package let number: Int32

  /// The day `number` days after 1970-01-01.
  package init(number: Int32) { self.number = number }

  /// The date with that year (1 to 9999), month and day, or `nil` when there is none.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    number = Day.number(year, month, day)
  }

  /// How many days a month has.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Counts from March so that the leap day ends the year
  /// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(clamping: era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day (civil_from_days of the same source).
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
  package var weekday: Int { (Int(number) % 7 + 10) % 7 + 1 }

  /// The day `days` calendar days later (earlier, when negative).
  package func adding(days: Int) -> Day {
    Day(number: Int32(clamping: Int(number) + Int(Int32(clamping: days))))
  }

  /// The same day of the month `months` months later (earlier, when negative); where that month is
  /// too short, its last day (Civil Code 2015, Art. 148(3)).
  package func adding(months: Int) -> Day {
    let (year, month, day) = components
    let total = year * 12 + month - 1 + min(max(months, -120_000), 120_000)
    let newMonth = (total % 12 + 12) % 12 + 1
    let newYear = (total - newMonth + 1) / 12
    let length = Day.length(ofMonth: newMonth, year: newYear)
    return Day(number: Day.number(newYear, newMonth, min(day, length)))
  }

  /// The first day of the month.
  package var startOfMonth: Day { adding(days: 1 - components.day) }

  /// The last day of the month.
  package var endOfMonth: Day {
    let (year, month, day) = components
    return adding(days: Day.length(ofMonth: month, year: year) - day)
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}
