/// Why exact arithmetic could not give a result.
package enum ArithmeticFault: Error, Hashable, Sendable {
  case overflow
  case divisionByZero
}

/// An exact fraction in lowest terms, with a positive denominator.
///
/// Shares, targets and decimals are these; percentages are made only for display.
package struct Rational: Sendable, Hashable, Comparable {
  /// The numerator; carries the sign.
  package let numerator: Int128
  /// The denominator, at least 1.
  package let denominator: Int128

  /// Zero.
  package static let zero = Rational(0)
  /// One, which is 100%.
  package static let one = Rational(1)

  /// A whole number.
  package init(_ whole: some BinaryInteger) {
    numerator = Int128(whole)
    denominator = 1
  }

  /// `numerator / denominator` in lowest terms.
  /// - Throws: `ArithmeticFault` when the denominator is 0 or a part does not fit in 128 bits.
  package init(_ numerator: Int128, over denominator: Int128) throws(ArithmeticFault) {
    guard denominator != 0 else { throw .divisionByZero }
    guard numerator != .min, denominator != .min else { throw .overflow }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  /// A scaled integer: `units` hundredths with a scale of 2.
  /// - Parameter scale: digits after the point, 0 to 18.
  package init(units: Int64, scale: Int) {
    let powers = (0..<scale).reduce(Int128(1)) { power, _ in power * 10 }
    let divisor = Int128(Self.greatestCommonDivisor(Int128(units).magnitude, powers.magnitude))
    numerator = Int128(units) / divisor
    denominator = powers / divisor
  }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  /// The sum, exact.
  package func adding(_ other: Rational) throws(ArithmeticFault) -> Rational {
    let left = try Self.product(numerator, other.denominator)
    let right = try Self.product(other.numerator, denominator)
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw .overflow }
    return try Rational(sum, over: Self.product(denominator, other.denominator))
  }

  /// The difference, exact.
  package func subtracting(_ other: Rational) throws(ArithmeticFault) -> Rational {
    try adding(other.negated)
  }

  /// The product, exact.
  package func multiplied(by other: Rational) throws(ArithmeticFault) -> Rational {
    try Rational(
      Self.product(numerator, other.numerator),
      over: Self.product(denominator, other.denominator))
  }

  /// The quotient, exact.
  package func divided(by other: Rational) throws(ArithmeticFault) -> Rational {
    try Rational(
      Self.product(numerator, other.denominator),
      over: Self.product(denominator, other.numerator))
  }

  /// The same size, the other sign.
  package var negated: Rational { Rational(raw: -numerator, denominator) }

  /// The greatest whole number not above it.
  package var floor: Int128 {
    let quotient = numerator / denominator
    return numerator < 0 && numerator % denominator != 0 ? quotient - 1 : quotient
  }

  /// The least whole number not below it.
  package var ceiling: Int128 { -negated.floor }

  /// Whether it is a whole number.
  package var isWhole: Bool { denominator == 1 }

  private init(raw numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  private static func product(_ a: Int128, _ b: Int128) throws(ArithmeticFault) -> Int128 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    guard !overflow else { throw .overflow }
    return product
  }

  /// Compares exactly, through 256-bit products, so that it cannot overflow.
  package static func < (left: Rational, right: Rational) -> Bool {
    if (left.numerator < 0) != (right.numerator < 0) { return left.numerator < 0 }
    let a = left.numerator.magnitude.multipliedFullWidth(by: right.denominator.magnitude)
    let b = right.numerator.magnitude.multipliedFullWidth(by: left.denominator.magnitude)
    let less = (a.high, a.low) < (b.high, b.low)
    return left.numerator < 0 ? (a.high, a.low) > (b.high, b.low) : less
  }
}
