import Numbers

/// Between what a measure lies over all resolutions of the unknown records.
package struct Extent: Sendable, Hashable {
  /// The least value; `nil` is without bound.
  package var low: Rational?
  /// The greatest value; `nil` is without bound.
  package var high: Rational?
  /// Whether some resolution leaves nothing to measure.
  package var mayBeEmpty: Bool
  /// Whether every resolution does; the ends say nothing then.
  package var isEmpty: Bool

  /// Nothing to measure, for sure.
  package static let empty = Extent(low: nil, high: nil, mayBeEmpty: true, isEmpty: true)

  /// Anything at all: nothing was handed in.
  package static let anything = Extent(low: nil, high: nil, mayBeEmpty: true, isEmpty: false)

  /// One value.
  package static func exactly(_ value: Rational) -> Extent {
    Extent(low: value, high: value, mayBeEmpty: false, isEmpty: false)
  }
}

extension Comparison {
  /// Whether every value between the ends fulfils it (`yes`), none does (`no`), or some (`maybe`).
  func isMet(by extent: Extent) -> Truth {
    switch self {
    case .atLeast(let limit): side(extent.low.map { $0 >= limit }, extent.high.map { $0 < limit })
    case .moreThan(let limit): side(extent.low.map { $0 > limit }, extent.high.map { $0 <= limit })
    case .atMost(let limit): side(extent.high.map { $0 <= limit }, extent.low.map { $0 > limit })
    case .lessThan(let limit): side(extent.high.map { $0 < limit }, extent.low.map { $0 >= limit })
    case .between(let low, let high):
      both(Comparison.atLeast(low).isMet(by: extent), Comparison.atMost(high).isMet(by: extent))
    }
  }

  private func side(_ all: Bool?, _ none: Bool?) -> Truth {
    if all == true { return .yes }
    return none == true ? .no : .maybe
  }

  private func both(_ left: Truth, _ right: Truth) -> Truth {
    if left == .no || right == .no { return .no }
    return left == .yes && right == .yes ? .yes : .maybe
  }
}
