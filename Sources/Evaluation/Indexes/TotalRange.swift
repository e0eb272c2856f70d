import Assessment
import Numbers

/// Between what the sum of points lies, that of the maxima, and one divided by the other.
struct TotalRange {
  /// The sum of all points; `nil` where one has no bounds.
  let points: PointRange?
  /// The sum of the maxima; `nil` where one is not known.
  let base: PointRange?
  /// Points by base; `nil` where there is no base.
  let share: PointRange?

  /// The range over parts some of which may turn out to be none.
  /// - Parameter printed: the base, where it was printed.
  init(_ shares: [PartShare], base printed: Rational? = nil) {
    let (sure, open) = (shares.filter { !$0.mayBeOut }, shares.filter(\.mayBeOut))
    let none = NumberRange.exactly(.zero)
    let ends = open.map { $0.points.union(none) }
    points = (sure.map(\.points) + ends).reduce(none, +).points
    let bases = shares.map(\.base)
    let most = bases.contains(nil) ? nil : Rational.sum(bases.compactMap(\.self))
    let least = most.flatMap { _ in Rational.sum(sure.compactMap(\.base)) }
    base =
      printed.map { PointRange($0) }
      ?? least.flatMap { least in most.map { PointRange(least, $0) } }
    if let printed {
      share = Self.quotient(points, printed)
    } else {
      share = base == nil || points == nil ? nil : Self.share(sure, open)
    }
  }

  private static func quotient(_ points: PointRange?, _ base: Rational) -> PointRange? {
    guard let points, base > .zero else { return nil }
    return (NumberRange(low: points.low, high: points.high) / .exactly(base)).points
  }

  /// The least and greatest quotient over all ways to leave parts out.
  ///
  /// The least one leaves out just the parts whose own quotient is greater than it: going through them
  /// from the least quotient on, it is among the sums so far. The greatest mirrors it.
  private static func share(_ sure: [PartShare], _ open: [PartShare]) -> PointRange? {
    let low = quotients(sure, open) { $0.low }.compactMap(\.low).min()
    let high = quotients(sure, open) { $0.high?.negated }.compactMap(\.high).max()
    return low.flatMap { low in high.map { PointRange(low, $0) } }
  }

  private static func quotients(
    _ sure: [PartShare], _ open: [PartShare], by end: (NumberRange) -> Rational?
  ) -> [NumberRange] {
    let sorted = open.map { ($0, end($0.quotient) ?? .zero) }.sorted { $0.1 < $1.1 }.map(\.0)
    var points = sure.map(\.points).reduce(.exactly(.zero), +)
    var base = Rational.sum(sure.compactMap(\.base)) ?? .zero
    var found = base > .zero ? [points / .exactly(base)] : []
    for part in sorted {
      points = points + part.points
      base = Rational.sum([base, part.base ?? .zero]) ?? base
      if base > .zero { found.append(points / .exactly(base)) }
    }
    return found
  }
}

extension PartShare {
  /// Its points by its own maximum.
  fileprivate var quotient: NumberRange { points / .exactly(base ?? .zero) }
}
