import Diagnostics
import Rulebook
import TestSupport
import Testing

/// What is said about rule files with a mistake in them: `broken/*.yaml`, each with its `.golden`.
///
/// A new case needs no Swift: add the file, then run with `RECORD=1` and read what it says.
@Suite("Broken rule files")
struct BrokenFileTests {
  @Test(arguments: RuleFiles.names(in: "broken"))
  func saysWhatIsWrong(name: String) throws {
    let (rulebook, diagnostics) = RulebookLoader.load(try RuleFiles.sources("broken/\(name)"))
    #expect(!diagnostics.isEmpty)
    #expect((rulebook == nil) == diagnostics.hasErrors)
    let both = Language.allCases.map { DiagnosticRenderer(language: $0).render(diagnostics) }
    Golden.expect(both.joined(separator: "\n=====\n\n"), matches: "broken/\(name).golden")
  }

  @Test("100,000 nested brackets are refused before they cost anything")
  func deepNesting() throws {
    let deep = "calendar: " + String(repeating: "[", count: 100_000)
    let (rulebook, diagnostics) = RulebookLoader.load([SourceText(path: "deep.yaml", text: deep)])
    #expect(rulebook == nil)
    #expect(diagnostics.map(\.code) == ["TT0107"])
  }
}
