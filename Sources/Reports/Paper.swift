import Diagnostics

/// Collects the lines of a text report and breaks long ones, counting cells as a terminal does.
struct Paper {
  /// The greatest width of a line, in cells.
  let width: Int
  private(set) var text = ""

  /// An empty paper.
  init(width: Int) { self.width = width }

  /// An empty line.
  mutating func skip() { text += "\n" }

  /// A heading, underlined.
  mutating func heading(_ words: String) {
    text +=
      "\n\(words)\n" + String(repeating: "─", count: min(width, DisplayWidth.of(words))) + "\n"
  }

  /// A line that must not be broken: what stands under it stands there for a reason.
  mutating func verbatim(_ words: String) { text += words + "\n" }

  /// A line with an indent; what does not fit goes on the next lines, indented by `hang` more.
  mutating func line(_ words: String, indent: Int = 0, hang: Int = 2) {
    text += String(repeating: " ", count: indent)
    var cells = indent
    var isFresh = true
    for word in words.split(separator: " ", omittingEmptySubsequences: false) {
      let wordCells = DisplayWidth.of(String(word))
      if !isFresh, cells + 1 + wordCells > width {
        text += "\n" + String(repeating: " ", count: indent + hang)
        cells = indent + hang
        isFresh = true
      }
      if !isFresh { text += " " }
      text += word
      cells += wordCells + (isFresh ? 0 : 1)
      isFresh = false
    }
    text += "\n"
  }

  /// A row of cells: the first takes the rest of the width, the others `cell` cells each, right-aligned.
  mutating func row(_ first: String, _ cells: [String], cell: Int) {
    let room = max(20, width - cells.count * (cell + 1))
    var lines = Paper(width: room)
    lines.line(first, hang: 2)
    let broken = lines.text.split(separator: "\n")
    for (index, part) in broken.enumerated() {
      let isLast = index == broken.count - 1
      let pad = String(repeating: " ", count: max(0, room - DisplayWidth.of(String(part))))
      text += isLast ? part + pad + cells.map { " " + Self.right($0, cell) }.joined() : String(part)
      text += "\n"
    }
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }
}
