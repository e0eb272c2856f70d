import Assessment
import Calendars
import Foundation
import Rulebook
import Testing

@testable import Evaluation
@testable import Exports

/// Writes exports into a folder and judges them in every way there is.
struct Workbench: ~Copyable {
  private let root: URL
  private let folder: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "agreement-\(UUID().uuidString)")
    folder = root.appending(path: "2025-09")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// Puts files in the place of those before.
  func write(_ files: [String: [UInt8]]) throws {
    for old in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.removeItem(at: folder.appending(path: old))
    }
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      if path.contains("/") {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      }
      try Data(bytes).write(to: file)
    }
  }

  /// What was written, for people.
  var files: [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map {
        "=== \(name)\n\($0)"
      }
    }
  }

  /// One way to judge.
  struct Way: CustomStringConvertible {
    var isStreamed = false
    /// 0 for the oracle.
    let threads: Int
    var blockSize = 64
    var pieceSize = 100
    /// The bits that hashes of keys may have.
    var hashMask = UInt64.max

    var description: String {
      threads == 0
        ? "oracle"
        : isStreamed
          ? "streamed, \(threads) threads, blocks of \(blockSize), pieces of \(pieceSize)"
          : "kept, \(threads) threads"
    }
  }

  /// What is to be judged.
  func request(
    _ rulebook: Rulebook, _ way: Way, exports: ExportSet? = nil, evidence: Int
  ) throws -> EvaluationRequest {
    var request = EvaluationRequest(
      rulebook: rulebook, exports: exports ?? read(rulebook, way),
      period: try #require(Period("2025-09")),
      asOf: try #require(Instant(iso: "2025-10-05T17:00:00+07:00")), evidenceLimit: evidence)
    request.threads = way.threads
    request.blockSize = way.blockSize
    return request
  }

  /// Reads what was written.
  func read(_ rulebook: Rulebook, _ way: Way) -> ExportSet {
    let pairs = rulebook.obligations.compactMap { obligation in
      obligation.unitColumn.columns.first.map { (obligation.dataset, $0) }
    }
    var request = ExportRequest(
      root: root.path, folders: [folder.path], datasets: rulebook.datasets,
      unitColumns: Dictionary(pairs) { first, _ in first },
      knownUnits: Set(rulebook.registry.units.map(\.code)), zone: rulebook.calendar.zone)
    if let period = Period("2025-09") { request.nameUnits(of: rulebook, in: period) }
    if way.isStreamed {
      request.streams = rulebook.streamable
      request.ownerColumns = rulebook.ownerColumns.filter { request.streams.contains($0.key) }
      request.streamFrom = 0
      request.keyBounds = KeyHashes.Bounds(most: 8, block: 2, mask: way.hashMask)
    }
    if way.threads > 1 || way.isStreamed {
      request.blockSize = way.blockSize
      request.threads = way.threads
      request.pieceSize = way.pieceSize
    }
    return ExportReader.read(request)
  }
}
