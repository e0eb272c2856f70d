import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Exports

/// The folders of a folder of `cases` are exports; beside each stands what is said about it, in both languages, with
/// the files and cells that were read.
struct GoldenExports {
  private let kind: String
  private let folder: URL

  /// Those of `cases/KIND`.
  init(_ kind: String) {
    self.kind = kind
    folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "cases/\(kind)")
  }

  /// What the folders are called.
  var names: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasSuffix(".txt") }.sorted()
  }

  /// One of the folders.
  func exports(_ name: String) -> URL { folder.appending(path: name) }

  /// Expects what its golden says of a folder in which some files are made of what stands there.
  /// - Parameter made: the file that is made of one whose name has an ending; `nil` for one that stays as it is.
  func expect(_ name: String, made: (_ ending: String, Data) throws -> Data?) throws {
    var files: [String: Data] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: exports(name).path) {
      let data = try Data(contentsOf: exports(name).appending(path: file))
      let ending = URL(fileURLWithPath: file).pathExtension
      if let made = try made(ending, data) {
        files[String(file.dropLast(ending.count + 1))] = made
      } else {
        files[file] = data
      }
    }
    let folder = try Tool.folder(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    expect(name, Fixture.request(folder))
  }

  /// Expects what its golden says of what was read.
  func expect(_ name: String, _ request: ExportRequest) {
    var request = request
    request.defectLimit = 10
    let exports = ExportReader.read(request)
    for language in Language.allCases {
      let text = Self.shown(exports, language)
      Golden.expect(text, matches: "cases/\(kind)/\(name).\(language.rawValue).txt")
    }
  }

  private static func shown(_ exports: ExportSet, _ language: Language) -> String {
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
