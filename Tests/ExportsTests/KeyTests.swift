import Foundation
import Tables
import TestSupport
import Testing

@testable import Exports

/// Records with a key that are not kept: the same become one, as they do in a table.
@Suite("Keys of records that are streamed") struct KeyTests {
  /// Rows of a, b and c with some keys in each way that a text can be written.
  static func rows(_ numbers: inout SeededRandom, _ count: Int) -> [String] {
    let ways: [(Int) -> String] = [
      { "A\($0)" }, { "\"A\($0)\"" }, { " A\($0) " }, { "\"\u{00A0}A\($0)\"" }, { "Hồ sơ \($0)" },
      { "Hô\u{0300} sơ \($0)" }, { "\"A\"\"\($0)\"" }, { "\"A\($0)\nB\"" }, { _ in "" },
      { "H26.01-2509-000\($0)" },
    ]
    return (0..<count).map { _ in
      let way = ways[Int.random(in: 0..<ways.count, using: &numbers)]
      let fee = ["", "1", "2", "x"].randomElement(using: &numbers) ?? ""
      let unit = Int.random(in: 0..<8, using: &numbers) == 0 ? "H26.02" : "H26.01"
      return way(Int.random(in: 0..<count / 2, using: &numbers))
        + ",\(unit),01/09/2025 08:00,,\(fee),mở\n"
    }
  }

  static func dataset(key: [Int]) -> Dataset {
    var dataset = Fixture.dossiers
    dataset.key = key
    return dataset
  }

  struct Case: CustomTestStringConvertible {
    let key: [Int]
    let uncoded: Set<Int>
    var bounds = KeyHashes.Bounds(most: 8, block: 2)
    var testDescription: String { "\(key) \(uncoded) \(bounds)" }
  }

  static let cases = [
    Case(key: [0], uncoded: [0]), Case(key: [0], uncoded: []),
    Case(key: [0], uncoded: [0], bounds: KeyHashes.Bounds()),
    Case(key: [0], uncoded: [0], bounds: KeyHashes.Bounds(most: 0, block: 3, mask: 7)),
    Case(key: [1, 0], uncoded: [0]), Case(key: [0, 4], uncoded: [0]), Case(key: [4], uncoded: []),
    Case(key: [2, 0, 5], uncoded: [0]),
  ]

  @Test(arguments: cases) func becomeOneAsInATable(_ one: Case) throws {
    var numbers = SeededRandom(seed: 77)
    for round in 0..<12 {
      let files = ["a.csv", "b.csv", "c.csv"].map { ($0, Self.rows(&numbers, 40)) }
      let map = DuplicateTests.map(["a.csv": "2025-10-01T17:00", "b.csv": "2025-10-02T17:00"])
      try inFolder(files, map) { folder in
        var request = Fixture.request(folder, [Self.dataset(key: one.key)])
        request.ownerColumns = ["dossiers": [1]]
        request.defectLimit = round % 2 == 0 ? 1000 : 2
        let kept = ExportReader.read(request)
        (request.streams, request.streamFrom) = (["dossiers"], 0)
        (request.keyBounds, request.pieceSize) = (one.bounds, 300)
        var streamed = ExportReader.read(request)
        let stream = try #require(streamed.streams["dossiers"])
        let scan = stream.scan(
          threads: 1 + round % 3, blockSize: 64, keys: .unique(uncoded: one.uncoded)
        ) { _ in CopySink(one.uncoded, stream) }
        streamed.complete(scan)
        let table = try #require(kept.tables["dossiers"])
        let rows = table.rows.map {
          "\($0.keyText) \($0.file.path):\($0.line) \(Self.shown($0, table))"
        }
        let found = scan.sinks.flatMap(\.rows).map { $0.text(scan.firstLines) }
        #expect(found.sorted() == rows.sorted())
        #expect(streamed.files == kept.files)
        #expect(streamed.defects == kept.defects)
        let units = Set(
          table.rows.compactMap { if case .text(let unit) = $0.cell(1) { unit } else { nil } })
        #expect(streamed.streams["dossiers"]?.owners[1] == units)
      }
    }
  }

  private static func shown(_ row: Row, _ table: Table) -> String {
    table.dataset.columns.indices.map { "\(row.cell($0))" }.joined(separator: " | ")
  }

  private func inFolder(
    _ files: [(String, [String])], _ map: String, _ body: (URL) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(map.utf8).write(to: folder.appending(path: "exports.yaml"))
    for (name, rows) in files {
      let text = DuplicateTests.header + rows.joined()
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try body(folder)
  }

  /// Keeps the records as texts.
  private final class CopySink: BatchSink {
    struct Kept {
      let key: String?
      let path: String
      let file: Int
      let piece: Int
      let line: Int
      let cells: String

      func text(_ firstLines: [[Int]]) -> String {
        let place = "\(path):\(line + firstLines[file][piece])"
        return "\(key ?? place) \(place) \(cells)"
      }
    }

    private(set) var rows: [Kept] = []
    private let uncoded: Set<Int>
    private let stream: ExportStream

    init(_ uncoded: Set<Int>, _ stream: ExportStream) {
      (self.uncoded, self.stream) = (uncoded, stream)
    }

    func take(_ batch: Batch) {
      var (copy, dictionaries) = (batch, stream.texts.map(\.all))
      for column in uncoded {
        dictionaries[column] = TextDictionary()
        copy.columns[column] = batch.columns[column].coded(&dictionaries[column])
      }
      let table = Table(
        dataset: stream.dataset, files: stream.files, dictionaries: dictionaries, batches: [copy])
      for row in table.rows {
        let texts = batch.keys?.texts
        let key = texts.flatMap { $0.present[row.index] ? $0.text(row.index) : nil }
        rows.append(
          Kept(
            key: key, path: row.file.path, file: batch.file, piece: batch.piece, line: row.line,
            cells: KeyTests.shown(row, table)))
      }
    }
  }

  @Test func fewTextsGetCodes() throws {
    var numbers = SeededRandom(seed: 7)
    try inFolder([("a.csv", Self.rows(&numbers, 400))], "") { folder in
      var request = Fixture.request(folder, [Self.dataset(key: [0])])
      (request.streams, request.streamFrom) = (["dossiers"], 0)
      let stream = try #require(ExportReader.read(request).streams["dossiers"])
      _ = stream.scan(threads: 1, keys: .unique(uncoded: [0])) { _ in TableSink() }
      #expect(stream.texts[0].all.texts.isEmpty)
    }
  }

  @Test func hashesThatOccurTwiceAreFound() throws {
    for (most, threads) in [(1 << 20, 1), (1 << 20, 3), (0, 2), (64, 2), (100, 1)] {
      let bounds = KeyHashes.Bounds(most: most, block: 4)
      let all = (0..<threads).map { _ in KeyHashes(bounds) }
      var numbers = SeededRandom(seed: UInt64(most + threads))
      let hashes = (0..<5000).map { _ in max(1, UInt64.random(in: .min ... .max, using: &numbers)) }
      let again = Set(hashes.prefix(70))
      for (index, hash) in (hashes + again).shuffled(using: &numbers).enumerated() {
        var keys = KeyCells()
        keys.hashes = [hash, 0]
        all[index % threads].add(keys)
      }
      #expect(RepeatedHashes(all).found() == again)
    }
  }

  /// Keys are NFC, and then texts are in the order of their bytes.
  @Test func textsAreInTheOrderOfTheirBytes() {
    let parts = [
      "a", "b", "A", "1", "|", "đ", "Đ", "ồ", "ơ", "\u{0323}", "한", "😀", "\u{FF5E}", " ", "é", "ﬁ",
    ]
    var numbers = SeededRandom(seed: 3)
    let texts = (0..<400).map { _ in
      (0..<Int.random(in: 0..<6, using: &numbers)).map { _ in
        parts.randomElement(using: &numbers) ?? ""
      }.joined().precomposedStringWithCanonicalMapping
    }
    for left in texts {
      for right in texts.prefix(60) {
        #expect((left < right) == left.utf8.lexicographicallyPrecedes(right.utf8))
      }
    }
  }
}
