import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Exports

/// Every folder in `cases/sources` is an exports folder of JSON and databases; `NAME.sql` makes the file `NAME` of SQLite.
/// Beside the folder stands what is said about it, in both languages, with the cells that were read.
@Suite struct SourceTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "cases/sources")

  static let names: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.hasSuffix(".txt") }.sorted()
  }()

  @Test func hasCases() { #expect(Self.names.count >= 15) }

  @Test(arguments: names)
  func isSaidAsTheGoldenSays(name: String) throws {
    let folder = try Self.exports(Self.folder.appending(path: name))
    defer { try? FileManager.default.removeItem(at: folder) }
    var request = Fixture.request(folder)
    request.defectLimit = 10
    let exports = ExportReader.read(request)
    for language in Language.allCases {
      let text = DefectTests.shown(exports, language)
      Golden.expect(text, matches: "cases/sources/\(name).\(language.rawValue).txt")
    }
  }

  /// The folder with databases in place of their statements.
  private static func exports(_ source: URL) throws -> URL {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) {
      let data = try Data(contentsOf: source.appending(path: name))
      if name.hasSuffix(".sql") {
        files[String(name.dropLast(4))] = try TestDatabase.bytes(
          String(decoding: data, as: UTF8.self))
      } else {
        files[name] = data
      }
    }
    return try Tool.folder(files)
  }

  /// A long file is written in several blocks, and its last records are where they belong.
  @Test(arguments: ["json", "jsonl"])
  func longFilesAreReadWhole(ending: String) throws {
    let records = (1...9000).map {
      """
      {"Mã hồ sơ":"A\($0)","Mã đơn vị":"H26.01","Ngày tiếp nhận":"01/09/2025 08:00","Lệ phí":\($0 % 9).50,\
      "Trạng thái":"\($0 % 2 > 0 ? "m\\u1edf" : "đóng")"}
      """
    }
    let isLines = ending == "jsonl"
    let text =
      isLines
      ? records.joined(separator: "\n") : "[\n" + records.joined(separator: ",\n") + "\n]"
    let read = try Fixture.read(["dossiers." + ending: text])
    let table = try #require(read.tables["dossiers"])
    #expect(table.contents.count == 9000)
    #expect(table.contents.contains { $0.hasPrefix("A9000 | H26.01") })
    #expect(table.batches.last?.lines.last == (isLines ? 9000 : 9001))
  }

  /// Texts that end anywhere, or hold anything, are read or refused; nothing else.
  @Test(arguments: 0..<200) func anyBytesAreReadOrRefused(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let whole =
      #"{"data": [{"Mã hồ sơ": "A\u00e1\ud83d\ude00", "n": [-1.5e3, {"x": null}], "t": true}]}"#
    var bytes = Array(whole.utf8.prefix(random.next(whole.utf8.count + 1)))
    for _ in 0..<random.next(4) where !bytes.isEmpty {
      bytes[random.next(bytes.count)] = UInt8(random.next(256))
    }
    let read = try Fixture.read(["a.json": bytes, "b.jsonl": bytes], blockSize: 256)
    #expect(read.files.count == 2)
  }
}
