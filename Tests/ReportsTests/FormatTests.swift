import Assessment
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reports

/// What every format makes of assessments without a violation, with one, with many and with each verdict.
@Suite("Formats of reports")
struct FormatTests {
  /// Those that are texts; archives are compared by what other programs read in them.
  static let texts: [(name: String, ending: String)] = [
    ("json", "json"), ("markdown", "md"), ("csv", "csv"), ("breaches", "breaches.csv"),
    ("heads", "heads.csv"), ("junit", "junit.xml"), ("sarif", "sarif"), ("github", "github"),
    ("gitlab", "gitlab.json"),
  ]

  @Test(arguments: texts, Sample.allCases)
  func writes(_ format: (name: String, ending: String), _ sample: Sample) throws {
    for language in Language.allCases {
      let text = try Written.text(format.name, sample.assessment(), language)
      #expect(text.utf8.count < 1 << 20)
      let shown = sample == .many ? Written.cut(text) : text
      Golden.expect(
        shown, matches: "goldens/\(sample.rawValue).\(language.rawValue).\(format.ending)")
    }
  }

  /// A PDF has the moment in it at which the browser printed it.
  @Test(
    "the same assessment gives the same bytes",
    arguments: ReportFormat.all.map(\.name).filter { $0 != "pdf" })
  func isRepeatable(_ format: String) throws {
    let assessment = Sample.outcomes.assessment()
    let first = try Written.bytes(format, assessment, .vi)
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try first == Written.bytes(format, assessment, .vi))
  }
}

/// What formats write.
enum Written {
  static func bytes(
    _ format: String, _ assessment: Assessment, _ language: Language,
    breaches: ReportContent.Breaches? = nil
  ) throws -> Data {
    let folder = try Tool.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "report").path
    try write(format, assessment, language, to: path, breaches: breaches)
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  static func write(
    _ format: String, _ assessment: Assessment, _ language: Language, to path: String,
    breaches: ReportContent.Breaches? = nil
  ) throws {
    let content = ReportContent(
      assessment, language: language, folder: "exports", breaches: breaches)
    let file = try ReportFile(path: path)
    try #require(ReportFormat(named: format)).write(content, file)
    try file.close()
  }

  static func text(
    _ format: String, _ assessment: Assessment, _ language: Language
  ) throws -> String {
    String(decoding: try bytes(format, assessment, language), as: UTF8.self)
  }

  /// The first and the last lines of a long text, and how long it is.
  static func cut(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 40 else { return text }
    return lines.prefix(20).joined(separator: "\n")
      + "\n[… of \(lines.count) lines, \(text.utf8.count) bytes]\n"
      + lines.suffix(12).joined(separator: "\n")
  }
}
