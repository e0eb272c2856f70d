import Diagnostics

/// Reads pages: `# TT0201`, then `## vi: title` and `## en: title` with their paragraphs, then fenced
/// blocks that are `bad` or `good`.
struct PageReader {
  private var pages: [Page] = []
  private var language = Language.vi
  private var example: Page.Example?

  /// The pages of a text, in its order.
  static func read(_ text: String) -> [Page] {
    var reader = PageReader()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# TT"), reader.example == nil {
        reader.pages.append(Page(code: String(line.dropFirst(2))))
      } else if let last = reader.pages.indices.last {
        reader.read(line, &reader.pages[last])
      }
    }
    return reader.pages
  }

  private mutating func read(_ line: Substring, _ page: inout Page) {
    if line.hasPrefix("```") {
      fence(line, &page)
    } else if example != nil {
      example?.text += line + "\n"
    } else if line.hasPrefix("## "),
      let language = Language(rawValue: String(line.dropFirst(3).prefix(2)))
    {
      self.language = language
      page.titles[language] = String(line.dropFirst(7))
    } else {
      page.bodies[language, default: ""] += line + "\n"
    }
  }

  private mutating func fence(_ line: Substring, _ page: inout Page) {
    if let example {
      page.examples.append(example)
      self.example = nil
    } else {
      let words = line.dropFirst(3).split(separator: " ").map(String.init)
      example = Page.Example(
        format: words.first ?? "", isGood: words.dropFirst().first == "good",
        path: words.dropFirst(2).first ?? "")
    }
  }
}
