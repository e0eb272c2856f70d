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

  /// A workbook of several sheets, each with a name and what stands in its `sheetData`.
  package static func sheets(_ sheets: [(name: String, rows: String)]) throws -> [Part] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let numbered = sheets.enumerated().map { (number: $0 + 1, sheet: $1) }
    let tabs = numbered.map {
      "<sheet name=\"\($0.sheet.name)\" sheetId=\"\($0.number)\" r:id=\"s\($0.number)\"/>"
    }
    let targets = numbered.map {
      "<Relationship Id=\"s\($0.number)\" Type=\"\(office)/worksheet\" Target=\"worksheets/s\($0.number).xml\"/>"
    }
    let styles = "<Relationship Id=\"styles\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
    let own = [
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(tabs.joined())</sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(package)\">\(styles)\(targets.joined())</Relationships>"
      ),
    ]
    let data = numbered.map {
      (
        "xl/worksheets/s\($0.number).xml",
        "<worksheet xmlns=\"\(main)\"><sheetData>\($0.sheet.rows)</sheetData></worksheet>"
      )
    }
    let names = Set(own.map(\.0))
    return try base().filter { !names.contains($0.name) }
      + (own + data).map { ($0, Array($1.utf8)) }
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
