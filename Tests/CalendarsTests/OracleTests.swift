import Calendars
import TestSupport
import Testing

@Suite("Fast calendar against the slow one")
struct OracleTests {
  @Test(arguments: 1...12)
  func countsDaysAlike(seed: UInt64) throws {
    var dice = SeededRandom(seed: seed)
    let fast = dice.calendar()
    let slow = SlowCalendar(calendar: fast)
    for _ in 0..<100 {
      let (day, other, n) = (dice.day(), dice.day(), dice.roll(-40...40))
      #expect(try fast.isWorking(day) == slow.isWorking(day))
      #expect(
        try fast.adding(workingDays: n, to: day) == slow.adding(workingDays: n, to: day),
        "\(day.iso) \(n)")
      #expect(
        try fast.workingDays(after: day, through: other)
          == slow.workingDays(after: day, through: other), "\(day.iso) \(other.iso)")
      #expect(try fast.nextWorkingDay(onOrAfter: day) == slow.first(from: day, step: 1))
      #expect(try fast.previousWorkingDay(onOrBefore: day) == slow.first(from: day, step: -1))
    }
  }

  @Test(arguments: 21...29)
  func countsHoursAlike(seed: UInt64) throws {
    var dice = SeededRandom(seed: seed)
    let fast = dice.calendar()
    let slow = SlowCalendar(calendar: fast)
    for _ in 0..<25 {
      let (moment, minutes) = (dice.minute(), dice.roll(-1200...1200))
      let later = moment.adding(seconds: Int64(dice.roll(-6000...6000)) * 60)
      let sum = try fast.adding(workingSeconds: Int64(minutes) * 60, to: moment)
      #expect(
        sum == slow.adding(workingMinutes: minutes, to: moment), "\(moment.iso) \(minutes)")
      #expect(
        try fast.workingSeconds(from: moment, to: later)
          == 60 * Int64(slow.workingMinutes(from: moment, to: later)), "\(moment.iso)")
      #expect(try fast.workingSeconds(from: moment, to: sum) == Int64(minutes) * 60)
    }
  }

  @Test func addingAndCountingAreInverse() throws {
    var dice = SeededRandom(seed: 99)
    for _ in 0..<500 {
      let (day, n) = (dice.day(), dice.roll(1...200))
      let end = try CalendarFile.vietnam.adding(workingDays: n, to: day)
      #expect(try CalendarFile.vietnam.workingDays(after: day, through: end) == n)
      let moment = dice.minute().adding(nanoseconds: Int64(dice.roll(0...999_999_999)))
      let later = try CalendarFile.vietnam.adding(workingSeconds: Int64(n) * 997, to: moment)
      #expect(
        try CalendarFile.vietnam.workingSeconds(from: moment, to: later) == Int64(n) * 997)
    }
  }

  @Test func writesAndReadsDatesAlike() {
    var day = known(Day(year: 1899, month: 12, day: 31))
    for _ in 0..<80_000 {
      let (year, month, number) = day.components
      #expect(Day(iso: day.iso) == day && Day(year: year, month: month, day: number) == day)
      day = day.adding(days: 1)
    }
  }
}
