import Diagnostics
import Foundation
import Rulebook
import TestSupport
import Testing

/// What rule files without a mistake are understood as: `good/*.yaml`, each with its `.golden`.
@Suite("Good rule files")
struct GoodFileTests {
  @Test(arguments: RuleFiles.names(in: "good"))
  func areUnderstood(name: String) throws {
    let (rulebook, diagnostics) = RulebookLoader.load(try RuleFiles.sources("good/\(name)"))
    #expect(DiagnosticRenderer(language: .en).render(diagnostics) == "")
    let summary = rulebook.map { RulebookSummary($0).text } ?? "(no rulebook)"
    Golden.expect(summary, matches: "good/\(name).golden")
  }

  @Test("the rules and examples of this repository")
  func repository() {
    let rules = Places.root.appending(path: "rules").path
    let examples = ["hanoi/registry", "boston-311/rules"].map {
      Places.root.appending(path: "examples").appending(path: $0).path
    }
    for folders in [[rules], [rules, examples[0]], [examples[1]]] {
      guard folders.allSatisfy(FileManager.default.fileExists(atPath:)) else {
        print("skipped: \(folders) are not there")
        continue
      }
      let (_, diagnostics) = RulebookLoader.load(folders: folders, shownFrom: Places.root.path)
      #expect(DiagnosticRenderer(language: .vi).render(diagnostics) == "")
    }
  }
}
