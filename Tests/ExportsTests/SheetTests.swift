import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Exports

/// Every folder in `cases/sheets` is an exports folder, whose workbooks are written as text: a line for each row, cells
/// parted by ` | `. A cell is text, a number (`5`), a date's number (`d:45901.5`), a truth (`b:1`) or an
/// error (`e:#N/A`); text that looks like one of these stands behind `'`. A line that begins with `~`
/// is a hidden row; one that begins with `merge` names merged cells; `=== NAME` begins a sheet of several. Beside the folder stands what is said
/// about it, in both languages, with the cells that were read.
@Suite struct SheetTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "cases/sheets")

  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasSuffix(".txt") }.sorted()
  }()

  @Test func hasCases() { #expect(Self.names.count >= 7) }

  @Test(arguments: names)
  func isSaidAsTheGoldenSays(name: String) throws {
    let folder = try Self.exports(Self.folder.appending(path: name))
    defer { try? FileManager.default.removeItem(at: folder) }
    var request = Fixture.request(folder)
    request.defectLimit = 10
    let exports = ExportReader.read(request)
    for language in Language.allCases {
      let text = DefectTests.shown(exports, language)
      Golden.expect(text, matches: "cases/sheets/\(name).\(language.rawValue).txt")
    }
  }

  /// The folder with workbooks in place of their texts.
  private static func exports(_ source: URL) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      let data = try Data(contentsOf: source.appending(path: name))
      let isRows = name.hasSuffix(".rows")
      let file = folder.appending(path: isRows ? String(name.dropLast(5)) : name)
      try (isRows ? workbook(String(decoding: data, as: UTF8.self)) : data).write(to: file)
    }
    return folder
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
