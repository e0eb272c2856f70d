import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// Workbooks that break readers, with the cells that python-calamine reads from them.
/// `conformance/passing.txt` lists what reads the same; a file listed there that stops doing so fails,
/// and every other must be in `differs.txt` with the reason. `RECORD=1` writes the list anew.
@Suite struct ConformanceTests {
  @Test func filesThatReadTheSameStillDo() throws {
    guard let suite = Places.conformance?.appending(path: "xlsx") else {
      return print("SKIPPED: the XLSX conformance suite is not there")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: suite.path)
      .filter { $0.hasSuffix(".xlsx") }.map { String($0.dropLast(5)) }.sorted()
    let passing = try names.filter { try readsTheSame($0, in: suite) }
    print("XLSX conformance: \(passing.count) of \(names.count) pass")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let text = passing.joined(separator: "\n") + "\n"
      return Golden.expect(text, matches: "conformance/passing.txt")
    }
    #expect(try lines("passing.txt").filter { !passing.contains($0) } == [], "read the same before")
    let reasons = try lines("differs.txt").filter { !$0.hasPrefix("#") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(
      names.filter { !passing.contains($0) && !reasons.contains($0) } == [], "no reason given")
  }

  /// Where calamine gives an error the words may differ, but there must be one.
  private func readsTheSame(_ name: String, in suite: URL) throws -> Bool {
    let wanted = try json(Data(contentsOf: suite.appending(path: name + ".cells.json")))
    var text = ""
    do {
      try CellsDump.write(path: suite.appending(path: name + ".xlsx").path) { text += $0 }
    } catch {
      return wanted["error"] != nil
    }
    return try NSDictionary(dictionary: json(Data(text.utf8))).isEqual(to: wanted)
  }

  private func json(_ data: Data) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func lines(_ name: String) throws -> [String] {
    let file = Fixture.folder.appending(path: "conformance/\(name)")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
