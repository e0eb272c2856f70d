import Numbers

/// Bounds of a number at some rank of those of passing records. The least one takes the low end of every
/// record that is in for sure, then of the optional ones as long as each pulls it down; the greatest
/// mirrors it.
struct QuantileTally: Sendable, Hashable {
  /// The part of all for a percentile (nearest rank), `nil` for the median.
  var rank: Rational?
  private var certainLow: [Rational?] = []
  private var certainHigh: [Rational?] = []
  private var optionalLow: [Rational?] = []
  private var optionalHigh: [Rational?] = []
  private var values: [Rational] = []

  /// No numbers.
  init(rank: Rational? = nil) { self.rank = rank }

  /// Adds one record. A missing end is without bound.
  mutating func add(_ possible: Possible, _ low: Rational?, _ high: Rational?) {
    guard possible.contains(.pass) else { return }
    if possible == .pass {
      certainLow.append(low)
      certainHigh.append(high)
      if let low, low == high { values.append(low) }
    } else {
      optionalLow.append(low)
      optionalHigh.append(high)
    }
  }

  /// The number among those that are known; `nil` when there is none.
  var known: Rational? { Self.pick(values.sorted().map(End.value), rank)?.value }

  /// Between what it lies.
  var extent: Extent {
    guard !certainLow.isEmpty || !optionalLow.isEmpty else { return .empty }
    return Extent(
      low: least(certainLow, optionalLow)?.value, high: greatest(certainHigh, optionalHigh)?.value,
      mayBeEmpty: certainLow.isEmpty, isEmpty: false)
  }

  // MARK: - Ends

  /// A number, or one without bound at either side.
  private enum End: Comparable {
    case lowest
    case value(Rational)
    case highest

    var value: Rational? { if case .value(let value) = self { value } else { nil } }
  }

  private func least(_ certain: [Rational?], _ optional: [Rational?]) -> End? {
    var all = certain.map { $0.map(End.value) ?? .lowest }.sorted()
    for end in optional.map({ $0.map(End.value) ?? .lowest }).sorted() {
      if let now = Self.pick(all, rank), end > now { break }
      all.insert(end, at: all.firstIndex { $0 >= end } ?? all.count)
    }
    return Self.pick(all, rank)
  }

  private func greatest(_ certain: [Rational?], _ optional: [Rational?]) -> End? {
    var all = certain.map { $0.map(End.value) ?? .highest }.sorted()
    for end in optional.map({ $0.map(End.value) ?? .highest }).sorted().reversed() {
      if let now = Self.pick(all, rank), end < now { break }
      all.insert(end, at: all.firstIndex { $0 >= end } ?? all.count)
    }
    return Self.pick(all, rank)
  }

  private static func pick(_ sorted: [End], _ rank: Rational?) -> End? {
    guard let first = sorted.first else { return nil }
    guard let rank else { return middle(sorted) }
    guard let place = try? rank.multiplied(by: Rational(sorted.count)).ceiling else { return first }
    return sorted[max(Int(place) - 1, 0)]
  }

  /// The middle one, or the mean of the middle two; without bound when one of those is.
  private static func middle(_ sorted: [End]) -> End {
    let (left, right) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    guard case .value(let low) = left, case .value(let high) = right else {
      return left == .lowest ? left : right
    }
    let mean = (try? low.adding(high)).flatMap { try? $0.divided(by: Rational(2)) }
    return mean.map(End.value) ?? left
  }
}
