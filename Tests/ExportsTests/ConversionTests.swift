import Encodings
import Foundation
import Tables
import TestSupport
import Testing

@testable import Exports

/// Files that are no UTF-8 are read as the text that they hold.
@Suite struct ConversionTests {
  private static let header = "Mã hồ sơ,Mã đơn vị,Ngày tiếp nhận,Ngày hoàn thành,Lệ phí,Trạng thái"

  private static func text(_ count: Int) -> String {
    let rows = (1...count).map {
      "A\($0),H26.01,01/09/2025 08:00,,\($0 % 9),\($0 % 2 > 0 ? "mở" : "đóng")"
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  /// Long enough for the temporary file, and small blocks; each file has a part of it.
  @Test(arguments: Encoding.allCases.filter { $0 != .windows1252 })
  func longFilesAreReadFromTheTemporaryFile(encoding: Encoding) throws {
    let texts = [Self.text(9000), Self.text(3), Self.text(8000).replacing("\nA", with: "\nB")]
    let clean = try Fixture.read(Self.files(texts.map { Array($0.utf8) }))
    let bytes = try texts.map { try #require(TestEncoder(encoding).encode($0)) }
    let read = try Fixture.read(Self.files(bytes), blockSize: 4096)
    #expect(read.tables["dossiers"]?.contents == clean.tables["dossiers"]?.contents)
    #expect(read.files.map(\.bytes) == bytes.map(\.count))
    #expect(
      read.files.map { $0.encoding?.name }
        == bytes.map { _ in encoding == .utf8 ? nil : encoding.title })
    #expect(read.defects.count { $0.kind != .encoding } == clean.defects.count)
  }

  private static func files(_ bytes: [[UInt8]]) -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: bytes.enumerated().map { ("\($0).csv", $1) })
  }

  /// What reads in pieces reads the same.
  @Test func textsOfTheStoreStandSideBySide() throws {
    let store = TextStore()
    let texts =
      [[UInt8]](repeating: Array("ngắn".utf8), count: 3)
      + [(0..<100).map { UInt8($0) }, (0..<77).map { UInt8($0) }]
    let parts = try texts.map { text in
      var writer = TextWriter(store, memoryBound: 10)
      for byte in text { try writer.write { $0.append(byte) } }
      return try writer.finish()
    }
    for (part, text) in zip(parts, texts) {
      #expect(part.size == text.count)
      #expect(try part.head(.max) == text)
      var all: [UInt8] = []
      try part.forEachBlock { all += $0 }
      #expect(all == text)
    }
    #expect(parts.map(\.isInMemory) == [true, true, true, false, false])
  }

  @Test func linesHaveTheNamesThatWereGiven() {
    var lines = LineNames()
    #expect([1, 7].map(lines.number) == [1, 7])
    lines.name(1, 3)
    lines.name(2, 4)
    lines.name(3, 5)
    lines.name(4, 9)
    #expect([1, 2, 3, 4, 5].map(lines.number) == [3, 4, 5, 9, 10])
  }
}
