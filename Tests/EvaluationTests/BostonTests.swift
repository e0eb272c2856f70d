import Assessment
import Foundation
import TestSupport
import Testing

/// Real complaints, labelled by the city itself: an oracle that nobody here wrote.
@Suite("Boston's own labels")
struct BostonTests {
  private func run() throws -> Assessment? {
    guard let data = Places.data?.path,
      FileManager.default.fileExists(atPath: data + "/boston-311-2015")
    else {
      print("SKIPPED: no folder shared/data/boston-311-2015; set TUANTHU_DATA")
      return nil
    }
    let example = try ExampleRun(
      rules: ["examples/boston-311/rules"], exports: data + "/boston-311-2015", folder: "",
      period: "2015", asOf: "2016-01-12T23:59:59-05:00", snapshot: "2016-01-12T23:59:59-05:00")
    return try example.assessment()
  }

  @Test func everyClosedRecordGetsItsLabel() throws {
    guard let assessment = try run() else { return }
    let verdicts = assessment.verdicts.filter { $0.obligation == "boston-311/label-agreement" }
    let counts = verdicts.map(\.counts)
    #expect(counts.reduce(0) { $0 + $1.passed } == 26_611)
    #expect(counts.reduce(0) { $0 + $1.failed + $1.unknown } == 0)
    #expect(assessment.defects.first { $0.kind == "closed-before-opened" }?.count == 3)
    let empty = assessment.findings.filter { $0.kind == .unreadableFile }
    #expect(empty.map(\.file) == ["Parking Enforcement.csv"])
  }

  /// Of the closed records with a target, labelled or not: 19,609 + 7,002 labelled, 29 without a label.
  @Test func onTimeAndOverdue() throws {
    guard let assessment = try run() else { return }
    let verdicts = assessment.verdicts.filter { $0.obligation == "boston-311/closed-by-target" }
    let open = verdicts.flatMap(\.evidence.records).filter { $0.done == nil }.count
    let passed = verdicts.reduce(0) { $0 + $1.counts.passed }
    let failed = verdicts.reduce(0) { $0 + $1.counts.failed }
    #expect(passed + failed - open == 19_609 + 7_002 + 29)
    #expect(verdicts.allSatisfy { $0.outcome == .noTarget })
  }
}
