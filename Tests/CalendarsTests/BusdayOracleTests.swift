import Calendars
import Foundation
import TestSupport
import Testing

/// NumPy's answers (written by `oracle/busday.py`) against ours.
@Suite("NumPy business days")
struct BusdayOracleTests {
  @Test func agreesWithTheSample() throws {
    try check(lines(of: "oracle/busday-sample.csv"), atLeast: 1000)
  }

  @Test func agreesWithAHundredThousand() throws {
    let given = ProcessInfo.processInfo.environment["TUANTHU_BUSDAY"]
    let path = given ?? Places.root.appending(path: ".build/oracle/busday.csv").path
    guard FileManager.default.fileExists(atPath: path) else {
      if given != nil { Issue.record("TUANTHU_BUSDAY names \(path), which is not there") }
      print(
        "SKIPPED: no NumPy answers at \(path); write them with Tests/CalendarsTests/oracle/busday.py"
      )
      return
    }
    try check(lines(of: path, beside: "/"), atLeast: 100_000)
  }

  private func check(_ cases: [CaseLine], atLeast count: Int) throws {
    #expect(cases.count >= count)
    var wrong: [String] = []
    for line in cases {
      let parts = line.text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let answer = try answer(parts[0], try #require(Day(iso: parts[1])), parts[2])
      if answer != parts[3] { wrong.append("\(line.place): \(line.text), we say \(answer)") }
    }
    // One issue for all, since each one is slow to report.
    #expect(wrong.isEmpty, "\(wrong.count) differ: \(wrong.prefix(5))")
  }

  private func answer(_ operation: String, _ day: Day, _ argument: String) throws -> String {
    let calendar = CalendarFile.vietnam
    switch operation {
    case "add":
      return try calendar.adding(workingDays: try #require(Int(argument)), to: day).iso
    case "count":
      let end = try #require(Day(iso: argument))
      return try String(calendar.workingDays(after: day, through: end))
    case "next": return try calendar.nextWorkingDay(onOrAfter: day).iso
    case "previous": return try calendar.previousWorkingDay(onOrBefore: day).iso
    default: return "unknown operation"
    }
  }
}
