import Assessment
import Diagnostics
import Foundation
import Numbers
import TestSupport
import Testing

@testable import Reports

/// What other programs read in reports.
@Suite("Readers of reports")
struct ReaderTests {
  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  @Test(
    "JSON is valid by its schema, SARIF by that of OASIS, JUnit by the common one",
    arguments: Sample.allCases)
  func schemas(_ sample: Sample) throws {
    guard let python = Python(with: ["lxml", "jsonschema"]) else {
      print("SKIPPED: no Python with lxml and jsonschema (make oracle installs them)")
      return
    }
    let folder = try Tool.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    for format in ["json", "junit", "sarif"] {
      try Written.write(
        format, sample.assessment(), .vi, to: folder.appending(path: format).path)
    }
    let script = Self.here.appending(path: "readers/schemas.py")
    let own = folder.appending(path: AssessmentSchema.name)
    try Data(AssessmentSchema.text.utf8).write(to: own)
    let json = folder.appending(path: "json").path
    #expect(try python.run(script, ["json", json, own.path]) == "valid\n")
    let junit = try python.run(
      script,
      [
        "junit", folder.appending(path: "junit").path,
        Self.here.appending(path: "readers/junit.xsd").path,
      ])
    #expect(junit == "valid\n")
    guard let schemas = Places.conformance?.appending(path: "schemas/sarif-schema-2.1.0.json")
    else {
      print("SKIPPED: no schema of SARIF")
      return
    }
    let sarif = try python.run(
      script, ["json", folder.appending(path: "sarif").path, schemas.path])
    #expect(sarif == "valid\n")
  }

  @Test("openpyxl and LibreOffice read the cells that were written", arguments: Sample.allCases)
  func workbook(_ sample: Sample) throws {
    guard let python = Python(with: ["openpyxl"]) else {
      print("SKIPPED: no Python with openpyxl (make oracle installs it)")
      return
    }
    let said = try written("xlsx", sample.assessment()) { path, assessment in
      let expected = path.path + ".json"
      try Self.cells(assessment).write(to: URL(fileURLWithPath: expected))
      return try python.run(
        Self.here.appending(path: "readers/workbook.py"), [path.path, expected])
    }
    if said.contains("SKIPPED") { print(said) }
    #expect(said.hasSuffix("ok\n"), "\(said)")
  }

  @Test("a workbook of hostile values is read as it was written")
  func hostileWorkbook() throws {
    guard let python = Python(with: ["openpyxl"]) else { return }
    let value = HostileTests.values.joined(separator: " ")
    let said = try written("xlsx", Sample.outcomes.assessment(value: value)) { path, assessment in
      let expected = path.path + ".json"
      try Self.cells(assessment).write(to: URL(fileURLWithPath: expected))
      return try python.run(
        Self.here.appending(path: "readers/workbook.py"), [path.path, expected])
    }
    #expect(said.hasSuffix("ok\n"), "\(said)")
  }

  @Test("LibreOffice opens documents") func documents() throws {
    let folder = try Tool.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    let kinds = ["docx", "letter", "sheets"].flatMap { format in
      Sample.allCases.flatMap { sample in
        Language.allCases.map {
          (format, sample, $0, "\(sample.rawValue).\($0.rawValue).\(format)")
        }
      }
    }
    for (format, sample, language, name) in kinds {
      let path = folder.appending(path: name + ".docx").path
      try Written.write(format, sample.assessment(), language, to: path)
    }
    let said = try Tool.shell(
      """
      command -v soffice && soffice -env:UserInstallation=file://$PWD/profile --headless \
        --convert-to txt:Text --outdir out *.docx
      """, in: folder)
    for (_, sample, _, name) in kinds {
      let out = folder.appending(path: "out/\(name).txt")
      guard let text = try? String(contentsOf: out, encoding: .utf8) else {
        return print("SKIPPED: no LibreOffice Writer (libreoffice-writer-nogui): \(said)")
      }
      Golden.expect(
        sample == .many ? Written.cut(text) : text, matches: "goldens/\(name).txt")
    }
  }

  private func written(
    _ format: String, _ assessment: Assessment, _ language: Language = .vi,
    _ read: (URL, Assessment) throws -> String
  ) throws -> String {
    let folder = try Tool.folder([:])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "report." + (format == "xlsx" ? "xlsx" : "docx"))
    try Written.write(format, assessment, language, to: path.path)
    return try read(path, assessment)
  }

  /// The cells of the sheets that are tables, by the names of sheets.
  private static func cells(_ assessment: Assessment) throws -> Data {
    let content = ReportContent(assessment, language: .vi)
    let tables: [(Text, any ReportTable)] = [
      (TableWords.verdicts, VerdictTable(assessment, .vi)),
      (TableWords.breaches, BreachSheet(content)), (TableWords.heads, HeadTable(assessment, .vi)),
      (TableWords.findings, FindingTable(assessment: assessment, language: .vi)),
      (TableWords.defects, DefectTable(assessment: assessment, language: .vi)),
      (TableWords.directives, DirectiveTable(assessment: assessment, language: .vi)),
      (TableWords.inputs, InputTable(assessment: assessment)),
    ]
    var sheets: [String: [[Any]]] = [:]
    for (name, table) in tables {
      var rows: [[Any]] = [table.columns.map(\.title.vi)]
      try table.forEachRow { row in rows.append(row.map(shown)) }
      sheets[name.vi] = rows
    }
    return try JSONSerialization.data(withJSONObject: sheets)
  }

  private static func shown(_ cell: TableCell) -> Any {
    switch cell {
    case .empty: NSNull()
    case .text(let text): CellText.safe(text)
    case .word(_, let text): text.vi
    case .count(let count): count
    case .number(let value), .share(let value):
      Double(value.numerator) / Double(value.denominator)
    case .time(let iso): ["time": iso]
    }
  }
}
