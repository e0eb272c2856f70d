extension Rational {
  /// Reads `98`, `-1.5`, `98.5%` (a hundredth of it); a point before the decimals, no grouping.
  /// - Returns: `nil` for anything else, or more digits than fit.
  package init?(decimal text: some StringProtocol) {
    var body = Substring(text)
    var scale: Int128 = body.hasSuffix("%") ? 100 : 1
    if body.hasSuffix("%") { body.removeLast() }
    let negative = body.hasPrefix("-")
    if negative { body.removeFirst() }
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(Self.isDigits), body.utf8.count <= 30 else {
      return nil
    }
    if parts.count == 2 { for _ in parts[1] { scale *= 10 } }
    guard let units = Int128(parts.joined()),
      let value = try? Rational(negative ? -units : units, over: scale)
    else { return nil }
    self = value
  }

  /// The nearest value with so many decimals, halves away from zero; itself where it does not fit.
  package func rounded(places: Int) -> Rational {
    let scale = (0..<places).reduce(Rational.one) { scale, _ in
      (try? scale.multiplied(by: Rational(10))) ?? scale
    }
    let half = Rational(units: 5, scale: 1)
    guard let scaled = try? (numerator < 0 ? negated : self).multiplied(by: scale),
      let nearest = try? Rational(scaled.adding(half).floor).divided(by: scale)
    else { return self }
    return numerator < 0 ? nearest.negated : nearest
  }

  private static func isDigits(_ part: Substring) -> Bool {
    !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Decimal digits for display, cut towards zero after `places` so that 99.99% never shows as
  /// 100%; no zeros at the end. `point` is `,` in Vietnamese.
  package func decimal(places: Int, point: String = ".") -> String {
    let power = (0..<places).reduce(Int128(1)) { product, _ in product * 10 }
    let scaled = scaledTowardsZero(power)
    let whole = String(scaled / power)
    var digits = String(scaled % power)
    digits = String(repeating: "0", count: places - min(places, digits.count)) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    let sign = numerator < 0 && scaled != 0 ? "-" : ""
    return sign + whole + (digits.isEmpty || places == 0 ? "" : point + digits)
  }

  private func scaledTowardsZero(_ power: Int128) -> Int128 {
    let whole = numerator.magnitude / denominator.magnitude
    let rest = numerator.magnitude % denominator.magnitude
    let fraction = denominator.magnitude.dividingFullWidth(
      rest.multipliedFullWidth(by: power.magnitude))
    return Int128(whole) * power + Int128(fraction.quotient)
  }

  /// As a percentage for display: `98.57`, without the sign.
  package func percent(places: Int = 2, point: String = ".") -> String {
    guard let hundredfold = try? multiplied(by: Rational(100)) else { return "?" }
    return hundredfold.decimal(places: places, point: point)
  }
}

extension Rational: Codable {
  /// Written as the exact text `7/8`, or `7` when whole.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Reads `7/8` or `7`.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let parts = try container.decode(String.self).split(separator: "/").map { Int128($0) }
    guard let top = parts.first ?? nil, let bottom = parts.count > 1 ? parts[1] : 1,
      let value = try? Rational(top, over: bottom)
    else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a fraction")
    }
    self = value
  }
}

extension Rational: CustomStringConvertible {
  /// `7/8`, or `7` when whole.
  package var description: String {
    isWhole ? String(numerator) : "\(numerator)/\(denominator)"
  }
}
