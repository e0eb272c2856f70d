import Foundation
import Tables
import TestSupport
import Testing

@testable import Exports

/// A dataset that is not kept in memory comes to the same as one that is.
@Suite("Exports that are streamed") struct StreamTests {
  /// The files of a folder, some of them broken, two of them the same.
  static func files() -> [String: [UInt8]] {
    var files = ["empty.csv": [], "other.csv": Array("x,y\n1,2\n".utf8)]
    for number in 0..<6 {
      var csv = RandomCSV(seed: UInt64(1000 + number), badness: 10)
      files["f\(number).csv"] = csv.file().map { $0 == 0 ? 32 : $0 }
    }
    files["again.csv"] = files["f3.csv"]
    return files
  }

  static func request(_ folder: URL) -> ExportRequest {
    var request = ScanTests.request(key: [], limit: 5)
    (request.root, request.folders) = (folder.path, [folder.path])
    request.pieceSize = 500
    request.threads = 3
    return request
  }

  static func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, bytes) in files() { try Data(bytes).write(to: folder.appending(path: path)) }
    try body(folder)
  }

  @Test func comesToWhatIsKept() throws {
    try Self.inFolder { folder in
      var request = Self.request(folder)
      let kept = ExportReader.read(request)
      (request.streams, request.streamFrom) = (["records"], 0)
      var streamed = ExportReader.read(request)
      #expect(streamed.tables.isEmpty && kept.streams.isEmpty)
      let stream = try #require(streamed.streams["records"])
      let scan = stream.scan(threads: 2, blockSize: 700, makeSink: { _ in TableSink() })
      streamed.complete(scan)
      #expect(streamed.files == kept.files)
      #expect(streamed.defects == kept.defects)
      let table = Table(
        dataset: stream.dataset, files: stream.files, dictionaries: stream.texts.map(\.all),
        batches: scan.batches)
      #expect(table.contents == kept.tables["records"]?.contents)
      #expect(kept.defects.contains { $0.kind == .identicalFile })
    }
  }

  @Test func isReadAgainWhenAFileIsGone() throws {
    try Self.inFolder { folder in
      var request = Self.request(folder)
      (request.streams, request.streamFrom) = (["records"], 0)
      var set = ExportReader.read(request)
      try FileManager.default.removeItem(at: folder.appending(path: "f2.csv"))
      let stream = try #require(set.streams["records"])
      let scan = stream.scan(threads: 2, makeSink: { _ in TableSink() })
      set.complete(scan)
      #expect(set.files.first { $0.path == "f2.csv" }?.status == .unreadable)
      #expect(set.defects.contains { $0.file == "f2.csv" && $0.kind == .unreadableFile })
      let gone = try #require(stream.files.firstIndex { $0.path == "f2.csv" })
      #expect(scan.batches.allSatisfy { $0.file != gone } && !scan.batches.isEmpty)
    }
  }

  @Test func isReadAgainWhenACutWasWrong() throws {
    let request = Self.request(URL(fileURLWithPath: "/"))
    let inner = String(repeating: "a,b\n", count: 300)
    let bytes = Array(("id,unit\n" + String(repeating: "x,\"\(inner)\"\n", count: 5)).utf8)
    let source = try #require(try ScanTests.source(bytes, request))
    #expect(try FileCuts(FileBytes(bytes), source).starts(pieceSize: 500).count > 2)
    var stream = ExportStream(request.datasets[0], request)
    stream.add(source, ExportFile(path: "a.csv"))
    var made = 0
    let scan = stream.scan(
      threads: 2,
      makeSink: { _ in
        made += 1
        return TableSink()
      })
    #expect(made == 4 && scan.batches.reduce(0) { $0 + $1.count } == 5)
    #expect(scan.firstLines == [[0]])
  }
}
