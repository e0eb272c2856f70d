import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// What is said about YAML with a mistake in it: `broken/*.yaml`, each with its `.golden`.
///
/// A new case needs no Swift: add the file, then run with `RECORD=1` and read what it says. A tree
/// is read as a mapping of an `id`, an expression `require`, a `list`, a `map`, a `flag`, a `number`
/// and a `share`.
@Suite("Broken YAML")
struct BrokenFileTests {
  @Test(arguments: YAMLFiles.names(in: "broken"))
  func saysWhatIsWrong(name: String) throws {
    let (root, found) = YAMLParser.parse(try YAMLFiles.source("broken/\(name)"))
    #expect((root == nil) == found.hasErrors)
    var diagnostics = found
    if let root { read(root, &diagnostics) }
    #expect(diagnostics.hasErrors)
    let both = Language.allCases.map { DiagnosticRenderer(language: $0).render(diagnostics) }
    Golden.expect(both.joined(separator: "\n=====\n\n"), matches: "broken/\(name).golden")
  }

  private func read(_ root: Node, _ diagnostics: inout [Diagnostic]) {
    let keys = ["id", "require", "list", "map", "flag", "number", "share"]
    let what = Text(vi: "tệp", en: "the file")
    guard let fields = Fields(root, keys: keys, of: what, &diagnostics) else { return }
    _ = fields.requiredString("id", &diagnostics)
    _ = fields.expression("require", &diagnostics)
    _ = fields.strings("list", &diagnostics)
    _ = fields.bool("flag", &diagnostics)
    _ = fields.int("number", &diagnostics)
    _ = fields.rational("share", &diagnostics)
  }

  @Test("deep nesting is refused before it costs anything", arguments: ["[", "{a: ", "- ", "? "])
  func deepNesting(opening: String) {
    let deep = String(repeating: opening, count: 100_000)
    let (root, diagnostics) = YAMLParser.parse(SourceText(path: "deep.yaml", text: deep))
    #expect(root == nil)
    #expect(diagnostics.map(\.code) == ["TT0107"])
  }

  @Test("aliases do not nest deeper than brackets may")
  func deepAliases() {
    let brackets = 60
    let lines = (1..<50).map { level in
      "a\(level): &a\(level) " + String(repeating: "[", count: brackets) + "*a\(level - 1)"
        + String(repeating: "]", count: brackets)
    }
    let text = "a0: &a0 x\n" + lines.joined(separator: "\n")
    #expect(
      YAMLParser.parse(SourceText(path: "deep.yaml", text: text)).diagnostics.map(\.code) == [
        "TT0107"
      ])
  }

  @Test(
    "quotation marks and comments that go together",
    arguments: [
      #"x == "it's" # được"#, #"x == 'a"b' # được"#, #"x == "a\"b" # được"#, "x > 1 # it's fine",
      "x > 1 &&\n  y > 1 # được",
    ])
  func notCut(expression: String) throws {
    let source = SourceText(path: "x.yaml", text: "require: \(expression)\n")
    let root = try #require(YAMLParser.parse(source).root)
    var diagnostics: [Diagnostic] = []
    let what = Text(verbatim: "x")
    let fields = try #require(Fields(root, keys: ["require"], of: what, &diagnostics))
    #expect(fields.expression("require", &diagnostics) != nil)
    #expect(diagnostics.isEmpty)
  }
}
