/// A stretch of a source that a diagnostic points at.
package struct Span: Sendable, Hashable {
  /// The source pointed into.
  package let source: SourceText
  /// Byte offsets into `source.bytes`.
  package let bytes: Range<Int>

  /// Points at `bytes` of `source`; offsets outside it are pulled in, and a character is never cut
  /// at the end.
  package init(_ source: SourceText, _ bytes: Range<Int>) {
    self.source = source
    let all = source.bytes
    let inside = bytes.clamped(to: 0..<all.count)
    var end = inside.upperBound
    if !inside.isEmpty {
      while end < all.count, end < inside.upperBound + 3, all[end] & 0xC0 == 0x80 { end += 1 }
    }
    self.bytes = inside.lowerBound..<end
  }

  /// The 1-based line on which the span starts.
  package var line: Int { source.lineIndex(at: bytes.lowerBound) + source.firstLine }

  /// The 1-based column of the first character, counted in characters as a reader sees them.
  package var column: Int { prefix.count + 1 }

  /// The text of the line on which the span starts.
  package var lineText: String { source.string(lineRange) }

  /// The text in the span.
  package var text: String { source.string(bytes) }

  /// `path:line:column`.
  package var place: String { "\(source.path):\(line):\(column)" }

  /// The span from the start of this one to the end of `other`, in the same source.
  package func through(_ other: Span) -> Span {
    Span(source, bytes.lowerBound..<max(bytes.lowerBound, other.bytes.upperBound))
  }

  private var lineRange: Range<Int> { source.lineRange(source.lineIndex(at: bytes.lowerBound)) }

  /// What stands on the line before the span.
  var prefix: String {
    let line = lineRange
    return source.string(line.lowerBound..<bytes.lowerBound.clamped(to: line))
  }

  /// What the span covers of its first line.
  var underlined: String {
    let line = lineRange
    return source.string(
      bytes.lowerBound.clamped(to: line)..<bytes.upperBound.clamped(to: line))
  }

  /// What stands on its first line after the span.
  var suffix: String {
    let line = lineRange
    return source.string(bytes.upperBound.clamped(to: line)..<line.upperBound)
  }
}

extension Int {
  /// The nearest offset in `range`, its end included.
  fileprivate func clamped(to range: Range<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
