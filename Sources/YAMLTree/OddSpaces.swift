import Diagnostics

/// Finds spaces that YAML does not take for spaces, where it needs one.
enum OddSpaces {
  /// The last odd space or invisible character in or before `place`, down from the start of its
  /// line, that stands at the start of a line or behind the `:` or `-` of an entry.
  static func last(before place: Span) -> Span? {
    let source = place.source
    let end = source.bytes[place.bytes.lowerBound...].firstIndex(of: UInt8(ascii: "\n"))
    let lines = source.string(0..<(end ?? source.bytes.count))
      .split(separator: "\n", omittingEmptySubsequences: false)
    var (start, found) = (0, nil as Span?)
    for line in lines {
      if let offset = offset(in: line) { found = span(source, start + offset) }
      start += line.utf8.count + 1
    }
    return found
  }

  /// The first one at an end of a text.
  static func atEnds(of scalar: MappedText) -> Span? {
    let scalars = scalar.text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, !first.isASCII || !last.isASCII
    else { return nil }
    if OddCharacter(first)?.isInvisible == true {
      return scalar.span(0..<UTF8.width(first))
    }
    guard OddCharacter(last)?.isInvisible == true else { return nil }
    let count = scalar.text.utf8.count
    return scalar.span(count - UTF8.width(last)..<count)
  }

  private static func offset(in line: Substring) -> Int? {
    guard let (odd, offset) = OddCharacter.first(in: String(line)), odd.isInvisible else {
      return nil
    }
    let before = line.utf8.prefix(offset)
    let isIndentation = before.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    return isIndentation || before.last == UInt8(ascii: ":") ? offset : nil
  }

  private static func span(_ source: SourceText, _ offset: Int) -> Span {
    Span(source, offset..<offset + 1)
  }
}
