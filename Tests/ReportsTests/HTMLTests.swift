import Foundation
import Testing

@testable import Reports

/// What is put into a page stays text.
@Suite("HTML")
struct HTMLTests {
  /// What comes in, and what stands in the page.
  static let texts = [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\"><img src=x>", "&quot;&gt;&lt;img src=x&gt;"),
    ("it's & co", "it&#39;s &amp; co"),
    ("]]>", "]]&gt;"),
    ("=cmd|' /C calc'!A0", "=cmd|&#39; /C calc&#39;!A0"),
    ("a\u{0}b\u{1B}c\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
    ("a\u{85}b", "a\u{FFFD}b"),
    ("a\u{202E}b\u{2066}c\u{200F}d\u{61C}", "a[U+202E]b[U+2066]c[U+200F]d[U+61C]"),
    ("line\n\ttab", "line\n\ttab"),
    ("Đúng hạn – “được” ©§", "Đúng hạn – “được” ©§"),
    ("👩‍👩‍👧 العربية", "👩‍👩‍👧 العربية"),
    ("", ""),
  ]

  @Test(arguments: texts) func textIsEscaped(text: String, wanted: String) {
    var page = HTML()
    page.element("p", text: text)
    #expect(String(decoding: page.bytes, as: UTF8.self) == "<p>\(wanted)</p>")
  }

  @Test(arguments: texts) func attributeIsEscaped(text: String, wanted: String) {
    var page = HTML()
    page.void("input", ["value": text, "hidden": nil])
    #expect(String(decoding: page.bytes, as: UTF8.self) == "<input value=\"\(wanted)\">")
  }

  @Test func longTextIsCutBetweenCharacters() {
    var page = HTML()
    page.text(String(repeating: "ạ", count: 1_000_000))
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text == String(repeating: "ạ", count: SafeText.limit / 3) + "…")
  }
}
