import Numbers

/// Exact bounds of a sum over passing records: each record adds at least its low end, or nothing
/// when it may be left out and that is less; the high end mirrors it.
struct SumTally: Sendable, Hashable {
  /// The sum over records that are known.
  private(set) var known: Rational? = .zero
  private var low: Rational? = .zero
  private var high: Rational? = .zero

  /// Adds one record. A missing end is without bound.
  mutating func add(_ possible: Possible, _ low: Rational?, _ high: Rational?) {
    guard possible.contains(.pass) else { return }
    if possible.isKnown, let low, low == high { known = Self.sum(known, low) }
    let mayBeLeftOut = possible != .pass
    self.low = Self.sum(self.low, low.map { mayBeLeftOut ? min($0, .zero) : $0 })
    self.high = Self.sum(self.high, high.map { mayBeLeftOut ? max($0, .zero) : $0 })
  }

  /// Between what the sum lies; a sum too great for exact arithmetic has no bound.
  var extent: Extent { Extent(low: low, high: high, mayBeEmpty: false, isEmpty: false) }

  private static func sum(_ left: Rational?, _ right: Rational?) -> Rational? {
    guard let left, let right else { return nil }
    return try? left.adding(right)
  }
}
