import Foundation
import TestSupport
import Testing

@testable import Expressions

/// The conformance suite of the CEL specification. `conformance/passing.txt` lists what passes; a
/// case listed there that stops passing fails, and every other must be in `skip.txt` with a reason.
/// `RECORD=1` writes the list anew; `CONFORMANCE_FAILURES=path` writes down what does not pass.
@Suite struct ConformanceTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "conformance")

  @Test func casesThatPassedStillPass() throws {
    guard let suite = Places.conformance?.appending(path: "cel") else {
      return print("SKIPPED: the CEL conformance suite is not there")
    }
    let results = try ConformanceCase.all(in: suite).map { ($0, $0.suiteCase.run()) }
    let passing = results.filter { $0.1.passes }.map(\.0.id)
    print("CEL conformance: \(passing.count) of \(results.count) pass")
    try writeFailures(results)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let text = passing.joined(separator: "\n") + "\n"
      Golden.expect(text, matches: "conformance/passing.txt")
      return
    }
    let lost = try Set(lines("passing.txt")).subtracting(passing).sorted()
    #expect(lost == [], "cases that used to pass")
    let reasons = try lines("skip.txt").filter { !$0.hasPrefix("#") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    let silent = results.map(\.0.id).filter { id in
      !passing.contains(id) && !reasons.contains { id.hasPrefix($0) }
    }
    #expect(silent == [], "cases that neither pass nor have a reason in skip.txt")
  }

  private func lines(_ name: String) throws -> [String] {
    try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  private func writeFailures(_ results: [(ConformanceCase, SuiteCase.Result)]) throws {
    guard let path = ProcessInfo.processInfo.environment["CONFORMANCE_FAILURES"] else { return }
    let lines = results.filter { !$0.1.passes }.map { found, result in
      "\(found.id)\t\(found.suiteCase.expression)\t\(result.wanted)\t\(result.got)"
    }
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
  }
}
