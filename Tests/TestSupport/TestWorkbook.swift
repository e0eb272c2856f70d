import Foundation

/// Parts of workbooks for tests, and files that are there as long as a test needs them.
package enum TestWorkbook {
  /// A file inside a workbook.
  package typealias Part = (name: String, bytes: [UInt8])

  /// The parts of an XLSX workbook of one sheet, without that sheet: eight styles, of which number 1
  /// is a date, and three shared strings.
  package static func base() throws -> [Part] {
    try parts(in: Places.root.appending(path: "Tests/WorkbooksTests/workbooks/base"))
  }

  /// The parts that stand in `folder` as files.
  package static func parts(in folder: URL) throws -> [Part] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return try names.filter { $0.contains(".xml") || $0.hasSuffix(".rels") }
      .map { ($0, Array(try Data(contentsOf: folder.appending(path: $0)))) }
  }

  /// A workbook of one sheet with that XML between `<sheetData>` and its end.
  /// - Parameter after: what comes behind that.
  package static func sheet(_ rows: String, after: String = "") throws -> [Part] {
    let xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
      <sheetData>\(rows)</sheetData>\(after)</worksheet>
      """
    return try base() + [("xl/worksheets/sheet1.xml", Array(xml.utf8))]
  }

  /// Gives a file with these bytes to `body`, and removes it.
  package static func withFile<Result>(
    _ bytes: [UInt8], _ body: (String) throws -> Result
  ) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: "wb-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }
}
