import Calendars
import Diagnostics
import Numbers

/// What a target is set against: a figure, and how far from it the measure has to be.
package struct Baseline: Sendable {
  /// Which figure.
  package enum Figure: Sendable {
    /// A figure that somebody wrote down, and what it is the figure of: "năm 2021".
    case known(Rational, of: Text)
    /// That of the same obligation and unit in an earlier period.
    case earlier(EarlierPeriod)
  }

  /// Which earlier period, seen from the one that is judged.
  package enum EarlierPeriod: Sendable, Hashable {
    case named(Period)
    /// The one before.
    case previous
    /// The same one a year before.
    case lastYear

    /// The period meant by it in the target of `period`.
    package func period(before period: Period) -> Period {
      switch self {
      case .named(let named): named
      case .previous: period.previous
      case .lastYear: Period(period.kind, containing: period.first.adding(months: -12))
      }
    }
  }

  /// How far from the figure.
  package enum Change: Sendable, Hashable {
    /// Added to it: percentage points of a share (as a fraction), plain amounts else.
    case points(Rational)
    /// Relative to it, as a fraction: 1/5 for 20%.
    case percent(Rational)
  }

  /// Which figure.
  package let figure: Figure
  /// How far from it.
  package let change: Change

  /// A baseline from its parts.
  package init(figure: Figure, change: Change) {
    self.figure = figure
    self.change = change
  }

  /// What a figure and the change amount to; `nil` beyond exact arithmetic.
  package func limit(from figure: Rational) -> Rational? {
    switch change {
    case .points(let points): return try? figure.adding(points)
    case .percent(let percent):
      guard let factor = try? Rational.one.adding(percent) else { return nil }
      return try? figure.multiplied(by: factor)
    }
  }
}

extension Comparison {
  /// The same comparison with another limit; `between` has no one limit and stays.
  package func with(limit: Rational) -> Comparison {
    switch self {
    case .atLeast: .atLeast(limit)
    case .atMost: .atMost(limit)
    case .moreThan: .moreThan(limit)
    case .lessThan: .lessThan(limit)
    case .between: self
    }
  }
}
