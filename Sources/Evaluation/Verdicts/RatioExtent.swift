import Numbers

/// Safe bounds of a quotient whose parts are bounded apart (interval division).
enum RatioExtent {
  /// Between what `of / to` lies; a `to` of zero leaves nothing to measure.
  static func of(_ of: Extent, over to: Extent) -> Extent {
    if of.isEmpty || to.isEmpty || (to.low == .zero && to.high == .zero) { return .empty }
    let mayBeEmpty = of.mayBeEmpty || to.mayBeEmpty || spans(to, .zero)
    guard let ends = quotients(of, to) else {
      return Extent(low: nil, high: nil, mayBeEmpty: mayBeEmpty, isEmpty: false)
    }
    return Extent(low: ends.min(), high: ends.max(), mayBeEmpty: mayBeEmpty, isEmpty: false)
  }

  /// The four corners; `nil` when an end is missing or the divisor touches zero.
  private static func quotients(_ of: Extent, _ to: Extent) -> [Rational]? {
    guard let a = of.low, let b = of.high, let c = to.low, let d = to.high, !spans(to, .zero)
    else { return nil }
    let corners = [(a, c), (a, d), (b, c), (b, d)].map { try? $0.0.divided(by: $0.1) }
    return corners.contains(nil) ? nil : corners.compactMap { $0 }
  }

  private static func spans(_ extent: Extent, _ value: Rational) -> Bool {
    (extent.low.map { $0 <= value } ?? true) && (extent.high.map { $0 >= value } ?? true)
  }
}
