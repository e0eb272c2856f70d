import Glibc

/// A number as a file writes it, in decimal: `-0.1`, `1E-3`.
package struct DecimalText: Sendable, Hashable {
  /// The most digits that Excel keeps of a number.
  private static let shownDigits = 15
  /// The most digits that fit a `UInt64` whatever they are; later ones are dropped, rounded to zero.
  private static let keptDigits = 19

  private var isNegative = false
  /// The first significant digits as an integer; the number is `digits` times ten to `exponent`.
  private var digits: UInt64 = 0
  private var digitCount = 0
  private var exponent = 0

  /// Reads `[+-]digits[.digits][E[+-]digits]`; `nil` for anything else.
  package init?(_ text: UnsafeBufferPointer<UInt8>) {
    var place = 0
    if place < text.count, text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "+") {
      isNegative = text[place] == UInt8(ascii: "-")
      place += 1
    }
    var read = takeDigits(text, &place, isFraction: false)
    if place < text.count, text[place] == UInt8(ascii: ".") {
      place += 1
      read += takeDigits(text, &place, isFraction: true)
    }
    guard read > 0 else { return nil }
    if place < text.count, text[place] | 0x20 == UInt8(ascii: "e") {
      guard takeExponent(text, place + 1) else { return nil }
    } else if place < text.count {
      return nil
    }
  }

  private mutating func takeDigits(
    _ text: UnsafeBufferPointer<UInt8>, _ place: inout Int, isFraction: Bool
  ) -> Int {
    let start = place
    while place < text.count {
      let digit = text[place] &- UInt8(ascii: "0")
      if digit > 9 { break }
      let isKept = digitCount < Self.keptDigits
      if isKept {
        digits = digits * 10 + UInt64(digit)
        if digits > 0 { digitCount += 1 }
      }
      if isFraction == isKept { exponent += isFraction ? -1 : 1 }
      place += 1
    }
    return place - start
  }

  private mutating func takeExponent(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var place = start
    let sign = place < text.count ? text[place] : 0
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { place += 1 }
    var power = 0
    let first = place
    while place < text.count, text[place] &- UInt8(ascii: "0") <= 9 {
      power = min(power * 10 + Int(text[place] &- UInt8(ascii: "0")), 100_000)
      place += 1
    }
    exponent += sign == UInt8(ascii: "-") ? -power : power
    return place > first && place == text.count
  }

  /// The nearest binary number, or one beside it where there are more than 15 digits.
  package var value: Double {
    let magnitude = Double(digits)
    let scaled = exponent < 0 ? magnitude / Self.power(-exponent) : magnitude * Self.power(exponent)
    return isNegative ? -scaled : scaled
  }

  private static let exactPowers: [Double] = (0...22).reduce(into: [1]) { powers, step in
    if step > 0 { powers.append(powers[step - 1] * 10) }
  }

  private static func power(_ exponent: Int) -> Double {
    exponent < exactPowers.count ? exactPowers[exponent] : pow(10, Double(min(exponent, 400)))
  }

  /// The number rounded to 15 significant digits, half away from zero, which is all that Excel keeps
  /// and shows (Microsoft, "Floating-point arithmetic may give inaccurate results in Excel"):
  /// `0.30000000000000004` is `0.3`. Without an exponent up to 21 places, as in `1e+21` beyond.
  package var shown: String {
    var (kept, power) = rounded
    if kept == 0 { return "0" }
    while kept % 10 == 0 {
      kept /= 10
      power += 1
    }
    let text = String(kept)
    return (isNegative ? "-" : "") + Self.placed(text, power)
  }

  private var rounded: (UInt64, Int) {
    let extra = digitCount - Self.shownDigits
    guard extra > 0 else { return (digits, exponent) }
    let unit = (0..<extra).reduce(UInt64(1)) { unit, _ in unit * 10 }
    let (quotient, rest) = digits.quotientAndRemainder(dividingBy: unit)
    return (rest * 2 >= unit ? quotient + 1 : quotient, exponent + extra)
  }

  private static func placed(_ digits: String, _ power: Int) -> String {
    let point = digits.count + power
    guard (-20...21).contains(point) else {
      let fraction = digits.dropFirst()
      return
        "\(digits.prefix(1))\(fraction.isEmpty ? "" : ".")\(fraction)e\(point > 0 ? "+" : "")\(point - 1)"
    }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + digits }
    if power >= 0 { return digits + String(repeating: "0", count: power) }
    return "\(digits.prefix(point)).\(digits.dropFirst(point))"
  }
}
