import Calendars
import TestSupport
import Testing

@testable import Evaluation

/// Records that were open for a time, against a walk from hour to hour.
@Suite("Times that records were open")
struct MembershipTests {
  private let zone: Zone
  private let periods: [Period]
  private let horizon: Instant

  init() throws {
    zone = try #require(Zone(identifier: "Asia/Ho_Chi_Minh"))
    let run = try #require(Period("2025-09"))
    let cut = Schedule.Cut(day: 14, second: 17 * 3600)
    periods = [.each(.month), .each(.month, cut: cut), Schedule.each(.month, since: .year)]
      .flatMap { $0.periods(endingIn: run) }
    horizon = try #require(Instant(iso: "2025-10-05T17:00:00+07:00"))
  }

  @Test func touchIfAnyMomentDoes() throws {
    var random = SeededRandom(seed: 20_250_914)
    for _ in 0..<2000 {
      let (from, until) = try interval(&random)
      for period in periods {
        let found = membership(.value(from), .value(until), period)
        #expect(found.isIn == (touches(from, until, period) ? .yes : .no), "\(from) \(until)")
        #expect(found.day == min(until.day(in: zone), period.last))
      }
    }
  }

  @Test func unknownEndsLeaveItOpenWhetherTheyTouch() throws {
    let (early, late) = (try moment("2025-07-01"), try moment("2025-12-01"))
    for period in periods {
      let inside = Moment.day(period.last)
      #expect(membership(.unknown, .value(inside), period).isIn == .maybe)
      #expect(membership(.value(inside), .unknown, period).isIn == .maybe)
      #expect(membership(.value(late), .unknown, period).isIn == .no)
      #expect(membership(.unknown, .value(try moment("2024-01-01")), period).isIn == .no)
      #expect(membership(.absent, .value(inside), period).isIn == .maybe)
      #expect(membership(.value(early), .absent, period).isIn == .yes)
      #expect(membership(.value(early), .absent, period).day == period.last)
      #expect(membership(.value(early), .unknown, period).day == nil)
    }
  }

  @Test func whatNobodySawMayHaveEnded() throws {
    let before = try #require(Instant(iso: "2025-08-01T00:00:00+07:00"))
    let found = Membership(
      from: .value(try moment("2025-07-01")), until: .absent, periods[0], in: zone, horizon: before)
    #expect(found.isIn == .maybe)
  }

  private func membership(
    _ from: Known<Moment>, _ until: Known<Moment>, _ period: Period
  ) -> Membership {
    Membership(from: from, until: until, period, in: zone, horizon: horizon)
  }

  private func moment(_ day: String) throws -> Moment { .day(try #require(Day(iso: day))) }

  private func interval(_ random: inout SeededRandom) throws -> (Moment, Moment) {
    let start = zone.startOfDay(try #require(Day(iso: "2025-07-20")))
    let hours = [
      Int.random(in: 0..<90 * 24, using: &random), Int.random(in: 0..<90 * 24, using: &random),
    ].sorted()
    let ends = hours.map { start.adding(seconds: Int64($0) * 3600) }
    if Bool.random(using: &random) { return (.instant(ends[0]), .instant(ends[1])) }
    return (.day(zone.local(of: ends[0]).day), .day(zone.local(of: ends[1]).day))
  }

  private func touches(_ from: Moment, _ until: Moment, _ period: Period) -> Bool {
    switch (from, until) {
    case (.day(let from), .day(let until)):
      (from.number...until.number).contains { period.contains(Day(number: $0)) }
    case (.instant(let from), .instant(let until)):
      stride(from: from.seconds, through: until.seconds, by: 3600).flatMap { [$0, $0 + 1] }
        .filter { $0 <= until.seconds }
        .contains { period.contains(zone.local(of: Instant(seconds: $0))) }
    default: false
    }
  }
}
