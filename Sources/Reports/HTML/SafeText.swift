/// Texts of unknown origin as parts of a page: escaped; control characters as U+FFFD; characters that turn
/// the direction of writing, which can make a name read as another, by their number.
enum SafeText {
  /// The longest text that is shown whole, in UTF-8 bytes. What a cell of an export holds has no limit.
  static let limit = 4096

  /// Adds a text, escaped, cut where it is longer than anybody reads.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0.prefix(whole: limit), isCut: $0.count > limit, to: &bytes) }
  }

  private static func append(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, isCut: Bool, to bytes: inout [UInt8]
  ) {
    var index = text.startIndex
    while index < text.endIndex {
      index += append(text[index...], to: &bytes)
    }
    if isCut { bytes.append(contentsOf: "…".utf8) }
  }

  /// Adds the first character of a text, and gives how many bytes of it were used.
  private static func append(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, to bytes: inout [UInt8]
  ) -> Int {
    let byte = text[text.startIndex]
    switch byte {
    case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
    case UInt8(ascii: "\n"), UInt8(ascii: "\t"): bytes.append(byte)
    case ..<0x20, 0x7F: bytes.append(contentsOf: "\u{FFFD}".utf8)
    case 0xC2, 0xD8, 0xE2: return appendUnusual(text, to: &bytes)
    default: bytes.append(byte)
    }
    return 1
  }

  /// The first character of a text that begins as control characters and marks of direction do.
  private static func appendUnusual(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, to bytes: inout [UInt8]
  ) -> Int {
    let length = text[text.startIndex] == 0xE2 ? 3 : 2
    let character = text.prefix(length)
    guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else {
      return length
    }
    switch scalar.value {
    case 0x80...0x9F: bytes.append(contentsOf: "\u{FFFD}".utf8)
    case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
      bytes.append(contentsOf: "[U+\(String(scalar.value, radix: 16, uppercase: true))]".utf8)
    default: bytes.append(contentsOf: character)
    }
    return character.count
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first bytes, at most `limit`, that end where a character ends.
  fileprivate func prefix(whole limit: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    guard count > limit else { return self[...] }
    var end = limit
    while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
    return self[..<end]
  }
}
