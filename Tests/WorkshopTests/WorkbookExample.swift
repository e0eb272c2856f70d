import Foundation
import TestSupport
import Testing
import Workbooks

@testable import Workshop

/// An example of a page that is a workbook: made into a file and read.
struct WorkbookExample {
  static let formats = ["sheet", "workbook", "bytes", "file"]

  let example: Page.Example

  /// The codes that reading it gives; a repaired one must hold something to read.
  func codes() throws -> Set<String> {
    try TestWorkbook.withFile(bytes()) { path in
      do {
        let (codes, rowCount) = try Self.read(path)
        try #require(!example.isGood || rowCount > 0)
        return codes
      } catch let error as WorkbookError {
        return [error.diagnostic.code]
      }
    }
  }

  private static func read(_ path: String) throws -> (codes: Set<String>, rowCount: Int) {
    let workbook = try Workbook.open(path: path)
    var codes = Set([workbook.repairDiagnostic(shownAs: path)].compactMap { $0?.code })
    var rowCount = 0
    for sheet in workbook.sheets {
      let summary = try workbook.forEachRow(of: sheet) { row in
        codes.formUnion(row.defects.map { $0.diagnostic(path: path, sheet: sheet.name).code })
      }
      rowCount += summary.rowCount
    }
    return (codes, rowCount)
  }

  /// The file.
  func bytes() throws -> [UInt8] {
    switch example.format {
    case "sheet": try ZipBuilder().archive(TestWorkbook.sheet(example.text))
    case "workbook": ZipBuilder().archive(parts)
    case "bytes": try hexadecimal()
    default: Array(example.text.utf8)
    }
  }

  /// The parts, each under a line with its name.
  private var parts: [TestWorkbook.Part] {
    var parts: [TestWorkbook.Part] = []
    for line in example.text.split(separator: "\n") {
      if line.hasPrefix("--- ") {
        parts.append((String(line.dropFirst(4)), []))
      } else if let last = parts.indices.last {
        parts[last].bytes += Array((line + "\n").utf8)
      }
    }
    return parts
  }

  /// The bytes of lines such as `50 4B # remark`.
  private func hexadecimal() throws -> [UInt8] {
    try example.text.split(separator: "\n").flatMap { line in
      try line.prefix { $0 != "#" }.split(separator: " ").map {
        try #require(UInt8($0, radix: 16))
      }
    }
  }
}
