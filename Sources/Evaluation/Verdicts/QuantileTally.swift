import Numbers

/// Bounds of a number at some rank of those of passing records. The least one takes the low end of every
/// record that is in for sure, then of the optional ones as long as each pulls it down; the greatest
/// mirrors it.
struct QuantileTally: Sendable, Hashable {
  /// So many different numbers are ranked at most, for one verdict: numbers of days and the like always fit.
  static let mostNumbers = 65_536

  /// The part of all for a percentile (nearest rank), `nil` for the median.
  var rank: Rational?
  private var known = Ranked()
  private var low = Ranked()
  private var high = Ranked()
  private var optionalLow: [End] = []
  private var optionalHigh: [End] = []

  /// No numbers.
  init(rank: Rational? = nil) { self.rank = rank }

  /// Adds one record, or several with one number. A missing end is without bound.
  mutating func add(_ possible: Possible, _ low: Rational?, _ high: Rational?, count: Int) {
    guard possible.contains(.pass) else { return }
    let ends = (low.map(End.value) ?? .lowest, high.map(End.value) ?? .highest)
    if possible == .pass {
      self.low.add(ends.0, count)
      self.high.add(ends.1, count)
      if low != nil, low == high { known.add(ends.0, count) }
    } else {
      optionalLow.append(ends.0)
      optionalHigh.append(ends.1)
    }
  }

  /// Whether there are more different numbers than are ranked: nothing is said of them then.
  var isOverfull: Bool { low.isOverfull || high.isOverfull }

  /// The number among those that are known; `nil` when there is none, or too many are different.
  var value: Rational? { known.pick(rank)?.value }

  /// Between what it lies.
  var extent: Extent {
    guard !low.isEmpty || !optionalLow.isEmpty else { return .empty }
    if isOverfull {
      return Extent(low: nil, high: nil, mayBeEmpty: low.isEmpty, isEmpty: false)
    }
    return Extent(
      low: end(low, optionalLow.sorted(), pulls: <=)?.value,
      high: end(high, optionalHigh.sorted().reversed(), pulls: >=)?.value,
      mayBeEmpty: low.isEmpty, isEmpty: false)
  }

  /// The number once those of `optional` are in that pull it their way.
  private func end(
    _ certain: Ranked, _ optional: [End], pulls: (End, End) -> Bool
  ) -> End? {
    var all = certain
    for end in optional {
      if let now = all.pick(rank), !pulls(end, now) { break }
      all.add(end, 1)
    }
    return all.pick(rank)
  }
}

/// A number, or one without bound at either side.
private enum End: Sendable, Hashable, Comparable {
  case lowest
  case value(Rational)
  case highest

  var value: Rational? { if case .value(let value) = self { value } else { nil } }
}

/// Numbers with how often each is there.
private struct Ranked: Sendable, Hashable {
  private var counts: [End: Int] = [:]
  private var total = 0
  /// Whether a number was left out.
  private(set) var isOverfull = false

  var isEmpty: Bool { total == 0 }

  mutating func add(_ end: End, _ count: Int) {
    total += count
    if let known = counts[end] {
      counts[end] = known + count
    } else if counts.count < QuantileTally.mostNumbers {
      counts[end] = count
    } else {
      isOverfull = true
    }
  }

  /// The number at a rank: nearest rank, or the middle (of an even number the mean of the middle two).
  func pick(_ rank: Rational?) -> End? {
    if total == 0 || isOverfull { return nil }
    let sorted = counts.sorted { $0.key < $1.key }
    guard let rank else { return middle(sorted) }
    let place = (try? rank.multiplied(by: Rational(total)).ceiling).map(Int.init) ?? 1
    return Self.at(max(place, 1), sorted)
  }

  /// Without bound when one of the middle two is.
  private func middle(_ sorted: [(key: End, value: Int)]) -> End? {
    guard let left = Self.at((total + 1) / 2, sorted), let right = Self.at(total / 2 + 1, sorted)
    else { return nil }
    guard case .value(let low) = left, case .value(let high) = right else {
      return left == .lowest ? left : right
    }
    let mean = (try? low.adding(high)).flatMap { try? $0.divided(by: Rational(2)) }
    return mean.map(End.value) ?? left
  }

  /// The number at a place counted from 1.
  private static func at(_ place: Int, _ sorted: [(key: End, value: Int)]) -> End? {
    var passed = 0
    for (end, count) in sorted {
      passed += count
      if passed >= place { return end }
    }
    return sorted.last?.key
  }
}
