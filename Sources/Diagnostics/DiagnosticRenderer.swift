/// Renders diagnostics for a terminal: a heading, the source line, a caret under the place, a hint.
package struct DiagnosticRenderer: Sendable {
  /// The language of messages.
  package let language: Language
  /// Whether to colour with ANSI escapes.
  package let colour: Bool

  /// A renderer in `language`.
  package init(language: Language, colour: Bool = false) {
    self.language = language
    self.colour = colour
  }

  /// All of them in order of place, an empty line between two.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.sorted(by: Diagnostic.inOrder).map(render).joined(separator: "\n")
  }

  /// One diagnostic, ending with a line break.
  package func render(_ diagnostic: Diagnostic) -> String {
    var lines = [heading(diagnostic)]
    if let primary = diagnostic.primary { lines += excerpt(primary, mark: "^") }
    var last = diagnostic.primary
    for label in diagnostic.further {
      let frame = excerpt(label, mark: "-")
      lines += label.isShownBeside(last) ? frame.suffix(1) : frame[...]
      last = label
    }
    if let hint = diagnostic.hint {
      lines.append("  \(paint(hintWord + ":", "36")) \(flat(hint.in(language)))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The longest part of a line that is shown before and after what is marked.
  fileprivate static let limit = 100

  private func heading(_ diagnostic: Diagnostic) -> String {
    let word = paint("\(severityWord(diagnostic.severity))[\(diagnostic.code)]", tint(diagnostic))
    return "\(word): \(flat(diagnostic.message.in(language)))"
  }

  private func excerpt(_ label: Label, mark: Character) -> [String] {
    let span = label.span
    let number = String(span.line)
    let gutter = String(repeating: " ", count: number.count)
    let words = label.text.map { " " + flat($0.in(language)) } ?? ""
    let shown = window(span)
    let indent = String(repeating: " ", count: DisplayWidth.of(shown.before))
    let carets = String(repeating: mark, count: max(1, DisplayWidth.of(shown.marked)))
    return [
      "  --> \(flat(span.place))",
      " \(gutter) |",
      " \(number) | \(flat(shown.before + shown.marked + shown.after))",
      " \(gutter) | \(indent)\(paint(carets + words, "31"))",
    ]
  }

  /// The part of a line that fits: long lines are cut around the span.
  private func window(_ span: Span) -> (before: String, marked: String, after: String) {
    let limit = Self.limit
    let prefix = span.prefix
    let before = prefix.count > limit ? "…" + prefix.suffix(40) : prefix
    let underlined = span.underlined
    let marked = underlined.count > limit ? underlined.prefix(limit) + "…" : underlined
    let rest = span.suffix
    let after = rest.count > limit ? rest.prefix(40) + "…" : rest[...]
    return (before, String(marked), String(after))
  }

  /// Tabs, line breaks and control characters as single spaces, so that the caret lines up and no
  /// escape of a file reaches the terminal.
  private func flat(_ text: String) -> String {
    String(text.map { $0.isNewline || isControl($0) ? " " : $0 })
  }

  private func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  private var hintWord: String { language == .vi ? "gợi ý" : "hint" }

  private func severityWord(_ severity: DiagnosticSeverity) -> String {
    switch (severity, language) {
    case (.error, .vi): "lỗi"
    case (.warning, .vi): "cảnh báo"
    case (.note, .vi): "lưu ý"
    case (_, .en): severity.rawValue
    }
  }

  private func tint(_ diagnostic: Diagnostic) -> String {
    diagnostic.severity == .error ? "1;31" : "1;33"
  }

  private func paint(_ text: String, _ code: String) -> String {
    colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

extension Label {
  /// Whether it points into the line that was shown for `other`, which is short enough to be whole.
  fileprivate func isShownBeside(_ other: Label?) -> Bool {
    guard let other, span.source == other.span.source, span.line == other.span.line else {
      return false
    }
    return span.lineText.count <= DiagnosticRenderer.limit
  }
}
