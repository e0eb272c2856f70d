/// Finds for each byte of a scalar's text the byte of the file that it came from.
///
/// libyaml gives the range of a scalar, not of its parts; quotes, escapes, indentation and folding
/// lie between. Both are walked together: what is equal belongs together, white space of the text
/// stands for a run of white space in the file, and the rest of the file is skipped.
struct TextAlignment {
  private let source: [UInt8]
  private let end: Int
  private var position: Int

  /// Offsets in `source` for each byte of `text`, and one for its end.
  static func offsets(of text: String, in source: [UInt8], range: Range<Int>) -> [Int] {
    var alignment = TextAlignment(source: source, end: range.upperBound, position: range.lowerBound)
    var offsets: [Int] = []
    offsets.reserveCapacity(text.utf8.count + 1)
    for byte in text.utf8 { offsets.append(alignment.place(of: byte)) }
    offsets.append(alignment.position)
    return offsets
  }

  private mutating func place(of byte: UInt8) -> Int {
    if let found = find(byte) { position = found + 1; return found }
    return min(position, max(end - 1, 0))
  }

  /// The next place of `byte`; what can be skipped is white space, quotes and escapes.
  private func find(_ byte: UInt8) -> Int? {
    var offset = position
    while offset < end {
      let candidate = source[offset]
      if candidate == byte || (isSpace(byte) && isSpace(candidate)) { return offset }
      guard isSkipped(candidate) else { return nil }
      offset += 1
    }
    return nil
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func isSkipped(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "\"")
  }
}
