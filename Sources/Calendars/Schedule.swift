/// When something is judged, and which days each time is about.
package enum Schedule: Sendable, Hashable {
  /// Once a month, quarter, half-year or year: about it, or about everything since a start; ending
  /// with it, or at a cut of its last month.
  case each(Period.Kind, since: Start? = nil, cut: Cut? = nil)
  /// Once, about the days to a date.
  case milestone(from: Day, on: Day)
  /// Once, about the days of a campaign.
  case campaign(from: Day, until: Day)

  /// Where a cumulative period starts.
  package enum Start: Sendable, Hashable {
    /// With the year of its end; where there is a cut, right after that of the December before.
    case year
    /// On a day.
    case day(Day)
  }

  /// The day of a month with which a reporting month ends; the next one begins right after.
  package struct Cut: Sendable, Hashable {
    /// The day, 1 to 31; in a shorter month its last day.
    package let day: Int
    /// The second of that day; `nil` for its end.
    package let second: Int?

    /// A cut at a second of a day of the month.
    package init(day: Int, second: Int? = nil) {
      self.day = day
      self.second = second
    }

    /// Its day in the month of a day.
    func day(inMonthOf day: Day) -> Day {
      min(day.startOfMonth.adding(days: self.day - 1), day.endOfMonth)
    }
  }

  /// How long the periods are that it comes round with; `nil` for what is judged once.
  package var kind: Period.Kind? {
    if case .each(let kind, _, _) = self { kind } else { nil }
  }

  /// The periods that a run judges: those that end in the run's.
  /// - Parameter run: a period of the calendar.
  package func periods(endingIn run: Period) -> [Period] {
    switch self {
    case .each(let kind, let since, let cut):
      run.periods(of: kind).compactMap { Schedule.period($0, since, cut) }
    case .milestone, .campaign: span.filter { run.contains($0.last) }
    }
  }

  /// The periods that have begun when a run ends and last longer: what a run shows to date. Those no
  /// longer than the run's own are left to the next run.
  /// - Parameter run: a period of the calendar.
  package func periods(openAfter run: Period) -> [Period] {
    candidates(after: run).filter { $0.first <= run.last && run.last < $0.last }
  }

  private func candidates(after run: Period) -> [Period] {
    switch self {
    case .each(let kind, let since, let cut):
      guard kind.months > run.kind?.months ?? 0 else { return [] }
      let current = Period(kind, containing: run.last)
      return [current, current.next].compactMap { $0 }.compactMap {
        Schedule.period($0, since, cut)
      }
    case .milestone, .campaign: return span
    }
  }

  /// The one period of a milestone or a campaign.
  private var span: [Period] {
    switch self {
    case .each: []
    case .milestone(let from, let on): [Period(nil, name: on.iso, first: from, last: on)]
    case .campaign(let from, let until):
      [Period(nil, name: "\(from.iso)--\(until.iso)", first: from, last: until)]
    }
  }

  /// What a period of the calendar stands for; `nil` when it ends before the start.
  private static func period(_ named: Period, _ since: Start?, _ cut: Cut?) -> Period? {
    let last = cut?.day(inMonthOf: named.last) ?? named.last
    if case .day(let first) = since {
      guard first <= last else { return nil }
      return Period(named.kind, name: named.name, first: first, last: last, closes: cut?.second)
    }
    let start = since == nil ? named.first : Period(.year, containing: named.last).first
    let before = start.adding(days: -1)
    return Period(
      named.kind, name: named.name,
      first: (cut?.day(inMonthOf: before) ?? before).adding(days: 1), last: last,
      opens: cut?.second, closes: cut?.second)
  }
}
