import Calendars
import TestSupport
import Testing

/// The periods of schedules against a walk from day to day.
@Suite("Schedules")
struct ScheduleTests {
  private static let years = 2023...2026
  private static let hours = [0, 16 * 3600 + 3599, 17 * 3600, 17 * 3600 + 1, 23 * 3600 + 3599]

  private static var runs: [Period] {
    years.flatMap { year in (1...12).compactMap { Day(year: year, month: $0, day: 1) } }
      .map { Period(.month, containing: $0) }
  }

  private static var cuts: [Schedule.Cut?] {
    [nil]
      + [1, 14, 28, 29, 30, 31].flatMap { day in
        [nil, 17 * 3600].map { Schedule.Cut(day: day, second: $0) }
      }
  }

  @Test(arguments: Period.Kind.allCases)
  func everyMomentIsInOnePeriod(of kind: Period.Kind) throws {
    for cut in Self.cuts {
      let schedule = Schedule.each(kind, cut: cut)
      let periods = Self.runs.flatMap { schedule.periods(endingIn: $0) }
      #expect(Set(periods.map(\.name)).count == Self.years.count * 12 / kind.months)
      for day in try Self.days() {
        let slow = try SlowCut(kind, cut)
        #expect(periods.filter { $0.contains(day) }.map(\.name) == [slow.name(of: day, nil)])
        for second in Self.hours {
          let time = LocalTime(day: day, nanosecondOfDay: Int64(second) * 1_000_000_000)
          #expect(periods.filter { $0.contains(time) }.map(\.name) == [slow.name(of: day, second)])
        }
      }
    }
  }

  @Test(arguments: [Period.Kind.month, .quarter, .halfYear])
  func cumulativePeriodsHoldThoseBefore(of kind: Period.Kind) throws {
    let start = try #require(Day(iso: "2024-05-20"))
    for cut in Self.cuts {
      let single = Self.runs.flatMap { Schedule.each(kind, cut: cut).periods(endingIn: $0) }
      let yearly = Schedule.each(kind, since: .year, cut: cut)
      let since = Schedule.each(kind, since: .day(start), cut: cut)
      for day in try Self.days() {
        let own = try #require(single.first { $0.contains(day) })
        for run in Self.runs {
          for period in yearly.periods(endingIn: run) {
            let isIn = own.name.prefix(4) == period.name.prefix(4) && own.last <= period.last
            #expect(period.contains(day) == isIn, "\(day.iso) \(period.name)")
          }
          for period in since.periods(endingIn: run) {
            #expect(period.contains(day) == (day >= start && own.last <= period.last))
          }
        }
      }
      #expect(
        !Self.runs.filter { $0.last < start }.contains { !since.periods(endingIn: $0).isEmpty })
    }
  }

  @Test func whatIsOpenIsJudgedLater() throws {
    let from = try #require(Day(iso: "2024-02-10"))
    let until = try #require(Day(iso: "2025-03-05"))
    let cut = Schedule.Cut(day: 14, second: 17 * 3600)
    let schedules: [Schedule] =
      [.milestone(from: from, on: until), .campaign(from: from, until: until)]
      + Period.Kind.allCases.flatMap { kind in
        [.each(kind), .each(kind, cut: cut), .each(kind, since: .day(from))]
      }
    for schedule in schedules {
      let judged = Self.runs.map { ($0, schedule.periods(endingIn: $0)) }
      #expect(Set(judged.flatMap { $0.1 }).count == judged.reduce(0) { $0 + $1.1.count })
      for (run, periods) in judged {
        #expect(periods.allSatisfy { run.contains($0.last) })
        let open = judged.flatMap(\.1).filter { $0.first <= run.last && run.last < $0.last }
        let shown = schedule.periods(openAfter: run).filter { $0.last.components.year <= 2026 }
        let isLonger = if case .each(.month, _, _) = schedule { false } else { true }
        #expect(shown.allSatisfy(open.contains), "\(schedule) \(run.name)")
        #expect(shown.isEmpty == (open.isEmpty || !isLonger), "\(schedule) \(run.name)")
      }
    }
  }

  @Test func milestonesAndCampaignsAreNamedByTheirDays() throws {
    let from = try #require(Day(iso: "2023-10-13"))
    let until = try #require(Day(iso: "2023-12-12"))
    let run = try #require(Period("2023-12"))
    let milestone = try #require(
      Schedule.milestone(from: from, on: until).periods(endingIn: run).first)
    #expect(milestone.name == "2023-12-12")
    #expect(milestone.title.en == "the milestone of 2023-12-12")
    #expect(milestone.previous == nil && milestone.next == nil)
    let campaign = try #require(
      Schedule.campaign(from: from, until: until).periods(endingIn: run).first)
    #expect(campaign.name == "2023-10-13--2023-12-12")
    #expect(campaign.title.vi == "đợt 13/10/2023 – 12/12/2023")
    #expect(campaign.first == from && campaign.last == until)
  }

  /// All days whose periods, of whatever kind and cut, end within the years.
  private static func days() throws -> [Day] {
    let first = try #require(Day(iso: "2023-01-01"))
    let last = try #require(Day(iso: "2026-11-30"))
    return (first.number...last.number).map(Day.init(number:))
  }
}

/// Walks on from a day to the next cut.
private struct SlowCut {
  private let kind: Period.Kind
  private let cut: Schedule.Cut?

  init(_ kind: Period.Kind, _ cut: Schedule.Cut?) throws {
    self.kind = kind
    self.cut = cut
  }

  /// The name of the period that a second of a day, or a day as such, belongs to.
  func name(of day: Day, _ second: Int?) -> String {
    var end = day
    while !isCut(end) || (end == day && isOver(second)) { end = end.adding(days: 1) }
    return Period(kind, containing: end).name
  }

  private func isCut(_ day: Day) -> Bool {
    let (year, month, number) = day.components
    let length = Day.length(ofMonth: month, year: year)
    return month % kind.months == 0 && number == min(cut?.day ?? 31, length)
  }

  private func isOver(_ second: Int?) -> Bool {
    guard let second, let time = cut?.second else { return false }
    return second > time
  }
}
