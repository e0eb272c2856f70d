import TestSupport
import Testing

@testable import Diagnostics

/// How places are shown; `goldens/*.txt` are for the eye, the tests below them measure.
@Suite("Renderer")
struct RendererTests {
  /// A source and the word in it that is pointed at.
  static let cases: [(name: String, text: String, word: String)] = [
    ("nfc", "tên: đơn vị chủ quản sai", "sai"),
    ("nfd", "te\u{302}n: đo\u{31B}n vi\u{323} chu\u{309} qua\u{309}n sai", "sai"),
    ("under-nfd", "mã: qua\u{309}n ly\u{301} x", "qua\u{309}n"),
    ("wide", "名前: 都市 🇻🇳 ✅ 👩‍👩‍👧 sai x", "sai"),
    ("under-wide", "name: 都市 x", "都市"),
    ("tabs", "\ta:\t\tsai\tx", "sai"),
    ("control", "a\u{1B}[31m\u{9B}b: sai", "sai"),
    ("zero-width", "a\u{200B}\u{FEFF}b: sai", "sai"),
    (
      "long", String(repeating: "trước ", count: 40) + "sai" + String(repeating: " sau", count: 40),
      "sai"
    ),
    ("second-line", "một: 1\r\nhai: sai\r\nba: 3\r\n", "sai"),
    ("mark", "\u{FEFF}một: sai", "sai"),
  ]

  private func diagnostic(_ span: Span) -> Diagnostic {
    Diagnostic(
      "TT0000", Text(vi: "sai\u{1B} ở\nđây", en: "wrong\u{1B} here"),
      at: Label(span, Text(vi: "đây", en: "here")), hint: Text(vi: "sửa", en: "mend it"))
  }

  private func span(of word: String, in text: String) throws -> Span {
    let scalars = Array(text.utf8)
    let wanted = Array(word.utf8)
    let start = try #require(
      scalars.indices.first { scalars[$0...].starts(with: wanted) })
    return Span(SourceText(path: "tệp.yaml", text: text), start..<start + wanted.count)
  }

  @Test("the caret stands under the word", arguments: cases)
  func caret(name: String, text: String, word: String) throws {
    let shown = DiagnosticRenderer(language: .en).render(diagnostic(try span(of: word, in: text)))
    let lines = shown.split(separator: "\n").map(String.init)
    let before = try #require(lines[3].firstRange(of: word)?.lowerBound)
    let carets = try #require(lines[4].firstIndex(of: "^"))
    let gap = DisplayWidth.of(String(lines[3][..<before]))
    #expect(gap == DisplayWidth.of(String(lines[4][..<carets])))
    #expect(lines[4].count { $0 == "^" } == DisplayWidth.of(word))
    #expect(!shown.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    Golden.expect(shown, matches: "goldens/\(name).txt")
  }

  @Test(
    "empty spans and the end of the file have one caret",
    arguments: [
      ("một: 1", 0, 1, 1), ("một: 1", 8, 1, 7), ("a: 1\n", 5, 2, 1), ("", 0, 1, 1),
      ("a\r\nb", 1, 1, 2), ("a\r\nb", 2, 1, 2), ("a\r\nb", 3, 2, 1), ("a", 99, 1, 2),
    ])
  func empty(text: String, offset: Int, line: Int, column: Int) {
    let place = Span(SourceText(path: "x", text: text), offset..<offset)
    #expect(place.line == line)
    #expect(place.column == column)
    let shown = DiagnosticRenderer(language: .vi).render(diagnostic(place))
    #expect(shown.count { $0 == "^" } == 1)
    let caret = String(repeating: " ", count: column - 1) + "^ đây"
    #expect(shown.contains("| \(caret)\n"))
  }

  @Test("all are shown in order of place")
  func order() {
    let source = SourceText(path: "x", text: "a\nb\n")
    let later = Diagnostic("TT0001", Text(verbatim: "two"), at: Label(Span(source, 2..<3)))
    let first = Diagnostic("TT0002", Text(verbatim: "one"), at: Label(Span(source, 0..<1)))
    let nowhere = Diagnostic("TT0003", .warning, Text(verbatim: "zero"))
    let shown = DiagnosticRenderer(language: .en, colour: false).render([later, first, nowhere])
    #expect(
      shown.matches(of: /TT000\d/).map { String($0.output) } == ["TT0003", "TT0002", "TT0001"])
  }
}
