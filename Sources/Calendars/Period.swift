/// A stretch of days that something is reported or judged for: a calendar month, quarter, half-year
/// or year, or the days that a `Schedule` makes of one.
package struct Period: Sendable, Hashable, Comparable {
  /// How long a period of the calendar is. The raw value is the word of rule files (`every: half-year`).
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case month
    case quarter
    case halfYear = "half-year"
    case year

    /// How many months it has.
    package var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .halfYear: 6
      case .year: 12
      }
    }
  }

  /// The kind it is named after; `nil` for a milestone or a campaign, which has days of its own.
  package let kind: Kind?
  /// What it is called: `2025-09`, `2025-Q3`, `2025-H1`, `2025`; a milestone by its date
  /// (`2023-12-15`), a campaign by its ends (`2023-10-13--2023-12-12`).
  package let name: String
  /// Its first day.
  package let first: Day
  /// Its last day, which is part of it.
  package let last: Day
  /// The second of the day before `first` right after which it begins; `nil` when it begins with
  /// `first`.
  package let opens: Int?
  /// The second of its last day up to which it lasts; `nil` when it lasts to the day's end.
  package let closes: Int?

  /// The period of a kind that a day is in.
  package init(_ kind: Kind, containing day: Day) {
    let start = day.startOfMonth
    let monthsIntoPeriod = (start.components.month - 1) % kind.months
    let first = start.adding(months: -monthsIntoPeriod)
    self.init(
      kind, name: Period.name(kind, first), first: first,
      last: first.adding(months: kind.months - 1).endOfMonth)
  }

  /// A period from its parts.
  init(
    _ kind: Kind?, name: String, first: Day, last: Day, opens: Int? = nil, closes: Int? = nil
  ) {
    self.kind = kind
    self.name = name
    self.first = first
    self.last = last
    self.opens = opens
    self.closes = closes
  }

  /// Whether a day is in it. A day at whose hour a period ends is that period's as a whole.
  package func contains(_ day: Day) -> Bool { hasBegun(on: day) && !hasEnded(before: day) }

  /// Whether a moment, as its clocks show it, is in it.
  package func contains(_ time: LocalTime) -> Bool { hasBegun(at: time) && !hasEnded(before: time) }

  /// The periods of a kind whose last day is in this one, in order: the months of a year, the
  /// quarter that ends with a month; none, where a month ends no quarter.
  package func periods(of kind: Kind) -> [Period] {
    var found = [Period(kind, containing: first)]
    while let end = found.last?.last, end < last {
      found.append(Period(kind, containing: end.adding(days: 1)))
    }
    return found.filter { first <= $0.last && $0.last <= last }
  }

  /// The months that end in it, in order.
  package var months: [Period] { periods(of: .month) }

  /// The period of the calendar before the one it is named after; `nil` for one that is named after
  /// none.
  package var previous: Period? {
    kind.map { Period($0, containing: Period($0, containing: last).first.adding(days: -1)) }
  }

  /// The period of the calendar after the one it is named after; `nil` for one that is named after
  /// none.
  package var next: Period? {
    kind.map { Period($0, containing: Period($0, containing: last).last.adding(days: 1)) }
  }

  /// By last day; of those that end together, the shorter first.
  package static func < (left: Period, right: Period) -> Bool {
    (left.last.number, right.first.number) < (right.last.number, left.first.number)
  }
}

// MARK: - Its ends

extension Period {
  /// Whether it has begun on a day.
  package func hasBegun(on day: Day) -> Bool { first <= day }

  /// Whether it has begun at a moment.
  package func hasBegun(at time: LocalTime) -> Bool {
    guard let opens else { return first <= time.day }
    return LocalTime(day: first.adding(days: -1), second: opens) < time
  }

  /// Whether it is over when a day begins.
  package func hasEnded(before day: Day) -> Bool { last < day }

  /// Whether it is over before a moment.
  package func hasEnded(before time: LocalTime) -> Bool {
    guard let closes else { return last < time.day }
    return LocalTime(day: last, second: closes) < time
  }
}

extension LocalTime {
  fileprivate init(day: Day, second: Int) {
    self.init(day: day, nanosecondOfDay: Int64(second) * 1_000_000_000)
  }
}
