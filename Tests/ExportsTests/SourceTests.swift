import Foundation
import TestSupport
import Testing

@testable import Exports

/// JSON and databases; `NAME.sql` makes the file `NAME` of SQLite.
@Suite struct SourceTests {
  static let cases = GoldenExports("sources")

  @Test func hasCases() { #expect(Self.cases.names.count >= 15) }

  @Test(arguments: cases.names)
  func isSaidAsTheGoldenSays(name: String) throws {
    try Self.cases.expect(name) { ending, data in
      ending == "sql" ? try TestDatabase.bytes(String(decoding: data, as: UTF8.self)) : nil
    }
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
