/// A page as a golden file shows it: an element a line, without the style sheet and the script.
enum PageText {
  /// The text of a page.
  static func readable(_ page: String) -> String {
    page.replacing(#/(?s)<(style|script)>.*?<\/(style|script)>/#) { "<\($0.1)>…</\($0.1)>" }
      .replacing(#/sha256-[A-Za-z0-9+\/=]+/#, with: "sha256-…")
      .replacing("><", with: ">\n<") + "\n"
  }
}
