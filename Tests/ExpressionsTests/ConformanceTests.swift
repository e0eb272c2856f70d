import Foundation
import TestSupport
import Testing

@testable import Expressions

/// The conformance suite of the CEL specification. `conformance/passing.txt` lists what passes; a
/// case listed there that stops passing fails. `RECORD=1` writes the list anew.
@Suite struct ConformanceTests {
  @Test func casesThatPassedStillPass() throws {
    guard let folder = Places.conformance?.appending(path: "cel") else {
      return print("SKIPPED: the CEL conformance suite is not there")
    }
    let results = try ConformanceCase.all(in: folder).map { ($0, $0.run()) }
    let passing = results.filter { $0.1.passes }.map(\.0.id)
    let summary = "CEL conformance: \(passing.count) of \(results.count) pass"
    print(summary)
    if let path = ProcessInfo.processInfo.environment["CONFORMANCE_FAILURES"] {
      let lines = results.filter { !$0.1.passes }
        .map {
          "\($0.0.id)\t\($0.0.expr)\t\($0.0.json["value"] ?? $0.0.json["eval_error"] ?? "")\t\($0.1.outcome)"
        }
      try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    let list = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "conformance/passing.txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try (passing.joined(separator: "\n") + "\n").write(
        to: list, atomically: true, encoding: .utf8)
      Issue.record("recorded passing.txt; run again without RECORD")
      return
    }
    let expected = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
    let lost = Set(expected.map(String.init)).subtracting(passing).sorted()
    #expect(lost == [], "cases that used to pass")
  }
}
