/// A text taken out of a source (a scalar of a rule file), each byte of which knows where it stood.
///
/// Expressions are read from these, so that their diagnostics point into the rule file.
package struct MappedText: Sendable, Hashable {
  /// The text, free of the quotes, escapes and line folding of its source.
  package let text: String
  /// The source it was taken from.
  package let source: SourceText
  private let offsets: Offsets

  /// Where the UTF-8 bytes of a text stand in its source.
  package enum Offsets: Sendable, Hashable {
    /// One after the other, the first at an offset.
    case from(Int)
    /// For each byte, and the end, an offset; never decreasing.
    case each([Int])
  }

  /// A text and where its bytes stand in a source.
  package init(text: String, source: SourceText, offsets: Offsets) {
    self.text = text
    self.source = source
    self.offsets = offsets
  }

  /// A text that is its own source: typed by hand, or in a test.
  package init(_ text: String, path: String = "expression") {
    self.init(text: text, source: SourceText(path: path, text: text), offsets: .from(0))
  }

  /// Where a range of UTF-8 offsets of `text` stands in the source.
  package func span(_ range: Range<Int>) -> Span {
    let last = text.utf8.count
    let start = offset(of: min(range.lowerBound, last))
    let upper = min(range.upperBound, last)
    let end = range.isEmpty || upper == 0 ? start : offset(of: upper - 1) + 1
    return Span(source, start..<max(start, end))
  }

  private func offset(of byte: Int) -> Int {
    switch offsets {
    case .from(let first): first + byte
    case .each(let offsets): offsets[byte]
    }
  }
}
