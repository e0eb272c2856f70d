import Diagnostics

/// What tidying changes in a file, line by line.
package struct FormatDiff {
  private static let limit = 20

  private let before: [Substring]
  private let after: [Substring]

  /// The difference between a file and its tidied version.
  package init(_ before: SourceText, _ after: SourceText) {
    self.before = Self.lines(before)
    self.after = Self.lines(after)
  }

  /// The lines that go (`-`) and come (`+`), each with its number. Blanks at their end show as
  /// `·`, an empty line as `⏎`. After some twenty it says how many more there are.
  package func text(in language: Language) -> String {
    let shown = changes.prefix(Self.limit)
    let more = changes.count - shown.count
    let rest = more > 0 ? ["  " + Text.moreLines(more).in(language)] : []
    return (shown + rest).map { $0 + "\n" }.joined()
  }

  private var changes: [String] {
    let difference = after.difference(from: before)
    let lines = difference.map { change in
      switch change {
      case .remove(let line, let text, _): (line, 0, "-", text)
      case .insert(let line, let text, _): (line, 1, "+", text)
      }
    }
    return lines.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { line, _, sign, text in
      "  \(line + 1) \(sign) \(Self.visible(text))"
    }
  }

  private static func lines(_ source: SourceText) -> [Substring] {
    Substring(source.string(0..<source.bytes.count))
      .split(omittingEmptySubsequences: false) { $0 == "\n" }
  }

  /// Blanks at the end, and lines without anything, are what one would not see.
  private static func visible(_ line: Substring) -> String {
    if line.isEmpty { return "⏎" }
    let end = line.reversed().prefix { $0.isWhitespace }.count
    return line.dropLast(end) + String(repeating: "·", count: end)
  }
}
