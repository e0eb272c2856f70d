import Numbers

/// What a number literal is worth.
enum NumberLiteral {
  /// The value, or `nil` where it does not fit its type.
  static func value(of token: Token.Kind, negative: Bool, _ dialect: Dialect) -> Value? {
    let sign = negative ? "-" : ""
    switch token {
    case .int(let digits): return whole(digits, sign, Int64.init).map(Value.int)
    case .uint(let digits): return whole(digits, sign, UInt64.init).map(Value.uint)
    case .real(let digits):
      guard dialect == .cel else { return decimal(sign + digits).map(Value.decimal) }
      return Double(sign + digits).flatMap { $0.isFinite ? .double($0) : nil }
    default: return nil
    }
  }

  private static func whole<Number>(
    _ digits: String, _ sign: String, _ parse: (String, Int) -> Number?
  ) -> Number? {
    let isHexadecimal = digits.lowercased().hasPrefix("0x")
    return isHexadecimal ? parse(sign + digits.dropFirst(2), 16) : parse(sign + digits, 10)
  }

  /// An exact decimal, with or without an exponent.
  static func decimal(_ text: String) -> Rational? {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    var mantissa = String(parts[0])
    if mantissa.hasPrefix(".") { mantissa = "0" + mantissa }
    if mantissa.hasPrefix("-.") { mantissa = "-0" + mantissa.dropFirst() }
    guard let units = Rational(decimal: mantissa) else { return nil }
    guard parts.count > 1 else { return units }
    guard let exponent = Int(parts[1]), abs(exponent) <= 36,
      let power = try? (0..<abs(exponent)).reduce(
        Rational.one, { power, _ in try power.multiplied(by: Rational(10)) })
    else { return nil }
    return exponent < 0 ? try? units.divided(by: power) : try? units.multiplied(by: power)
  }
}
