import Assessment
import Numbers

/// Places by share, the greatest first; equal shares have the same place.
enum Ranking {
  /// The units with their ranks: those that have one by rank, then the others; then by code.
  ///
  /// The best place of a unit is the one after all that are above it whatever is resolved, the worst
  /// the one after all that may be.
  static func ranked(_ units: [UnitScore]) -> [UnitScore] {
    let shares = units.compactMap { $0.unranked == nil ? $0.share : nil }
    let lows = shares.map(\.low).sorted()
    let highs = shares.map(\.high).sorted()
    return units.map { unit in
      guard unit.unranked == nil, let share = unit.share else { return unit }
      var ranked = unit
      ranked.rank = UnitScore.Rank(
        best: 1 + lows.countAbove(share.high),
        worst: 1 + highs.countAbove(share.low) - (share.high > share.low ? 1 : 0))
      return ranked
    }.sorted {
      $0.place.lexicographicallyPrecedes($1.place) || $0.place == $1.place && $0.unit < $1.unit
    }
  }
}

extension UnitScore {
  fileprivate var place: [Int] { rank.map { [$0.best, $0.worst] } ?? [.max, .max] }
}

extension [Rational] {
  /// How many of the sorted numbers are above a value.
  fileprivate func countAbove(_ value: Rational) -> Int {
    var (start, end) = (0, count)
    while start < end {
      let middle = (start + end) / 2
      if self[middle] > value { end = middle } else { start = middle + 1 }
    }
    return count - start
  }
}
