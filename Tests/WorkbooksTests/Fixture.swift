import Foundation
import TestSupport

/// Workbooks for tests: folders of parts, put into a ZIP file, opened and told as text.
enum Fixture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The names of the folders in `workbooks`.
  static var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: workbooks.path)) ?? []
    return all.filter { !$0.contains(".") && $0 != "base" }.sorted()
  }

  private static var workbooks: URL { folder.appending(path: "workbooks") }

  /// The parts of a workbook; what an XLSX one leaves out comes from `workbooks/base`.
  static func parts(_ name: String) throws -> [TestWorkbook.Part] {
    let own = try TestWorkbook.parts(in: workbooks.appending(path: name))
    let isOpen = own.contains { $0.name == "content.xml" }
    let taken = Set(own.map { $0.name.lowercased() })
    let base = isOpen ? [] : try TestWorkbook.base()
    return own + base.filter { !taken.contains($0.name.lowercased()) }
  }

  /// What reading a file with these bytes gives, as text.
  static func told(_ bytes: [UInt8], prefersExpat: Bool = false) throws -> String {
    try TestWorkbook.withFile(bytes) { WorkbookText.of(path: $0, prefersExpat: prefersExpat) }
  }

  /// The lines of a table in `tables`, split at ` | `; `#` begins a remark.
  static func table(_ name: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: "tables/\(name)"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.components(separatedBy: " | ") }
  }
}
