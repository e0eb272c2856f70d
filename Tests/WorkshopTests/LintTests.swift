import Diagnostics
import Foundation
import Rulebook
import TestSupport
import Testing
import Workshop

/// What lint says: `lint/broken/*.yaml`, each with its `.golden`; the file of the same name in
/// `lint/repaired` is the same rule put right, of which nothing may be said.
///
/// A new case needs no Swift: add both files, then run with `RECORD=1` and read what it says.
@Suite("Lint")
struct LintTests {
  static let broken = LintFiles.names(in: "broken")

  @Test(arguments: broken)
  func saysWhatIsWrong(name: String) throws {
    let findings = try LintFiles.findings("broken/\(name)")
    #expect(!findings.isEmpty && !findings.hasErrors)
    let both = Language.allCases.map { DiagnosticRenderer(language: $0).render(findings) }
    Golden.expect(both.joined(separator: "\n=====\n\n"), matches: "lint/broken/\(name).golden")
  }

  @Test(arguments: broken)
  func isSilentOnceRepaired(name: String) throws {
    let findings = try LintFiles.findings("repaired/\(name)")
    #expect(DiagnosticRenderer(language: .en).render(findings) == "")
  }

  @Test("every code has a case")
  func codes() throws {
    let found = try Set(Self.broken.flatMap { try LintFiles.findings("broken/\($0)").map(\.code) })
    #expect(found.sorted() == (1...23).map { "TT\(1000 + $0)" })
  }

  @Test("the rules and examples of this repository")
  func repository() {
    for folders in [
      ["rules"], ["rules", "examples/hanoi/registry"], ["examples/boston-311/rules"],
    ] {
      let paths = folders.map { Places.root.appending(path: $0).path }
      let (rulebook, loading) = RulebookLoader.load(folders: paths, shownFrom: Places.root.path)
      let findings = rulebook.map { Linter.findings(in: $0, besides: loading) } ?? loading
      #expect(DiagnosticRenderer(language: .vi).render(findings) == "")
    }
  }

  @Test("conditions nested a hundred deep, and values that double thirty times, take no time")
  func hugeConditions() throws {
    let deep =
      "(".repeated(80) + "dossier.urgent" + " ? has(dossier.note) : dossier.urgent)".repeated(80)
    let doubling = (1...30).map { "      b\($0): b\($0 - 1) && (b\($0 - 1) || b\($0 - 1))" }
    let lets = (["      b0: dossier.urgent"] + doubling).joined(separator: "\n")
    let base = try LintFiles.source("repaired/said-twice")
    let text = String(decoding: base.bytes, as: UTF8.self)
      .replacing("    when:", with: "    let:\n\(lets)\n    pending: 'b30 && \(deep)'\n    when:")
    let findings = try LintFiles.findings([SourceText(path: "huge.yaml", text: text)])
    #expect(!findings.hasErrors)
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
