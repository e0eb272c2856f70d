import CScan
import Calendars
import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

@testable import Exports

/// Whatever stands in a file, and however it is cut, the reader that streams reads what the slow one
/// does, and says the same about it.
@Suite("Reading in windows and pieces") struct ScanTests {
  static let zone = Zone(identifier: "Asia/Ho_Chi_Minh") ?? .utc

  static func request(key: [Int], limit: Int) -> ExportRequest {
    let dataset = Dataset(
      id: "records", record: "record", title: Text(verbatim: "records"),
      columns: RandomCSV.columns, key: key)
    var request = ExportRequest(
      root: "/", folders: [], datasets: [dataset], zone: zone,
      snapshot: Instant(iso: "2026-01-01T00:00:00", zone: zone))
    request.ownerColumns = ["records": [1]]
    request.defectLimit = limit
    return request
  }

  /// How a file is read.
  struct Cut: CustomStringConvertible {
    let blockSize: Int
    let threads: Int
    let pieceSize: Int
    let level: UInt32
    var description: String {
      "\(blockSize) bytes, \(threads) threads, pieces of \(pieceSize), level \(level)"
    }
  }

  /// How to read a file; `nil` for what is no CSV by its first bytes.
  static func source(_ bytes: [UInt8], _ request: ExportRequest) throws -> ScanSource? {
    let task = FileTask("a.csv", in: "", shown: "a.csv", ExportMap(), request)
    var log = DefectLog(limit: 10)
    return try FileHead(task, FileBytes(bytes), request, TextStore()).source(&log)
  }

  @Test func readsWhatTheSlowReaderReads() throws {
    var numbers = SeededRandom(seed: 7)
    for round in 0..<Effort.rounds(400) {
      var request = Self.request(
        key: numbers.next(2) == 0 ? [] : [0, 3], limit: numbers.next(2) == 0 ? 3 : 1000)
      var csv = RandomCSV(
        seed: UInt64(round), badness: [0, 3, 20, 60][numbers.next(4)])
      let bytes = csv.file()
      guard let source = try Self.source(bytes, request) else { continue }
      let slow = try SlowIntake(bytes, source, limit: request.defectLimit)
      for _ in 0..<5 {
        let cut = Cut(
          blockSize: [64, 300, 1000, 4096, 256 * 1024][numbers.next(5)],
          threads: numbers.roll(1...4), pieceSize: [100, 1000, 1 << 20][numbers.next(3)],
          level: UInt32(numbers.next(Int(cscan_best_level().rawValue) + 1)))
        request.pieceSize = cut.pieceSize
        try Self.compare(source, request, cut, slow, "round \(round): \(cut)")
      }
    }
  }

  private static func compare(
    _ source: ScanSource, _ request: ExportRequest, _ cut: Cut, _ slow: SlowIntake, _ what: String
  ) throws {
    var stream = ExportStream(source.layout.dataset, request)
    stream.add(source, ExportFile(path: "a.csv", snapshot: request.snapshot))
    stream.level = cscan_level(rawValue: cut.level)
    let scan = stream.scan(
      threads: cut.threads, blockSize: cut.blockSize, makeSink: { _ in TableSink() })
    let table = Table(
      dataset: stream.dataset, files: stream.files, dictionaries: stream.texts.map(\.all),
      batches: scan.batches)
    let (got, want) = (rows(table), rows(slow.table))
    let difference = zip(got, want).first { $0 != $1 }
    try #require(got.count == want.count, "\(what)")
    let isSame = got == want
    try #require(isSame, "\(what): \(String(describing: difference))")
    try #require(scan.defects.count == slow.defects.count, "\(what)")
    let defect = zip(scan.defects, slow.defects).first { $0 != $1 }
    let isSaid = scan.defects == slow.defects
    try #require(isSaid, "\(what): \(String(describing: defect))")
    let file = try #require(scan.files.first)
    try #require(file.recordCount == slow.count, "\(what)")
    let owners = Set(
      slow.table.rows.compactMap { if case .text(let text) = $0.cell(1) { text } else { nil } })
    try #require(file.owners == [1: owners], "\(what)")
  }

  private static func rows(_ table: Table) -> [String] {
    table.rows.map { row in
      let cells = table.dataset.columns.indices.map { "\(row.cell($0))" }
      return "\(row.line): " + cells.joined(separator: " | ")
    }
  }

  @Test func hashesWhatItReads() throws {
    let request = Self.request(key: [], limit: 1000)
    let bytes = Array("id,unit\na,b\n".utf8)
    var stream = ExportStream(request.datasets[0], request)
    stream.add(try #require(try Self.source(bytes, request)), ExportFile(path: "a.csv"))
    let scan = stream.scan(threads: 2, makeSink: { _ in TableSink() })
    #expect(scan.files.map(\.bytes) == [bytes.count])
    #expect(try FileBytes(bytes).hash { _ in }.sha256 == scan.files[0].sha256)
  }
}
