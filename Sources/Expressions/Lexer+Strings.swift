import Diagnostics

/// Text and bytes literals: `'…'`, `"…"`, tripled, with the prefixes `r` (raw) and `b` (bytes).
extension Lexer {
  private struct Style {
    var isRaw = false
    var isBytes = false
    var quote: [UInt8] = []
    var prefix = 0

    var isTripled: Bool { quote.count == 3 }
  }

  /// Reads a literal if one starts here.
  mutating func stringLiteral() -> Token.Kind? {
    guard let style = style() else { return nil }
    let start = position
    position += style.prefix + style.quote.count
    var content: [UInt8] = []
    while position < bytes.count, !bytes[position...].starts(with: style.quote) {
      if !style.isTripled, peek() == UInt8(ascii: "\n") { break }
      if peek() == UInt8(ascii: "\\"), !style.isRaw {
        content += escape(style)
      } else {
        if peek() == UInt8(ascii: "\\"), !style.isTripled, position + 1 < bytes.count {
          content.append(peek())
          position += 1
          if peek() == UInt8(ascii: "\n") { break }
        }
        content.append(peek())
        position += 1
      }
    }
    close(style, start)
    return style.isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
  }

  private func style() -> Style? {
    var style = Style()
    for _ in 0..<2 {
      let letter = peek(style.prefix) | 0x20
      if letter == UInt8(ascii: "r"), !style.isRaw {
        style.isRaw = true
      } else if letter == UInt8(ascii: "b"), !style.isBytes {
        style.isBytes = true
      } else {
        break
      }
      style.prefix += 1
    }
    let quote = peek(style.prefix)
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
    let tripled = peek(style.prefix + 1) == quote && peek(style.prefix + 2) == quote
    style.quote = Array(repeating: quote, count: tripled ? 3 : 1)
    return style
  }

  private mutating func close(_ style: Style, _ start: Int) {
    if position < bytes.count, bytes[position...].starts(with: style.quote) {
      position += style.quote.count
    } else {
      let quote = String(decoding: style.quote, as: UTF8.self)
      diagnostics.append(.unterminatedString(span(from: start), quote: quote))
    }
  }

  // MARK: - Escapes

  private static let simpleEscapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "?"): 0x3F,
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "'"): 0x27, UInt8(ascii: "`"): 0x60,
  ]

  private mutating func escape(_ style: Style) -> [UInt8] {
    let start = position
    position += 1
    let letter = peek()
    if let simple = Self.simpleEscapes[letter] {
      position += 1
      return [simple]
    }
    switch letter {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): position += 1
    case UInt8(ascii: "u") where !style.isBytes, UInt8(ascii: "U") where !style.isBytes:
      position += 1
      return encoded(digits(letter == UInt8(ascii: "u") ? 4 : 8, base: 16), style, start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"): return encoded(digits(3, base: 8), style, start)
    default:
      skipCharacter()
      diagnostics.append(.badEscape(span(from: start)))
      return []
    }
    return encoded(digits(2, base: 16), style, start)
  }

  private mutating func skipCharacter() {
    guard position < bytes.count, peek() != UInt8(ascii: "\n") else { return }
    position += 1
    while position < bytes.count, peek() & 0xC0 == 0x80 { position += 1 }
  }

  private mutating func digits(_ count: Int, base: UInt32) -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = peek().hexadecimalValue, digit < base else { return nil }
      value = value &* base &+ digit
      position += 1
    }
    return value
  }

  /// A byte in bytes, else the character with that number.
  private mutating func encoded(_ value: UInt32?, _ style: Style, _ start: Int) -> [UInt8] {
    if style.isBytes, let value, let byte = UInt8(exactly: value) { return [byte] }
    if !style.isBytes, let value, let scalar = Unicode.Scalar(value) {
      return Array(String(Character(scalar)).utf8)
    }
    diagnostics.append(.badEscape(span(from: start)))
    return []
  }
}
