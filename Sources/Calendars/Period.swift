/// A calendar month, quarter, half-year or year: what a report is about.
package struct Period: Sendable, Hashable, Comparable {
  /// How long a period is. The raw value is the word of rule files (`every: half-year`).
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

  /// How long it is.
  package let kind: Kind
  /// Its first day.
  package let first: Day
  /// Its last day, which is part of it.
  package let last: Day

  /// The period of a kind that a day is in.
  package init(_ kind: Kind, containing day: Day) {
    let start = day.startOfMonth
    let monthsIntoPeriod = (start.components.month - 1) % kind.months
    self.init(kind, first: start.adding(months: -monthsIntoPeriod))
  }

  private init(_ kind: Kind, first: Day) {
    self.kind = kind
    self.first = first
    last = first.adding(months: kind.months - 1).endOfMonth
  }

  /// Whether a day is in it.
  package func contains(_ day: Day) -> Bool { first <= day && day <= last }

  /// The periods of a kind whose last day is in this one, in order: the months of a year, the
  /// quarter that ends with a month; none, where a month ends no quarter.
  package func periods(of kind: Kind) -> [Period] {
    (0..<self.kind.months).map { Period(kind, containing: first.adding(months: $0)) }
      .reduce(into: []) { found, period in
        if contains(period.last), found.last != period { found.append(period) }
      }
  }

  /// Its months, in order.
  package var months: [Period] { periods(of: .month) }

  /// The period of the same kind before it.
  package var previous: Period { Period(kind, containing: first.adding(days: -1)) }

  /// The period of the same kind after it.
  package var next: Period { Period(kind, containing: last.adding(days: 1)) }

  /// By last day; of those that end together, the shorter first.
  package static func < (left: Period, right: Period) -> Bool {
    (left.last.number, right.first.number) < (right.last.number, left.first.number)
  }
}
