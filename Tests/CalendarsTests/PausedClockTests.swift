import Calendars
import TestSupport
import Testing

@Suite("Limits that stand still, against a count in single steps")
struct PausedClockTests {
  @Test(arguments: 41...52)
  func countsDaysAlike(seed: UInt64) throws {
    var dice = SeededRandom(seed: seed)
    let calendar = dice.calendar()
    let (fast, slow) = Self.clocks(calendar)
    for _ in 0..<Effort.rounds(250) {
      let start = dice.day()
      let pauses = dice.pauses { dice in start.adding(days: dice.roll(-15...70)) }
      let limits: [PausedClock.DayLimit] = [
        .workingDays(dice.roll(0...40)), .days(dice.roll(0...60)), .months(dice.roll(0...3)),
      ]
      for limit in limits {
        #expect(
          try fast.end(of: limit, from: start, pauses: pauses)
            == slow.end(of: limit, from: start, pauses: pauses),
          "\(limit) from \(start.iso), \(pauses.map { "\($0.from.iso)...\($0.until.iso)" })")
      }
    }
  }

  @Test(arguments: 61...72)
  func countsHoursAlike(seed: UInt64) throws {
    var dice = SeededRandom(seed: seed)
    let calendar = dice.calendar()
    let (fast, slow) = Self.clocks(calendar)
    for _ in 0..<Effort.rounds(100) {
      let start = dice.quarter(after: Zone.utc.startOfDay(dice.day()), 0...95)
      let pauses = dice.pauses { dice in dice.quarter(after: start, -100...900) }
      let quarters = dice.roll(0...160)
      let seconds = Int64(quarters) * SlowPausedClock.quarter
      let told = "\(quarters)/4 hours from \(start.iso), \(pauses.map(\.told))"
      #expect(
        try fast.end(workingSeconds: seconds, from: start, pauses: pauses)
          == slow.end(quarters: quarters, from: start, pauses: pauses, working: true), "\(told)")
      #expect(
        fast.end(microseconds: seconds * 1_000_000, from: start, pauses: pauses)
          == slow.end(quarters: quarters, from: start, pauses: pauses, working: false), "\(told)")
    }
  }

  private static func clocks(_ calendar: WorkCalendar) -> (PausedClock, SlowPausedClock) {
    (PausedClock(calendar), SlowPausedClock(calendar: SlowCalendar(calendar: calendar)))
  }
}

extension Pause<Instant> {
  fileprivate var told: String { "\(from.iso)...\(until.iso)" }
}

extension SeededRandom {
  /// Up to five pauses in any order: apart, overlapping, inside each other, touching, empty, equal, and
  /// some that end before they begin.
  fileprivate mutating func pauses<Point>(
    _ point: (inout SeededRandom) -> Point
  ) -> [Pause<Point>] {
    var pauses: [Pause<Point>] = []
    for _ in 0..<roll(0...5) {
      var (from, until) = (point(&self), point(&self))
      if until < from, roll(0...9) > 0 { swap(&from, &until) }
      switch roll(0...9) {
      case 0: until = from
      case 1: from = pauses.last?.until ?? from
      case 2: pauses.append(Pause(from: from, until: until))
      default: break
      }
      pauses.append(Pause(from: from, until: until))
    }
    return pauses
  }

  fileprivate mutating func quarter(after start: Instant, _ range: ClosedRange<Int>) -> Instant {
    start.adding(seconds: Int64(roll(range)) * SlowPausedClock.quarter)
  }
}
