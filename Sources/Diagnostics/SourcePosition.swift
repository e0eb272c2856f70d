/// A place in a source as people and tools count: lines and columns from 1.
package struct SourcePosition: Sendable, Hashable {
  /// The line.
  package let line: Int
  /// The column in characters as a reader sees them.
  package let column: Int
  /// The column in Unicode code points, which differs where accents are written apart.
  package let codePointColumn: Int
}

extension Span {
  /// Where it starts.
  package var start: SourcePosition { position(at: bytes.lowerBound) }

  /// Where the text after it starts.
  package var end: SourcePosition { position(at: bytes.upperBound) }

  private func position(at offset: Int) -> SourcePosition {
    let index = source.lineIndex(at: offset)
    let line = source.lineRange(index)
    let before = source.string(line.lowerBound..<max(line.lowerBound, min(offset, line.upperBound)))
    return SourcePosition(
      line: index + source.firstLine, column: before.count + 1,
      codePointColumn: before.unicodeScalars.count + 1)
  }
}
