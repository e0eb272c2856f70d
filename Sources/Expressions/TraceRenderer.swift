import Calendars
import Diagnostics

/// Prints an expression with the value of each of its parts under it:
///
///     dossier.pages > 5 && dossier.online
///     |             |   |  |
///     7             |   |  false
///                   |   false
///                   true
package struct TraceRenderer: Sendable {
  /// The language of the words for what has no value.
  package let language: Language
  /// By whose clock moments are shown.
  package let zone: Zone
  /// How many terminal cells a value may take before it is cut.
  package let limit: Int

  /// A renderer; moments are shown in UTC unless a zone is given.
  package init(language: Language, zone: Zone = .utc, limit: Int = 60) {
    self.language = language
    self.zone = zone
    self.limit = limit
  }

  /// The lines of the expression, each with the values of what stands on it; ends with a line break.
  package func render(_ expression: CheckedExpression, _ values: [TracedValue]) -> String {
    render(expression.text.text, values)
  }

  /// The same for the text of the expression.
  package func render(_ text: String, _ values: [TracedValue]) -> String {
    let marks = values.indices.map { (anchor: values[$0].anchor, text: word(for: $0, in: values)) }
    var start = 0
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.utf8.count
      lines.append(plain(line))
      lines += rows(
        marks.filter { (start...end).contains($0.anchor) }.map { mark in
          let before = line.utf8.prefix(mark.anchor - start)
          return Mark(
            column: DisplayWidth.of(plain(String(decoding: before, as: UTF8.self))),
            text: mark.text)
        })
      start = end + 1
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Words

  private func word(for place: Int, in values: [TracedValue]) -> String {
    let value = values[place]
    let parts = values[(place + 1)...].prefix { $0.depth > value.depth }
    switch value.outcome {
    case .value(let value): return cut(plain(value.shown(in: zone)))
    case .unknown:
      let isOrigin = !parts.contains(where: \.isUnknown)
      return (isOrigin ? Text.unreadable : .undecided).in(language)
    case .error(let error):
      let isOrigin = !parts.contains { $0.error == error }
      return cut(plain((isOrigin ? Text.failed(error) : .noValue).in(language)))
    }
  }

  private func cut(_ text: String) -> String {
    guard DisplayWidth.of(text) > limit else { return text }
    var (kept, width) = ("", 1)
    for character in text {
      width += DisplayWidth.of(String(character))
      guard width <= limit else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// Control characters as spaces, so that columns stay and no escape reaches the terminal.
  private func plain(_ text: some StringProtocol) -> String {
    String(
      text.map { character in
        let isControl = character.unicodeScalars.contains {
          $0.properties.generalCategory == .control
        }
        return isControl ? " " : character
      })
  }

  // MARK: - Columns

  private struct Mark {
    let column: Int
    let text: String
  }

  /// A row of bars, then the values, each as high as it fits beside what stands to its right.
  private func rows(_ marks: [Mark]) -> [String] {
    guard !marks.isEmpty else { return [] }
    var waiting = marks.enumerated()
      .sorted { ($0.element.column, $0.offset) > ($1.element.column, $1.offset) }
      .map(\.element)
    var rows = [row(waiting.map { Mark(column: $0.column, text: "|") })]
    while !waiting.isEmpty {
      var (placed, left, edge): ([Mark], [Mark], Int) = ([], [], .max)
      for mark in waiting {
        let fits = edge == .max || mark.column + DisplayWidth.of(mark.text) < edge
        if !fits { left.append(mark) }
        placed.append(fits ? mark : Mark(column: mark.column, text: "|"))
        edge = mark.column
      }
      rows.append(row(placed))
      waiting = left
    }
    return rows
  }

  /// Texts at their columns, rightmost first; where two share a column, the first shows.
  private func row(_ marks: [Mark]) -> String {
    var (line, width) = ("", 0)
    for mark in marks.reversed() where mark.column >= width {
      line += String(repeating: " ", count: mark.column - width) + mark.text
      width = mark.column + DisplayWidth.of(mark.text)
    }
    return line
  }
}

extension TracedValue {
  fileprivate var isUnknown: Bool {
    if case .unknown = outcome { true } else { false }
  }

  fileprivate var error: EvaluationError? {
    if case .error(let error) = outcome { error } else { nil }
  }
}

extension Text {
  fileprivate static let unreadable = Text(vi: "không đọc được", en: "unknown")
  fileprivate static let undecided = Text(vi: "chưa rõ", en: "unknown")
  fileprivate static let noValue = Text(vi: "không có giá trị", en: "no value")

  fileprivate static func failed(_ error: EvaluationError) -> Text {
    guard case .emptyCell = error.kind else {
      return Text(vi: "lỗi: \(error.message.vi)", en: "error: \(error.message.en)")
    }
    return Text(vi: "trống", en: "empty")
  }
}
