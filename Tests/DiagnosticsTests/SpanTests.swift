import Diagnostics
import Testing

/// Lines and columns, as a reader counts them.
@Suite("Span")
struct SpanTests {
  @Test(arguments: [
    ("a\nb", 2, 2, 1), ("a\r\nbc", 4, 2, 2), ("\r\n\r\nx", 4, 3, 1), ("đơn vị", 6, 1, 5),
    ("e\u{302}\u{301}x", 5, 1, 2), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}a\r\nb", 6, 2, 1),
  ])
  func places(text: String, offset: Int, line: Int, column: Int) {
    let span = Span(SourceText(path: "x", text: text), offset..<offset + 1)
    #expect(span.place == "x:\(line):\(column)")
    #expect(!span.lineText.contains { $0.isNewline })
  }

  @Test("an excerpt counts from its first line; offsets outside are pulled in")
  func excerpt() {
    let source = SourceText(path: "x", bytes: Array("a\nb".utf8), firstLine: 41)
    #expect(Span(source, 2..<99).place == "x:42:1")
    #expect(Span(source, 2..<99).text == "b")
    #expect(Span(source, 50..<99).text == "")
    #expect(Span(source, 0..<1).through(Span(source, 2..<3)).text == "a\nb")
  }

  @Test("ranges of an expression beyond its end")
  func mapped() {
    #expect(MappedText("").span(0..<1).bytes == 0..<0)
    #expect(MappedText("ab").span(1..<9).text == "b")
    #expect(MappedText("ab").span(2..<3).bytes == 2..<2)
  }
}
