import Foundation
import TestSupport
import Testing

@testable import Exports

/// Workbooks, which `NAME.rows` writes as text: a line for each row, cells
/// parted by ` | `. A cell is text, a number (`5`), a date's number (`d:45901.5`), a truth (`b:1`) or an
/// error (`e:#N/A`); text that looks like one of these stands behind `'`. A line that begins with `~`
/// is a hidden row; one that begins with `merge` names merged cells; `=== NAME` begins a sheet of several.
@Suite struct SheetTests {
  static let cases = GoldenExports("sheets")

  @Test func hasCases() { #expect(Self.cases.names.count >= 7) }

  @Test(arguments: cases.names)
  func isSaidAsTheGoldenSays(name: String) throws {
    try Self.cases.expect(name) { ending, data in
      ending == "rows" ? try Self.workbook(String(decoding: data, as: UTF8.self)) : nil
    }
  }

  private static func workbook(_ text: String) throws -> Data {
    if text.hasPrefix("=== ") { return try workbook(sheets: text) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let merged = lines.filter { $0.hasPrefix("merge ") }.map { $0.dropFirst(6) }
    let rows = lines.filter { !$0.hasPrefix("merge ") }.enumerated().map { row($1, $0 + 1) }
    let ranges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    let parts = try TestWorkbook.sheet(
      rows.joined(), after: merged.isEmpty ? "" : "<mergeCells>\(ranges)</mergeCells>")
    return Data(ZipBuilder().archive(parts))
  }

  private static func workbook(sheets text: String) throws -> Data {
    let sheets = text.split(separator: "=== ").map { sheet in
      let lines = sheet.split(separator: "\n", omittingEmptySubsequences: false)
      let rows = lines.dropFirst().enumerated().map { row($1, $0 + 1) }
      return (name: String(lines.first ?? ""), rows: rows.joined())
    }
    return Data(ZipBuilder().archive(try TestWorkbook.sheets(sheets)))
  }

  private static func row(_ line: Substring, _ number: Int) -> String {
    if line.isEmpty { return "" }
    let isHidden = line.hasPrefix("~")
    let cells = (isHidden ? line.dropFirst() : line).split(
      separator: " | ", omittingEmptySubsequences: false)
    let parts = cells.enumerated().map { cell($1, at: "\(letters[$0])\(number)") }
    let hidden = isHidden ? " hidden=\"1\"" : ""
    return "<row r=\"\(number)\"\(hidden)>\(parts.joined())</row>"
  }

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  private static func cell(_ text: Substring, at place: String) -> String {
    func cell(_ attributes: String, _ value: some StringProtocol) -> String {
      "<c r=\"\(place)\"\(attributes)><v>\(value)</v></c>"
    }
    if text.isEmpty { return "" }
    if text.hasPrefix("d:") { return cell(" s=\"1\"", text.dropFirst(2)) }
    if text.hasPrefix("b:") { return cell(" t=\"b\"", text.dropFirst(2)) }
    if text.hasPrefix("e:") { return cell(" t=\"e\"", text.dropFirst(2)) }
    if Double(text) != nil { return cell("", text) }
    return cell(" t=\"str\"", text.hasPrefix("'") ? text.dropFirst() : text)
  }
}
