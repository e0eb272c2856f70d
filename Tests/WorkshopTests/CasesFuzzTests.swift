import Diagnostics
import Foundation
import Rulebook
import TestSupport
import Testing

@testable import Workshop

/// Mutations of the cases of the rules: either something is said about them, or they run.
@Suite("Mutated files of cases")
struct CasesFuzzTests {
  @Test(arguments: 0..<4)
  func loadsAndRuns(seed: UInt64) throws {
    let root = Places.root.path
    let folders = [root + "/rules"]
    let loaded = RulebookLoader.load(folders: folders, shownFrom: root).0
    let rulebook = try #require(loaded)
    let files = RulebookLoader.caseFiles(folders: folders, shownFrom: root).0
    try #require(!files.isEmpty)
    var random = SeededRandom(seed: seed)
    let signs = Array("[]{}:,'\"#&*!|>%@-?0 9a.~\t\n\r".utf8)
    for _ in 0..<Effort.rounds(5) {
      let file = files[random.next(files.count)]
      var bytes = file.bytes
      for _ in 0...random.next(4) {
        bytes[random.next(bytes.count)] = signs[random.next(signs.count)]
      }
      let (cases, diagnostics) = CaseLoader.load(
        [SourceText(path: file.path, bytes: bytes)], rulebook)
      #expect(!cases.rules.isEmpty || !cases.indexes.isEmpty || diagnostics.hasErrors)
      let results = cases.rules.map(CaseResult.init)
      let report = TestReport(
        results, cases.indexes.map(IndexCaseResult.init), ObligationCoverage.all(rulebook, results),
        language: .vi)
      #expect(!report.render(verbose: true, showsCoverage: true).isEmpty)
    }
  }
}
