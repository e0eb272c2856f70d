import Diagnostics

/// Reads pages: `# TT0201`, then `## vi: title` and `## en: title` with their paragraphs, then fenced
/// blocks that are `bad` or `good`.
struct PageReader {
  private var pages: [Page] = []
  private var page: Page?
  private var language = Language.vi
  private var example: Page.Example?

  /// The pages of a text, in its order.
  static func read(_ text: String) -> [Page] {
    var reader = PageReader()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      reader.read(line)
    }
    reader.finishPage()
    return reader.pages
  }

  private mutating func read(_ line: Substring) {
    if line.hasPrefix("```") {
      fence(line)
    } else if example != nil {
      example?.text += line + "\n"
    } else if line.hasPrefix("# ") {
      finishPage()
      page = Page(code: String(line.dropFirst(2)))
    } else if line.hasPrefix("## ") {
      heading(line)
    } else {
      page?.bodies[language, default: ""] += line + "\n"
    }
  }

  /// `## vi: title`.
  private mutating func heading(_ line: Substring) {
    language = Language(rawValue: String(line.dropFirst(3).prefix(2))) ?? language
    page?.titles[language] = String(line.dropFirst(7))
  }

  private mutating func fence(_ line: Substring) {
    if let example {
      page?.examples.append(example)
      self.example = nil
    } else {
      let words = line.dropFirst(3).split(separator: " ").map(String.init)
      example = Page.Example(
        format: words.first ?? "", isGood: words.dropFirst().first == "good",
        path: words.dropFirst(2).first ?? "")
    }
  }

  private mutating func finishPage() {
    if let page { pages.append(page) }
    page = nil
  }
}
