import Diagnostics

/// Renders pages as plain text for a terminal.
package struct PageRenderer: Sendable {
  /// How many cells the paragraphs take at most.
  static let width = 80

  private let language: Language

  /// A renderer in `language`.
  package init(language: Language) { self.language = language }

  /// A page, ending with a line break.
  package func render(_ page: Page) -> String {
    let body = page.bodies[language] ?? ""
    let paragraphs = body.split(separator: "\n\n").map { wrapped($0) }.filter { !$0.isEmpty }
    let parts = [heading(page)] + paragraphs + [false, true].map { examples(page, areGood: $0) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// A line for each page, each ending with a line break.
  package func list(_ pages: [Page]) -> String {
    pages.map { heading($0) + "\n" }.joined()
  }

  private func heading(_ page: Page) -> String { "\(page.code)  \(page.titles[language] ?? "")" }

  private func examples(_ page: Page, areGood: Bool) -> String {
    let word = areGood ? Text.repaired : Text.example
    let examples = page.examples.filter { $0.isGood == areGood }
    return word.in(language) + "\n\n" + examples.map(shown).joined(separator: "\n\n")
  }

  private func shown(_ example: Page.Example) -> String {
    let lines = example.text.split(separator: "\n").map { "    \($0)" }
    return (caption(example) + lines).joined(separator: "\n")
  }

  /// What shows not what a person sees in the file but what it holds.
  private static let inside = ["sheet", "workbook", "bytes"]

  /// The name of the file, where it is not one of rules.
  private func caption(_ example: Page.Example) -> [String] {
    guard example.path.contains("."), !example.path.hasPrefix("rules/") else { return [] }
    let isInside = Self.inside.contains(example.format)
    return ["  " + (isInside ? Text.inside(example.path).in(language) : example.path)]
  }

  private func wrapped(_ paragraph: Substring) -> String {
    var lines: [String] = []
    for word in paragraph.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last,
        DisplayWidth.of(last) + 1 + DisplayWidth.of(String(word)) <= Self.width
      {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
