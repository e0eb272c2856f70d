import Numbers

/// Bounds of a mean over passing records. The least mean takes the low end of every record that is
/// in for sure, then of the optional ones as long as each pulls the mean down; the greatest mirrors it.
struct MeanTally: Sendable, Hashable {
  private var certainLow: Rational? = .zero
  private var certainHigh: Rational? = .zero
  private var certainCount = 0
  private var optionalLow: [Rational?] = []
  private var optionalHigh: [Rational?] = []
  /// The sum over records that are known.
  private(set) var knownSum: Rational? = .zero
  /// How many records are known.
  private(set) var knownCount = 0

  /// Adds one record. A missing end is without bound.
  /// - Parameter count: how many records that are in for sure the ends are the sums of.
  mutating func add(_ possible: Possible, _ low: Rational?, _ high: Rational?, count: Int) {
    guard possible.contains(.pass) else { return }
    if possible == .pass, let low, low == high {
      knownSum = Self.sum(knownSum, low)
      knownCount += count
    }
    if possible == .pass {
      certainLow = Self.sum(certainLow, low)
      certainHigh = Self.sum(certainHigh, high)
      certainCount += count
    } else {
      optionalLow.append(low)
      optionalHigh.append(high)
    }
  }

  /// Between what the mean lies.
  var extent: Extent {
    guard certainCount + optionalLow.count > 0 else { return .empty }
    let high = Self.least(
      certainHigh?.negated, certainCount, optionalHigh.map { $0?.negated })
    return Extent(
      low: Self.least(certainLow, certainCount, optionalLow), high: high?.negated,
      mayBeEmpty: certainCount == 0, isEmpty: false)
  }

  private static func least(_ sum: Rational?, _ count: Int, _ optional: [Rational?]) -> Rational? {
    guard var sum, !optional.contains(nil) else { return nil }
    var count = count
    for value in optional.compactMap({ $0 }).sorted() {
      let mean = try? sum.divided(by: Rational(count))
      if let mean, value >= mean { break }
      guard let next = try? sum.adding(value) else { return nil }
      (sum, count) = (next, count + 1)
    }
    return try? sum.divided(by: Rational(count))
  }

  private static func sum(_ left: Rational?, _ right: Rational?) -> Rational? {
    guard let left, let right else { return nil }
    return try? left.adding(right)
  }
}
