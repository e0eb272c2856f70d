import Calendars
import Diagnostics
import TestSupport
import Testing

@Suite("Fast calendar against the slow one")
struct OracleTests {
  /// A calendar of 2019 to 2025 with random rest days, holidays, worked days and hours.
  private func calendar(_ dice: inout SeededRandom) -> WorkCalendar {
    let zones = ["Asia/Ho_Chi_Minh", "UTC", "-03:30"].map { known(Zone(identifier: $0)) }
    let rest = Set((0..<dice.roll(0...3)).map { _ in dice.roll(1...7) })
    let holidays = someDays(&dice, dice.roll(0...150))
    let worked = someDays(&dice, dice.roll(0...60))
    let hours = [
      [known(WorkingHours("08:00-12:00")), known(WorkingHours("13:30-17:30"))],
      [known(WorkingHours("00:00-24:00"))],
      [
        known(WorkingHours("22:00-24:00")), known(WorkingHours("00:00-01:00")),
        known(WorkingHours("00:30-02:00")),
      ],
    ]
    return WorkCalendar(
      zone: zones[dice.roll(0...2)], restDays: rest, holidays: holidays, workedDays: worked,
      hours: hours[dice.roll(0...2)], covered: 2019...2025)
  }

  private func someDays(_ dice: inout SeededRandom, _ count: Int) -> [Holiday] {
    (0..<count).map { _ in
      Holiday(day: someDay(&dice), name: Text(verbatim: "-"), source: "-")
    }
  }

  /// A day of 2022 or 2023, so that no answer leaves the covered years.
  private func someDay(_ dice: inout SeededRandom) -> Day {
    known(Day(year: 2022, month: 1, day: 1)).adding(days: dice.roll(0...729))
  }

  private func someMinute(_ dice: inout SeededRandom) -> Instant {
    Zone.utc.startOfDay(someDay(&dice)).adding(seconds: Int64(dice.roll(0...1439)) * 60)
  }

  @Test(arguments: 1...12)
  func countsDaysAlike(seed: UInt64) throws {
    var dice = SeededRandom(seed: seed)
    let fast = calendar(&dice)
    let slow = SlowCalendar(calendar: fast)
    for _ in 0..<100 {
      let (day, other, n) = (someDay(&dice), someDay(&dice), dice.roll(-40...40))
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
    let fast = calendar(&dice)
    let slow = SlowCalendar(calendar: fast)
    for _ in 0..<25 {
      let (moment, minutes) = (someMinute(&dice), dice.roll(-1200...1200))
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
      let (day, n) = (someDay(&dice), dice.roll(1...200))
      let end = try CalendarFile.vietnam.adding(workingDays: n, to: day)
      #expect(try CalendarFile.vietnam.workingDays(after: day, through: end) == n)
      let moment = someMinute(&dice).adding(nanoseconds: Int64(dice.roll(0...999_999_999)))
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
