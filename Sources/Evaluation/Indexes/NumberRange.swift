import Assessment
import Numbers

/// Between what a number lies; a missing end is unbounded.
///
/// Interval arithmetic: a result holds every value that its operands can give, and more where an
/// operand comes in twice. An end whose parts do not fit in 128 bits is rounded outwards at the
/// twelfth decimal.
struct NumberRange: Sendable, Hashable {
  /// The least value; `nil` is without bound.
  var low: Rational?
  /// The greatest value; `nil` is without bound.
  var high: Rational?

  /// Anything at all.
  static let anything = NumberRange(low: nil, high: nil)

  /// One value.
  static func exactly(_ value: Rational) -> NumberRange { NumberRange(low: value, high: value) }

  /// The one value that is possible.
  var value: Rational? { low == high ? low : nil }

  /// Both ends, where there are both.
  var points: PointRange? { low.flatMap { low in high.map { PointRange(low, $0) } } }

  /// What is in either.
  func union(_ other: NumberRange) -> NumberRange {
    NumberRange(
      low: Self.both(low, other.low).map(min), high: Self.both(high, other.high).map(max))
  }

  /// What of it lies between two values; where nothing does, the nearer of them.
  func clamped(_ least: Rational, _ most: Rational) -> PointRange {
    PointRange(
      min(max(low ?? least, least), most), max(min(high ?? most, most), least))
  }

  private static func both(_ left: Rational?, _ right: Rational?) -> (Rational, Rational)? {
    left.flatMap { left in right.map { (left, $0) } }
  }

  // MARK: - Arithmetic

  static func + (left: NumberRange, right: NumberRange) -> NumberRange {
    NumberRange(
      low: both(left.low, right.low).flatMap { Rounded.down { try $0.adding($1) }($0, $1) },
      high: both(left.high, right.high).flatMap { Rounded.up { try $0.adding($1) }($0, $1) })
  }

  static prefix func - (range: NumberRange) -> NumberRange {
    NumberRange(low: range.high?.negated, high: range.low?.negated)
  }

  static func - (left: NumberRange, right: NumberRange) -> NumberRange { left + -right }

  static func * (left: NumberRange, right: NumberRange) -> NumberRange {
    corners(left, right) { try $0.multiplied(by: $1) }
  }

  /// The quotient; without bound where the divisor may be zero.
  static func / (left: NumberRange, right: NumberRange) -> NumberRange {
    guard let (low, high) = both(right.low, right.high), low > .zero || high < .zero else {
      return .anything
    }
    return corners(left, right) { try $0.divided(by: $1) }
  }

  /// The least and greatest of what the ends give; without bound where one is missing.
  private static func corners(
    _ left: NumberRange, _ right: NumberRange, _ step: @escaping Rounded.Step
  ) -> NumberRange {
    guard let (a, b) = both(left.low, left.high), let (c, d) = both(right.low, right.high) else {
      return .anything
    }
    let pairs = [(a, c), (a, d), (b, c), (b, d)]
    let lows = pairs.compactMap { Rounded.down(step)($0.0, $0.1) }
    let highs = pairs.compactMap { Rounded.up(step)($0.0, $0.1) }
    guard lows.count == pairs.count, highs.count == pairs.count else { return .anything }
    return NumberRange(low: lows.min(), high: highs.max())
  }

  /// The least (greatest) of several: that of their ends.
  static func least(_ ranges: [NumberRange]) -> NumberRange {
    NumberRange(
      low: ranges.contains { $0.low == nil } ? nil : ranges.compactMap(\.low).min(),
      high: ranges.compactMap(\.high).min())
  }

  static func greatest(_ ranges: [NumberRange]) -> NumberRange { -least(ranges.map { -$0 }) }
}

/// A step of exact arithmetic that rounds what does not fit.
private enum Rounded {
  typealias Step = (Rational, Rational) throws -> Rational

  /// The result, or something below it.
  static func down(_ step: @escaping Step) -> (Rational, Rational) -> Rational? {
    { left, right in exact(step, left, right) ?? coarse(step, left, right)?.min() }
  }

  /// The result, or something above it.
  static func up(_ step: @escaping Step) -> (Rational, Rational) -> Rational? {
    { left, right in exact(step, left, right) ?? coarse(step, left, right)?.max() }
  }

  private static func exact(_ step: Step, _ left: Rational, _ right: Rational) -> Rational? {
    (try? step(left, right)).flatMap { $0.isHandy ? $0 : nil }
  }

  /// What the neighbours of both on a grid give: the result lies between the least and the greatest.
  private static func coarse(_ step: Step, _ left: Rational, _ right: Rational) -> [Rational]? {
    let results = left.neighbours.flatMap { left in
      right.neighbours.map { right in try? step(left, right) }
    }
    let known = results.compactMap(\.self).flatMap(\.neighbours)
    return results.contains(nil) ? nil : known
  }
}

extension Rational {
  private static let grid = Int128(1_000_000_000_000)

  /// Whether it leaves room for the next step.
  fileprivate var isHandy: Bool { denominator < Self.grid * Self.grid }

  /// It, where it is on the grid of twelve decimals; else the values on the grid below and above it.
  fileprivate var neighbours: [Rational] {
    if Self.grid % denominator == 0 { return [self] }
    let (whole, rest) = (floor, numerator - floor * denominator)
    let scaled = rest.magnitude.multipliedFullWidth(by: Self.grid.magnitude)
    let (units, _) = denominator.magnitude.dividingFullWidth(scaled)
    let below = try? Rational(Int128(units), over: Self.grid)
    let ends = [below, try? below?.adding(Rational(Int128(1), over: Self.grid))]
    return ends.compactMap { end in end.flatMap { try? $0.adding(Rational(whole)) } }
  }
}
