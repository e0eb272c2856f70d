import Diagnostics

/// Number literals: `42`, `42u`, `0x2A`, `4.2`, `.5`, `4e2`.
extension Lexer {
  mutating func number() -> Token.Kind {
    let start = position
    let kind = isNext("0x") || isNext("0X") ? hexadecimal() : decimal()
    if peek().isLetter || peek() >= 0x80 { wordAfterNumber(start) }
    return kind
  }

  private mutating func hexadecimal() -> Token.Kind {
    let start = position
    position += 2
    while peek().hexadecimalValue != nil { position += 1 }
    return whole(from: start)
  }

  private mutating func decimal() -> Token.Kind {
    let start = position
    skipDigits()
    let hasPoint = peek() == UInt8(ascii: ".") && peek(1).isDigit
    if hasPoint {
      position += 1
      skipDigits()
    }
    return skipExponent() || hasPoint ? .real(written(from: start)) : whole(from: start)
  }

  private mutating func skipDigits() {
    while peek().isDigit { position += 1 }
  }

  private mutating func skipExponent() -> Bool {
    guard peek() | 0x20 == UInt8(ascii: "e") else { return false }
    let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
    guard peek(signed ? 2 : 1).isDigit else { return false }
    position += signed ? 2 : 1
    skipDigits()
    return true
  }

  private mutating func whole(from start: Int) -> Token.Kind {
    let digits = written(from: start)
    guard peek() | 0x20 == UInt8(ascii: "u") else { return .int(digits) }
    position += 1
    return .uint(digits)
  }

  private func written(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// `5days`: a number and a name without anything between them.
  private mutating func wordAfterNumber(_ start: Int) {
    while peek().isLetter || peek().isDigit || peek() >= 0x80 { position += 1 }
    diagnostics.append(.badNumber(span(from: start)))
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
