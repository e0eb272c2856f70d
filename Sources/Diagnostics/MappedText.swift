/// A text taken out of a source (a scalar of a rule file), each byte of which knows where it stood.
///
/// Expressions are read from these, so that their diagnostics point into the rule file.
package struct MappedText: Sendable, Hashable {
  /// The text, free of the quotes, escapes and line folding of its source.
  package let text: String
  /// The source it was taken from.
  package let source: SourceText
  /// For each UTF-8 byte of `text`, and its end, the offset in the source; never decreasing.
  private let offsets: [Int]

  /// A text with a source offset for each of its UTF-8 bytes and one for its end.
  package init(text: String, source: SourceText, offsets: [Int]) {
    self.text = text
    self.source = source
    self.offsets = offsets
  }

  /// A text that is its own source: typed by hand, or in a test.
  package init(_ text: String, path: String = "expression") {
    self.init(
      text: text, source: SourceText(path: path, text: text), offsets: Array(0...text.utf8.count))
  }

  /// Where a range of UTF-8 offsets of `text` stands in the source.
  package func span(_ range: Range<Int>) -> Span {
    let last = offsets.count - 1
    let start = offsets[min(range.lowerBound, last)]
    let upper = min(range.upperBound, last)
    let end = range.isEmpty || upper == 0 ? start : offsets[upper - 1] + 1
    return Span(source, start..<max(start, end))
  }
}
