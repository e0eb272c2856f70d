import Glibc

/// Reads pieces of XML from bytes that end with a zero, which no piece can hold.
struct ByteScanner {
  /// The text of an element as it is written.
  struct Text {
    let raw: UnsafeBufferPointer<UInt8>
    let hasEntities: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset = 0
  /// No mark that is looked for is longer.
  private static let longestMark = 64

  /// Scans `bytes`, the last of which is the zero.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// What it means that something did not scan: a zero stops every scan, and is either the end of the
  /// bytes or no character of XML at all.
  var stopped: ScanOutcome { isNearEnd ? .needsMore : .unusual }

  /// Whether so few bytes are left that a mark may be cut off.
  var isNearEnd: Bool { bytes.count - offset <= Self.longestMark }

  /// Whether a tag ends here.
  var isAtTagEnd: Bool { bytes[offset] == UInt8(ascii: ">") || bytes[offset] == UInt8(ascii: "/") }

  /// Passes over white space; whether there was any.
  @discardableResult
  mutating func skipSpace() -> Bool {
    let first = offset
    while bytes[offset].isXMLSpace { offset += 1 }
    return offset > first
  }

  /// Passes over `mark`, if it stands here.
  mutating func takes(_ mark: StaticString) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard bytes[offset] == mark.utf8Start.pointee, bytes.count - offset > length,
      let base = bytes.baseAddress, memcmp(base + offset, mark.utf8Start, length) == 0
    else { return false }
    offset += length
    return true
  }

  /// An attribute whose value is plain ASCII without entities; `nil` for any other.
  mutating func attribute() -> (
    name: UnsafeBufferPointer<UInt8>, value: UnsafeBufferPointer<UInt8>
  )? {
    let nameStart = offset
    while bytes[offset] != UInt8(ascii: "="), bytes[offset] > 0x20 { offset += 1 }
    let name = UnsafeBufferPointer(rebasing: bytes[nameStart..<offset])
    guard bytes[offset] == UInt8(ascii: "=") else { return nil }
    let quote = bytes[offset + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    offset += 2
    let valueStart = offset
    while bytes[offset] != quote, bytes[offset].isPlainInAttribute { offset += 1 }
    guard bytes[offset] == quote else { return nil }
    offset += 1
    return (name, UnsafeBufferPointer(rebasing: bytes[valueStart..<offset - 1]))
  }

  /// The text up to the next tag; `nil` where it holds something that expat is to read.
  mutating func text() -> Text? {
    let first = offset
    var hasEntities = false
    var isASCII = true
    while true {
      let byte = bytes[offset]
      if byte.isPlainInText {
        offset += 1
      } else if byte == UInt8(ascii: "<") {
        break
      } else if byte >= 0x80, byte != 0xEF {
        isASCII = false
        offset += 1
      } else if byte == UInt8(ascii: "&"), let length = Entity.length(bytes, offset) {
        hasEntities = true
        offset += length
      } else {
        return nil
      }
    }
    let raw = UnsafeBufferPointer(rebasing: bytes[first..<offset])
    return isASCII || raw.isUTF8 ? Text(raw: raw, hasEntities: hasEntities) : nil
  }
}

extension ByteScanner.Text {
  /// Gives the text with its entities resolved to `body`.
  func resolved(_ scratch: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard hasEntities else { return body(raw) }
    scratch.removeAll(keepingCapacity: true)
    var place = 0
    while place < raw.count {
      if raw[place] == UInt8(ascii: "&"), let found = Entity.at(raw, place) {
        scratch.append(found.byte)
        place += found.name.utf8CodeUnitCount
      } else {
        scratch.append(raw[place])
        place += 1
      }
    }
    scratch.withUnsafeBufferPointer(body)
  }
}

/// The entities that XML knows without being told.
private enum Entity {
  static let all: [(name: StaticString, byte: UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
  ]

  static func at(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> (name: StaticString, byte: UInt8)? {
    all.first { entity in
      let end = place + entity.name.utf8CodeUnitCount
      return end <= bytes.count && UnsafeBufferPointer(rebasing: bytes[place..<end]) == entity.name
    }
  }

  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    at(bytes, place)?.name.utf8CodeUnitCount
  }
}

extension UInt8 {
  /// ASCII that means itself in text: neither markup nor an end of line that XML changes. `]` may
  /// begin `]]>`, which text may not hold.
  fileprivate var isPlainInText: Bool {
    switch self {
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "]"): false
    case 0x20..<0x80, 0x09, 0x0A: true
    default: false
    }
  }

  /// ASCII that means itself in the value of an attribute.
  fileprivate var isPlainInAttribute: Bool {
    (0x20..<0x80).contains(self) && self != UInt8(ascii: "<") && self != UInt8(ascii: "&")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are well-formed UTF-8.
  fileprivate var isUTF8: Bool { (try? UTF8Span(validating: span)) != nil }
}
