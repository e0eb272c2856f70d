/// Markdown as GitHub and GitLab read it; every text is escaped.
///
/// Source: GitHub Flavored Markdown Spec, sections 2.4 (backslash escapes), 4.10 (tables).
struct MarkdownText {
  /// What has been written.
  private(set) var text = ""

  /// A heading of a level, 1 to 6.
  mutating func heading(_ level: Int, _ words: String) {
    text += "\(String(repeating: "#", count: level)) \(Self.escaped(words))\n\n"
  }

  /// A paragraph.
  mutating func paragraph(_ words: String) { text += Self.escaped(words) + "\n\n" }

  /// Adds what is Markdown already.
  mutating func add(_ markdown: String) { text += markdown }

  /// A table with a head, and the empty line after it.
  static func table(_ head: [String], _ rows: [[String]]) -> String {
    row(head) + "|" + String(repeating: " --- |", count: head.count) + "\n"
      + rows.map(row).joined() + "\n"
  }

  /// A row of a table, with the end of its line.
  static func row(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
  }

  /// A text on one line that is shown as it is: no markup, no link, and nobody is mentioned.
  static func escaped(_ text: String) -> String {
    let scalars = Array(ShownText.safe(text).unicodeScalars)
    return scalars.indices.map { index in
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      return escape(scalars[index], before: next)
    }.joined()
  }

  /// Entities are read before links and mentions are looked for, so an empty comment parts what would make one:
  /// `@name`, `#12`, `://`, `www.`.
  private static func escape(_ scalar: Unicode.Scalar, before next: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{85}", "\u{B}", "\u{C}": " "
    case "@", "%": isReference(next) ? "\(scalar)<!-- -->" : String(scalar)
    case "#", "!", "$", "~": isReference(next) ? "\(scalar)<!-- -->" : "\\\(scalar)"
    case ":" where next == "/": ":<!-- -->"
    case "w" where next == ".": "w<!-- -->"
    case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "^": "\\\(scalar)"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: "\u{FFFD}"
    default: String(scalar)
    }
  }

  private static func isReference(_ next: Unicode.Scalar) -> Bool {
    next.properties.isAlphabetic || next.properties.numericType != nil || next == "\""
  }
}
