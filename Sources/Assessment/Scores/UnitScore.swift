import Diagnostics
import Numbers

/// Between what a number of points lies; the ends are the same where it is known.
package struct PointRange: Sendable, Codable, Hashable {
  /// The least.
  package let low: Rational
  /// The most.
  package let high: Rational

  /// The points from `low` to `high`.
  package init(_ low: Rational, _ high: Rational) {
    self.low = low
    self.high = high
  }

  /// One number of points.
  package init(_ value: Rational) { self.init(value, value) }

  /// Whether there is one number only.
  package var isKnown: Bool { low == high }
}

/// The points of one unit in one way of adding them up.
package struct UnitScore: Sendable, Codable, Hashable {
  /// The code of the unit.
  package let unit: String
  /// Its level, as the registry has it.
  package let level: String
  /// Each part that has points or should have, in the order of the index.
  package let parts: [PartScore]
  /// What the points add up to, with bonus and penalty.
  package let points: PointRange?
  /// The most points that were possible for this unit: what does not apply to it, and what nothing
  /// shows, is no part of it.
  package let base: PointRange?
  /// `points / base`; what units are ranked by.
  package let share: PointRange?
  /// The best and the worst rank possible; equal shares have equal ranks.
  package var rank: Rank?
  /// Why there is no rank.
  package let unranked: Unranked?
  /// Where points that were handed in do not agree with each other.
  package let differences: [PointDifference]
  /// What is said by records and fits no part of the index.
  package let strays: [String]

  /// A score from its parts.
  package init(
    unit: String, level: String, parts: [PartScore], points: PointRange?, base: PointRange?,
    share: PointRange?, unranked: Unranked?, differences: [PointDifference] = [],
    strays: [String] = []
  ) {
    self.unit = unit
    self.level = level
    self.parts = parts
    self.points = points
    self.base = base
    self.share = share
    self.unranked = unranked
    self.differences = differences
    self.strays = strays
  }

  /// Places in a ranking.
  package struct Rank: Sendable, Codable, Hashable {
    /// The best place possible, from 1.
    package let best: Int
    /// The worst one.
    package let worst: Int

    /// The places from `best` to `worst`.
    package init(best: Int, worst: Int) {
      self.best = best
      self.worst = worst
    }
  }

  /// Why a unit has no rank.
  package enum Unranked: String, Sendable, Codable, CaseIterable {
    /// It handed in nothing of what is measured.
    case nothingHandedIn = "nothing-handed-in"
    /// Nothing of the index applies to it.
    case nothingApplies = "nothing-applies"
    /// A rule asks for more records than there are.
    case tooFewRecords = "too-few-records"
    /// Between what its points lie cannot be told at all.
    case noBounds = "no-bounds"
    /// Only this unit was looked at.
    case onlyUnit = "only-unit"
  }
}

/// The points of a criterion, or of a part that has points as a whole.
package struct PartScore: Sendable, Codable, Hashable {
  /// The id of the criterion or part.
  package let id: String
  /// What came of it.
  package let state: State
  /// Between what its points lie; `nil` where it has none.
  package let points: PointRange?
  /// The most points it can have; `nil` where nobody says.
  package let maximum: Rational?
  /// What its points are made of: measures by name, in the order of the rules.
  package let measures: [MeasureScore]
  /// The points that others gave: each column by id, in the order of the index.
  package let columns: [ColumnPoints]
  /// What the rule did wrong on values that were all known, if anything.
  package let fault: Text?

  /// A part's points from its parts.
  package init(
    id: String, state: State, points: PointRange?, maximum: Rational?,
    measures: [MeasureScore] = [], columns: [ColumnPoints] = [], fault: Text? = nil
  ) {
    self.id = id
    self.state = state
    self.points = points
    self.maximum = maximum
    self.measures = measures
    self.columns = columns
    self.fault = fault
  }

  /// What came of a criterion.
  package enum State: String, Sendable, Codable, CaseIterable {
    /// It has points.
    case scored
    /// It has points between two ends: records cannot be told.
    case undetermined
    /// Nothing was handed in: its points may be any.
    case missing
    /// It has the points that the rule gives where nothing arose.
    case empty
    /// It is no part of the unit's base.
    case notApplicable = "not-applicable"
    /// No data show it; it is no part of anybody's base.
    case notMeasured = "not-measured"
    /// The rule failed on known values: its points may be any.
    case faulty
  }
}

/// What a name in a formula stood for.
package struct MeasureScore: Sendable, Codable, Hashable {
  /// The name.
  package let name: String
  /// `directive/obligation`.
  package let obligation: String
  /// The measure over the records that are known.
  package let measured: Verdict.Measured?
  /// Between what it lies.
  package let bounds: Verdict.Bounds
  /// What is measured: share, count, sum, mean, distinct, ratio.
  package let kind: MeasureKind

  /// A measure from its parts.
  package init(
    name: String, obligation: String, measured: Verdict.Measured?, bounds: Verdict.Bounds,
    kind: MeasureKind
  ) {
    self.name = name
    self.obligation = obligation
    self.measured = measured
    self.bounds = bounds
    self.kind = kind
  }
}

/// Points that somebody gave.
package struct ColumnPoints: Sendable, Codable, Hashable {
  /// The id of the column; `measured` for what is worked out.
  package let column: String
  /// Between what they lie; `nil` where it cannot be told.
  package let points: PointRange?

  /// Points under a column.
  package init(column: String, points: PointRange?) {
    self.column = column
    self.points = points
  }
}

/// A number that was printed, and what it should be.
package struct PointDifference: Sendable, Codable, Hashable {
  /// The id of the column.
  package let column: String
  /// The id of the part; `total`, `percent` or `maximum` for those of the whole.
  package let part: String
  /// What was printed.
  package let printed: Rational
  /// What the parts come to; where some were not printed, those that were.
  package let computed: Rational
  /// `printed - computed`.
  package let difference: Rational
  /// The parts that were not printed, for which the difference would be left.
  package let notPrinted: [String]
  /// The most points that those can have together; `nil` where nobody says.
  package let room: Rational?
  /// Whether `computed` is the most points that the part can have.
  package private(set) var isExcess = false

  /// A difference from its parts.
  package init(
    column: String, part: String, printed: Rational, computed: Rational, difference: Rational,
    notPrinted: [String] = [], room: Rational? = nil
  ) {
    self.column = column
    self.part = part
    self.printed = printed
    self.computed = computed
    self.difference = difference
    self.notPrinted = notPrinted
    self.room = room
  }

  /// Points above the most that there can be.
  package static func excess(
    column: String, part: String, points: Rational, maximum: Rational
  ) -> PointDifference? {
    guard points > maximum, let above = try? points.subtracting(maximum) else { return nil }
    var found = PointDifference(
      column: column, part: part, printed: points, computed: maximum, difference: above)
    found.isExcess = true
    return found
  }

  /// Whether what was not printed may well be the difference.
  package var isRemainder: Bool {
    !notPrinted.isEmpty && difference >= .zero && (room.map { difference <= $0 } ?? true)
  }
}
