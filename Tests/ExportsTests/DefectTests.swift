import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

@testable import Exports

/// Every folder in `cases/defects` is an exports folder; beside it stands what is said about it, in
/// both languages, with the files and cells that were read.
@Suite struct DefectTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "cases/defects")

  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasSuffix(".txt") }.sorted()
  }()

  /// Two datasets that the headers of `ambiguous-dataset` match alike.
  static let twins = ["left", "right"].map { id in
    Dataset(
      id: id, record: id + "_record", title: Text(verbatim: id),
      columns: [Fixture.column("id", .string), Fixture.column("name", .string)], key: [0])
  }

  @Test func hasCases() { #expect(Self.names.count >= 15) }

  @Test(arguments: names, [1, 7, 256 * 1024])
  func isSaidAsTheGoldenSays(name: String, blockSize: Int) {
    var request = Fixture.request(
      Self.folder.appending(path: name), [Fixture.dossiers, Fixture.procedures] + Self.twins)
    request.blockSize = blockSize
    request.defectLimit = 10
    let exports = ExportReader.read(request)
    for language in Language.allCases {
      let text = Self.shown(exports, language)
      Golden.expect(text, matches: "cases/defects/\(name).\(language.rawValue).txt")
    }
  }

  static func shown(_ exports: ExportSet, _ language: Language) -> String {
    let renderer = DiagnosticRenderer(language: language)
    let files = exports.files.map { file in
      "\(file.path): \(file.status.rawValue) \(file.dataset ?? "-") \(file.recordCount)\n"
    }
    let tables = exports.tables.sorted { $0.key < $1.key }.map { id, table in
      table.contents.map { "\(id): \($0)\n" }.joined()
    }
    let defects = exports.defects.map { defect in
      let line = defect.line.map(String.init) ?? "-"
      let column = defect.column.map(String.init) ?? "-"
      let head = "\(defect.kind.rawValue) \(defect.file):\(line) field \(column)"
      let rest = "\(defect.columnID ?? "-") key \(defect.key ?? "-") value \(defect.value ?? "-")"
      return "# \(head) \(rest)\n\(renderer.render(defect.diagnostic))"
    }
    let diagnostics = renderer.render(exports.diagnostics)
    return files.joined() + tables.joined() + "\n" + defects.joined(separator: "\n") + diagnostics
  }
}
