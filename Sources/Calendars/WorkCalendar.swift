/// Which days and hours are worked: the weekly rest days, the holidays, the rest days worked to
/// make up for days off, and an agency's hours.
///
/// Every day that has to be known for an answer must lie in the covered years; a year whose
/// holidays nobody entered is never taken for one without holidays.
package struct WorkCalendar: Sendable, Hashable {
  /// The zone whose clocks the agency goes by.
  package let zone: Zone
  /// Weekly rest days, 1 for Monday to 7 for Sunday.
  package let restDays: Set<Int>
  /// Days off besides the weekly rest days.
  package let holidays: [Holiday]
  /// Rest days that are worked; one that is also a holiday is worked.
  package let workedDays: [Holiday]
  /// The hours of a working day, in order, without overlaps; none, when nobody said.
  package let hours: [WorkingHours]
  /// The years whose holidays are known.
  package let covered: ClosedRange<Int>

  let index: WorkingDayIndex

  /// A calendar from its parts. Counts the covered days once: about 366 steps a year.
  package init(
    zone: Zone, restDays: Set<Int> = [6, 7], holidays: [Holiday] = [],
    workedDays: [Holiday] = [], hours: [WorkingHours] = [], covered: ClosedRange<Int>
  ) {
    self.zone = zone
    self.restDays = restDays
    self.holidays = holidays
    self.workedDays = workedDays
    self.hours = WorkingHours.merged(hours)
    self.covered = covered
    let off = Set(holidays.map(\.day))
    let worked = Set(workedDays.map(\.day))
    index = WorkingDayIndex(years: covered) { day in
      worked.contains(day) || !(restDays.contains(day.weekday) || off.contains(day))
    }
  }

  /// By what it was made of.
  package static func == (left: WorkCalendar, right: WorkCalendar) -> Bool {
    left.zone == right.zone && left.restDays == right.restDays && left.holidays == right.holidays
      && left.workedDays == right.workedDays && left.hours == right.hours
      && left.covered == right.covered
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(zone)
    hasher.combine(restDays)
    hasher.combine(holidays)
    hasher.combine(workedDays)
    hasher.combine(hours)
    hasher.combine(covered)
  }

  /// Whether a day is worked.
  package func isWorking(_ day: Day) throws(CalendarFault) -> Bool { try index.contains(day) }

  /// The `n`-th working day after a day, or before it when `n` is negative; the day itself when `n`
  /// is 0. The day itself is never counted (Civil Code 2015, Art. 147), so it makes no difference
  /// whether it is worked.
  package func adding(workingDays n: Int, to day: Day) throws(CalendarFault) -> Day {
    if n == 0 { return day }
    let rank = try n > 0 ? index.rank(day.adding(days: 1)) : index.rank(day)
    let (target, overflow) = rank.addingReportingOverflow(n > 0 ? n - 1 : n)
    return try index[overflow ? index.count : target]
  }

  /// How many working days come after `start`, through `end`; when `end` comes first, the number
  /// from it to `start`, negative.
  package func workingDays(after start: Day, through end: Day) throws(CalendarFault) -> Int {
    if start == end { return 0 }
    return try index.rank(end.adding(days: 1)) - index.rank(start.adding(days: 1))
  }

  /// How many working days there are through each day whose status, or that of the next, is known:
  /// the difference of two is how many come after one, through the other.
  package var workingDayCounts: (first: Int, through: [Int32]) { index.counts }

  /// The day itself when it is worked, else the first working day after it (Art. 148(5)).
  package func nextWorkingDay(onOrAfter day: Day) throws(CalendarFault) -> Day {
    try isWorking(day) ? day : index[index.rank(day)]
  }

  /// The day itself when it is worked, else the last working day before it.
  package func previousWorkingDay(onOrBefore day: Day) throws(CalendarFault) -> Day {
    try isWorking(day) ? day : index[index.rank(day) - 1]
  }

  /// The day on which something counts as received: the day it came in, when that is a working day
  /// and it came at or before the cut-off (a second of the day), else the next working day.
  package func receptionDay(
    of instant: Instant, cutOff secondOfDay: Int
  ) throws(CalendarFault) -> Day {
    let local = zone.local(of: instant)
    let isInTime = local.nanosecondOfDay <= Int64(secondOfDay) * 1_000_000_000
    if try isWorking(local.day), isInTime { return local.day }
    return try nextWorkingDay(onOrAfter: local.day.adding(days: 1))
  }
}
