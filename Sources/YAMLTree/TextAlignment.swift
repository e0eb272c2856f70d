import Diagnostics
import Foundation

/// Finds for each byte of a scalar's text the byte of the file that it came from.
///
/// libyaml gives the range of a scalar, not of its parts; quotes, escapes, indentation and folding
/// lie between. Both are walked together: what is equal belongs together, white space of the text
/// stands for a run of white space in the file, an escape for one character of the text.
struct TextAlignment {
  /// How the scalar is written.
  enum Style {
    case unquoted
    case singleQuoted
    case doubleQuoted
  }

  private let source: [UInt8]
  private let end: Int
  private let style: Style
  private var position: Int

  /// Offsets in `source` for each byte of `text`, and one for its end; `range` holds the quotes.
  static func offsets(
    of text: String, in source: [UInt8], range: Range<Int>, style: Style
  ) -> MappedText.Offsets {
    let quote = style == .unquoted ? 0 : 1
    let end = max(range.lowerBound, range.upperBound - quote)
    let start = min(range.lowerBound + quote, end)
    if isCopied(text, source[start..<end]) { return .from(start) }
    var alignment = TextAlignment(source: source, end: end, style: style, position: start)
    return .each(alignment.offsets(of: text))
  }

  /// Whether a text stands in the file as it is: without escapes, folding and indentation.
  private static func isCopied(_ text: String, _ written: ArraySlice<UInt8>) -> Bool {
    guard text.utf8.count == written.count else { return false }
    let isSame = written.withUnsafeBufferPointer { written in
      text.utf8.withContiguousStorageIfAvailable { text in
        guard let own = text.baseAddress, let other = written.baseAddress else { return true }
        return memcmp(own, other, text.count) == 0 && memchr(own, 0x5C, text.count) == nil
      }
    }
    return isSame ?? (text.utf8.elementsEqual(written) && !written.contains(UInt8(ascii: "\\")))
  }

  private mutating func offsets(of text: String) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(text.utf8.count + 1)
    for scalar in text.unicodeScalars { place(Array(scalar.utf8), &offsets) }
    offsets.append(position)
    return offsets
  }

  /// Places one character of the text; one that is not found stands where reading had come to.
  private mutating func place(_ character: [UInt8], _ offsets: inout [Int]) {
    let last = max(end - 1, 0)
    guard let found = find(character) else {
      offsets += character.map { _ in min(position, last) }
      return
    }
    let isCopied = found.count == character.count
    offsets += character.indices.map { found.lowerBound + (isCopied ? $0 : 0) }
    position = found.upperBound
  }

  /// The next place of `character`; what can be skipped is white space and escaped line breaks.
  private func find(_ character: [UInt8]) -> Range<Int>? {
    let isSpace = character.count == 1 && Self.isSpace(character[0])
    var offset = position
    while offset < end {
      if let escape = escape(at: offset) { return escape }
      let space = whiteSpace(at: offset)
      if source[offset..<end].starts(with: character) {
        return offset..<offset + length(of: character, at: offset)
      }
      if isSpace, space > 0 { return offset..<offset + space }
      if space == 0, source[offset] != UInt8(ascii: "\\") { return nil }
      offset += max(space, 1)
      if space == 0 { offset = afterWhiteSpace(offset) }
    }
    return nil
  }

  /// A single quotation mark is written twice between single quotation marks.
  private func length(of character: [UInt8], at offset: Int) -> Int {
    let isDoubled = style == .singleQuoted && character == [UInt8(ascii: "'")]
    return isDoubled ? min(2, end - offset) : character.count
  }

  /// An escape that stands for a character: `\n`, `\x41`; not one of a line break.
  private func escape(at offset: Int) -> Range<Int>? {
    guard style == .doubleQuoted, source[offset] == UInt8(ascii: "\\"), offset + 1 < end,
      source[offset + 1] != UInt8(ascii: "\n"), source[offset + 1] != UInt8(ascii: "\r")
    else { return nil }
    let length =
      switch source[offset + 1] {
      case UInt8(ascii: "x"): 4
      case UInt8(ascii: "u"): 6
      case UInt8(ascii: "U"): 10
      default: 2
      }
    return offset..<min(end, offset + length)
  }

  /// Where the text goes on after an escaped line break.
  private func afterWhiteSpace(_ offset: Int) -> Int {
    source[offset..<end].firstIndex { !Self.isSpace($0) } ?? end
  }

  /// The bytes of the white space at `offset`, or 0; libyaml breaks lines at NEL, LS and PS too.
  private func whiteSpace(at offset: Int) -> Int {
    if Self.isSpace(source[offset]) { return 1 }
    let rest = source[offset..<end]
    if rest.starts(with: [0xC2, 0x85]) { return 2 }
    return rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
