import Calendars
import Foundation
import TestSupport
import Testing

@Suite("Zones against Foundation")
struct ZoneTests {
  static let names = [
    "Asia/Ho_Chi_Minh", "America/New_York", "Europe/London", "Australia/Lord_Howe",
    "Africa/Casablanca", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kathmandu", "US/Central",
  ]

  /// Random moments from 1900 to 2100, and moments around changes.
  private func moments(_ zone: TimeZone) -> [Int64] {
    var dice = SeededRandom(seed: 7)
    var moments = (0..<400).map { _ in Int64(dice.roll(-2_208_988_800...4_102_444_799)) }
    for moment in moments {
      let date = Date(timeIntervalSince1970: Double(moment))
      guard let change = zone.nextDaylightSavingTimeTransition(after: date) else { continue }
      let seconds = Int64(change.timeIntervalSince1970)
      moments += [seconds - 5400, seconds - 1, seconds, seconds + 1800]
    }
    return moments
  }

  @Test(arguments: names)
  func offsetsAreFoundations(name: String) throws {
    let (zone, foundation) = (
      try #require(Zone(identifier: name)), known(TimeZone(identifier: name))
    )
    for seconds in moments(foundation) {
      let want = foundation.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      #expect(zone.offset(at: Instant(seconds: seconds)) == want, "\(seconds)")
    }
  }

  /// Every clock time makes a moment that shows it again, the earlier one of two; but for times
  /// that the clocks skip, which move forward.
  @Test(arguments: names)
  func clockTimesMakeMoments(name: String) throws {
    let (zone, foundation) = (
      try #require(Zone(identifier: name)), known(TimeZone(identifier: name))
    )
    for seconds in moments(foundation) {
      let instant = Instant(seconds: seconds, nanoseconds: 123_456_789)
      let local = zone.local(of: instant)
      let back = zone.instant(of: local)
      #expect(zone.local(of: back) == local && back <= instant, "\(seconds)")
      let hours = (1...5).map { instant.adding(seconds: -1800 * $0) }
      #expect(!hours.contains { zone.local(of: $0) == local && $0 < back }, "\(seconds)")
    }
  }

  @Test(arguments: names)
  func daysJoinWithoutGaps(name: String) throws {
    let zone = try #require(Zone(identifier: name))
    var day = known(Day(year: 2010, month: 1, day: 1))
    for _ in 0..<3000 {
      let next = day.adding(days: 1)
      #expect(zone.endOfDay(day).adding(nanoseconds: 1000) == zone.startOfDay(next))
      #expect(zone.startOfDay(day) <= zone.startOfDay(next))
      #expect(zone.local(of: zone.startOfDay(next).adding(nanoseconds: -1)).day < next)
      day = next
    }
  }
}
