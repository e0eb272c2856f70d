import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// Files made to take all memory or time.
@Suite struct LimitTests {
  private func code(_ parts: [TestWorkbook.Part], _ zip: ZipBuilder = ZipBuilder()) throws -> String
  {
    let told = try Fixture.told(zip.archive(parts))
    let line = told.split(separator: "\n").first { $0.hasPrefix("TT") }
    return line.map(String.init) ?? told
  }

  /// 70 MB of spaces in 70 kB.
  @Test func ratio() throws {
    let xml =
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + String(repeating: " ", count: 70 << 20)
    let zip = ZipBuilder(style: .deflated)
    try TestWorkbook.withFile(zip.archive(TestWorkbook.sheet(xml))) { path in
      let workbook = try Workbook.open(path: path)
      let error = #expect(throws: WorkbookError.self) {
        try workbook.forEachRow(of: workbook.sheets[0]) { _ in }
      }
      #expect(error?.reason == .limit(part: "xl/worksheets/sheet1.xml", .ratio))
      #expect(error?.lastRow == 1)
    }
  }

  @Test func entries() throws {
    let many = (0...WorkbookLimit.entries.most).map { ("p\($0)", [UInt8]()) }
    #expect(try code(many) == "TT0557")
    #expect(try code(many, ZipBuilder(hasDirectory: false)) == "TT0557")
  }

  @Test func depth() throws {
    let levels = WorkbookLimit.depth.most
    let open = String(repeating: "<x>", count: levels)
    let close = String(repeating: "</x>", count: levels)
    #expect(try code(TestWorkbook.sheet(open + close)) == "TT0557")
  }

  @Test func cellText() throws {
    let text = String(repeating: "x", count: WorkbookLimit.cellBytes.most + 1)
    let row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"
    #expect(try code(TestWorkbook.sheet(row)) == "TT0557")
  }

  /// A row longer than the scanner's buffer is read by expat, and the rows after it again scanned.
  @Test func longRowsAreWhole() throws {
    let cell = "<c t=\"inlineStr\"><is><t>\(String(repeating: "ă", count: 300))</t></is></c>"
    let long = "<row>\(String(repeating: cell, count: 1000))</row>"
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 20) + long
    let archive = ZipBuilder().archive(try TestWorkbook.sheet(rows + rows + rows))
    let told = try Fixture.told(archive)
    #expect(try told == Fixture.told(archive, prefersExpat: true))
    #expect(told.contains("  row 63\n"))
  }

  /// More text than is kept in memory.
  @Test func sharedStringsSpill() throws {
    var arena = StringArena()
    let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
    let count = StringArena.memoryBound / piece.count + 5
    for index in 0..<count {
      let isKept = arena.append(piece + Array("\(index)".utf8)) && arena.append([])
      #expect(isKept)
    }
    let finished = arena.finish()
    let strings = try #require(finished)
    for index in [0, 1, count / 2, count - 1] {
      var text: [UInt8] = []
      let isThere = strings.append(index * 2, to: &text)
      #expect(isThere)
      #expect(text.count == piece.count + "\(index)".utf8.count)
      #expect(text.suffix(2).elementsEqual((piece + Array("\(index)".utf8)).suffix(2)))
    }
    var text: [UInt8] = []
    let hasMore = strings.append(count * 2, to: &text)
    #expect(!hasMore)
  }
}
