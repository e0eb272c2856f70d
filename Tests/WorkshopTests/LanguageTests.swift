import Diagnostics
import Foundation
import Rulebook
import TestSupport
import Testing

@testable import Workshop

/// What the language of rules can say, and how it is judged: every folder of `language` holds rules and
/// the cases that say what they come to, worked out by hand.
///
/// A new folder needs no Swift. Its cases must try out every outcome and branch of its rules, and lint
/// must have nothing to say about them. The calendar is that of `rules`.
@Suite("What rules can say")
struct LanguageTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "language")

  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).sorted()
  }()

  @Test func hasFolders() { #expect(Self.names.count >= 10) }

  @Test(arguments: names) func comesOutAsWorkedOutByHand(name: String) throws {
    let root = Places.root.path
    let folders = [root + "/rules/calendar.yaml", Self.folder.appending(path: name).path]
    let (loaded, mistakes) = RulebookLoader.load(folders: folders, shownFrom: root)
    let renderer = DiagnosticRenderer(language: .en)
    #expect(mistakes.isEmpty, "\(renderer.render(mistakes))")
    let rulebook = try #require(loaded)
    let lint = renderer.render(Linter.findings(in: rulebook))
    #expect(lint.isEmpty, "\(lint)")
    let sources = RulebookLoader.caseFiles(folders: folders, shownFrom: root).0
    let (cases, found) = CaseLoader.load(sources, rulebook)
    #expect(found.isEmpty, "\(renderer.render(found))")
    let results = cases.rules.map(CaseResult.init)
    let report = TestReport(
      results, cases.indexes.map(IndexCaseResult.init),
      ObligationCoverage.all(rulebook, results), language: .en)
    let text = report.render(verbose: false, showsCoverage: true)
    #expect(report.failures == 0, "\(text)")
    #expect(report.isCovered, "\(text)")
    #expect(results.allSatisfy { $0.faults.isEmpty }, "\(text)")
  }
}
