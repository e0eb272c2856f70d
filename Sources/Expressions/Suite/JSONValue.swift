/// A JSON text, with numbers as they are written (RFC 8259).
package indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// As written: `3`, `3.0` and `3e0` differ.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// In the order written; of equal keys the last counts.
  case object([String: JSONValue])

  /// Reads a whole text; `nil` where it is no JSON, or nested more than 200 deep.
  package init?(_ text: String) {
    var reader = JSONReader(bytes: Array(text.utf8))
    guard let value = reader.whole() else { return nil }
    self = value
  }

  /// The value under a key of an object.
  subscript(key: String) -> JSONValue? {
    if case .object(let entries) = self { entries[key] } else { nil }
  }

  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var array: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  var object: [String: JSONValue]? {
    if case .object(let entries) = self { entries } else { nil }
  }

  var isTrue: Bool { self == .bool(true) }

  /// The digits of a number, also of one written as a text, as protobuf JSON does.
  var digits: String? {
    switch self {
    case .number(let digits), .string(let digits): digits
    default: nil
    }
  }
}

/// Reads JSON by recursive descent.
private struct JSONReader {
  let bytes: [UInt8]
  var position = 0
  var depth = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func whole() -> JSONValue? {
    guard let value = value() else { return nil }
    skipBlanks()
    return position == bytes.count ? value : nil
  }

  private mutating func skipBlanks() {
    while [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    skipBlanks()
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func value() -> JSONValue? {
    guard depth < 200 else { return nil }
    depth += 1
    defer { depth -= 1 }
    if take("null") { return .null }
    if take("true") { return .bool(true) }
    if take("false") { return .bool(false) }
    if take("[") { return array() }
    if take("{") { return object() }
    if take("\"") { return string().map(JSONValue.string) }
    return number()
  }

  private mutating func array() -> JSONValue? {
    var items: [JSONValue] = []
    if take("]") { return .array([]) }
    repeat {
      guard let item = value() else { return nil }
      items.append(item)
    } while take(",")
    return take("]") ? .array(items) : nil
  }

  private mutating func object() -> JSONValue? {
    var entries: [String: JSONValue] = [:]
    if take("}") { return .object([:]) }
    repeat {
      guard take("\""), let key = string(), take(":"), let value = value() else { return nil }
      entries[key] = value
    } while take(",")
    return take("}") ? .object(entries) : nil
  }

  private mutating func number() -> JSONValue? {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    let isZero = byte == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !isZero || whole == 1 else { return nil }
    if byte == UInt8(ascii: ".") {
      position += 1
      guard digits() > 0 else { return nil }
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      guard digits() > 0 else { return nil }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = position
    while byte.isDigit { position += 1 }
    return position - start
  }

  // MARK: - Texts

  /// What stands before the closing quote; the opening one was taken.
  private mutating func string() -> String? {
    var text: [UInt8] = []
    while position < bytes.count, byte >= 0x20 {
      let next = byte
      position += 1
      switch next {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        text += Array(String(scalar).utf8)
      default: text.append(next)
      }
    }
    return nil
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
    UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  private mutating func escape() -> Unicode.Scalar? {
    let sign = byte
    position += 1
    guard sign == UInt8(ascii: "u") else { return Self.escapes[sign] }
    guard let unit = codeUnit() else { return nil }
    guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
    guard bytes[min(position, bytes.count)...].starts(with: "\\u".utf8) else { return nil }
    position += 2
    guard let low = codeUnit(), (0xDC00..<0xE000).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
  }

  private mutating func codeUnit() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    position += 4
    return digits.allSatisfy(\.isHexDigit) ? UInt32(digits, radix: 16) : nil
  }
}
