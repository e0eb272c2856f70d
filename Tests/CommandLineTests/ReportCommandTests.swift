import Foundation
import TestSupport
import Testing

/// `tuanthu report` gives what `check` gives.
@Suite("Report")
struct ReportCommandTests {
  @Test(arguments: ["html", "text", "github", "gitlab"])
  func rendersAStoredAssessmentAsTheRunDid(format: String) throws {
    let base = try Case(Places.root.appending(path: "Tests/CommandLineTests/cases/base.yaml"))
    let folder = try Tool.folder(base.files.mapValues { Data($0.utf8) })
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Tool.run(["check", "-o", "a.json", "-o", format + "=one"], in: folder)
    let result = try Tool.run(["report", "a.json", "-o", format + "=two"], in: folder)
    let reports = try ["one", "two"].map { try Data(contentsOf: folder.appending(path: $0)) }
    #expect(result.code == 0)
    #expect(reports[0] == reports[1])
    #expect(reports[0].count > 100)
  }
}
