import Assessment
import Foundation
import TestSupport
import Testing

@testable import Reports

/// A hundred thousand records.
@Suite("Large reports")
struct SizeTests {
  private static let count = 100_000

  private static func breaches(_ body: (Breach) throws -> Void) throws {
    for number in 0..<count {
      try body(
        Breach(
          dataset: "procedures", file: "2025-09/H26.01.csv", line: number + 2,
          key: "000.00.01-\(number)", unit: "H26.01", obligation: "nd63/entered", group: nil,
          period: "2025-09", due: "2025-09-10", done: "2025-09-12", waivers: []))
    }
  }

  @Test(arguments: ["xlsx", "breaches"]) func isWrittenSoon(_ format: String) throws {
    let start = ContinuousClock.now
    let bytes = try Written.bytes(
      format, Sample.one.assessment(), .vi, breaches: { try Self.breaches($0) })
    let time = ContinuousClock.now - start
    print("\(format): \(Self.count) records in \(time), \(bytes.count) bytes")
    #expect(bytes.count > 1 << 20)
    #if !DEBUG
      #expect(time < .seconds(4), "two seconds on a quiet machine")
    #endif
  }

  @Test("what does not fit on a sheet goes on the next") func continues() throws {
    guard let python = Python(with: ["openpyxl"]) else {
      print("SKIPPED: no Python with openpyxl (make oracle installs it)")
      return
    }
    let folder = try Tool.folder([
      "count.py": Data(
        """
        import sys, openpyxl
        book = openpyxl.load_workbook(sys.argv[1])
        print([(sheet.title, sheet.max_row) for sheet in book][1:5])
        """.utf8)
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.xlsx").path
    let content = ReportContent(Sample.many.assessment(), language: .en)
    try WorkbookReport(content, rowLimit: 150).write(to: path)
    let said = try python.run(folder.appending(path: "count.py"), [path])
    #expect(
      said
        == "[('Verdicts', 150), ('Verdicts (2)', 52), ('Breaches', 150), ('Breaches (2)', 150)]\n")
  }

  @Test("a comment and an upload say what they leave out") func limits() throws {
    let assessment = Sample.many.assessment()
    let text = MarkdownReport(assessment, .en, limit: 4_000).text
    #expect(text.count < 5_000 && text.contains("more rows that do not fit here"))
    let annotations = AssessmentAnnotations(assessment, language: .en, folder: "exports")
    let sarif = try annotations.sarif(limit: 100)
    #expect(sarif.contains("This file holds only the 100 most severe of 403 results"))
    #expect(!sarif.contains("\"level\" : \"note\""))
  }
}
