/// The working days of the covered years, counted once, so that adding and counting need no loop.
struct WorkingDayIndex: Sendable {
  /// The first and the last day whose status is known.
  private let known: ClosedRange<Int>
  /// The numbers of all working days, in order.
  private let days: [Int32]
  /// How many working days come before each known day, and before the day after the last.
  private let before: [Int32]
  private let years: ClosedRange<Int>

  /// Asks `isWorking` once for every day of the years (those from 1 to 9999).
  init(years: ClosedRange<Int>, isWorking: (Day) -> Bool) {
    let years = years.clamped(to: 1...9999)
    let first = Day(year: years.lowerBound, month: 1, day: 1) ?? Day(number: 0)
    let last = Day(year: years.upperBound, month: 12, day: 31) ?? first
    var (days, before): ([Int32], [Int32]) = ([], [0])
    for number in first.number...last.number {
      if isWorking(Day(number: number)) { days.append(number) }
      before.append(Int32(days.count))
    }
    self.years = years
    self.days = days
    self.before = before
    known = Int(first.number)...Int(last.number)
  }

  /// How many working days there are.
  var count: Int { days.count }

  /// How many working days there are through each day from the one before the first known one.
  var counts: (first: Int, through: [Int32]) { (known.lowerBound - 1, before) }

  /// How many working days come before a day.
  /// - Throws: `yearNotCovered`, unless the day or the one before it is known.
  func rank(_ day: Day) throws(CalendarFault) -> Int {
    let number = Int(day.number)
    guard number >= known.lowerBound, number <= known.upperBound + 1 else {
      throw .yearNotCovered(day.components.year)
    }
    return Int(before[number - known.lowerBound])
  }

  /// Whether a day is a working day.
  func contains(_ day: Day) throws(CalendarFault) -> Bool {
    guard known.contains(Int(day.number)) else { throw .yearNotCovered(day.components.year) }
    return try rank(day.adding(days: 1)) > rank(day)
  }

  /// The working day with a rank, counted from 0.
  /// - Throws: `yearNotCovered` with the year next to the known ones, when the rank is beyond them.
  subscript(rank: Int) -> Day {
    get throws(CalendarFault) {
      guard rank >= 0 else { throw .yearNotCovered(years.lowerBound - 1) }
      guard rank < days.count else { throw .yearNotCovered(years.upperBound + 1) }
      return Day(number: days[rank])
    }
  }
}
