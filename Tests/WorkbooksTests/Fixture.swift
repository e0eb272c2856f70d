import Foundation

@testable import Workbooks

/// Workbooks for tests: folders of parts, put into a ZIP file, opened and told as text.
enum Fixture {
  typealias Part = (name: String, bytes: [UInt8])

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The names of the folders in `workbooks`.
  static var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: workbooks.path)) ?? []
    return all.filter { !$0.contains(".") && $0 != "base" }.sorted()
  }

  private static var workbooks: URL { folder.appending(path: "workbooks") }

  /// The parts of a workbook; what an XLSX one leaves out comes from `workbooks/base`.
  static func parts(_ name: String) throws -> [Part] {
    let own = try files(in: workbooks.appending(path: name))
    let isOpen = own.contains { $0.name == "content.xml" }
    let taken = Set(own.map { $0.name.lowercased() })
    return own + (isOpen ? [] : try base().filter { !taken.contains($0.name.lowercased()) })
  }

  private static func base() throws -> [Part] { try files(in: workbooks.appending(path: "base")) }

  private static func files(in folder: URL) throws -> [Part] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.contains(".xml") || $0.hasSuffix(".rels") }
      .map { ($0, Array(try Data(contentsOf: folder.appending(path: $0)))) }
  }

  /// What reading a file with these bytes gives, as text.
  static func told(_ bytes: [UInt8], prefersExpat: Bool = false) throws -> String {
    try withFile(bytes) { WorkbookText.of(path: $0, prefersExpat: prefersExpat) }
  }

  /// Gives a file with these bytes to `body`, and removes it.
  static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result
  {
    let file = FileManager.default.temporaryDirectory.appending(path: "wb-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }

  /// A workbook of one sheet with that XML between `<sheetData>` and its end.
  static func sheet(_ rows: String) throws -> [Part] {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
      <sheetData>\(rows)</sheetData></worksheet>
      """
    return try base() + [("xl/worksheets/sheet1.xml", Array(xml.utf8))]
  }

  /// The lines of a table in `tables`, split at ` | `; `#` begins a remark.
  static func table(_ name: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: "tables/\(name)"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.components(separatedBy: " | ") }
  }
}
