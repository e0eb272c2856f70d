import CScan
import Calendars
import Tables

/// The files of one dataset that are not kept in memory, but read each time they are asked.
package struct ExportStream: Sendable {
  /// The dataset.
  package let dataset: Dataset
  /// The files, in the order of their paths; `Batch.file` is an index into them.
  package internal(set) var files: [Table.File] = []
  /// The texts of each column.
  package let texts: [SharedTexts]
  /// What is known about the files before they are read.
  var exports: [ExportFile] = []
  /// How each file is read.
  var sources: [ScanSource] = []
  let zone: Zone
  let ownerColumns: [Int]
  let defectLimit: Int
  let pieceSize: Int
  /// The instructions that may be used.
  var level = cscan_best_level()

  /// A stream of no file yet.
  init(_ dataset: Dataset, _ request: ExportRequest) {
    self.dataset = dataset
    texts = dataset.columns.map { _ in SharedTexts() }
    zone = request.zone
    ownerColumns = (request.ownerColumns[dataset.id] ?? []).sorted()
    defectLimit = request.defectLimit
    pieceSize = request.pieceSize
  }

  /// How many bytes the files had when their headers were read.
  package var size: Int { sources.reduce(0) { $0 + $1.size } }

  /// Adds a file.
  mutating func add(_ source: ScanSource, _ export: ExportFile) {
    files.append(Table.File(path: export.path, snapshot: export.snapshot))
    exports.append(export)
    sources.append(source)
  }

  /// The same stream of those files only that are in one of some folders; `nil` when none is.
  func restricted(to folders: [String]) -> ExportStream? {
    var stream = self
    let kept = exports.indices.filter { folders.contains(exports[$0].folder) }
    if kept.isEmpty { return nil }
    (stream.files, stream.exports, stream.sources) = ([], [], [])
    for index in kept { stream.add(sources[index], exports[index]) }
    return stream
  }

  /// Reads all files, each thread into a sink of its own.
  /// - Parameters:
  ///   - makeSink: makes the sink of a thread by its number; called anew for every thread when what
  ///     was read does not count and everything is read again: a file that seemed to be cut between
  ///     records was not, or became unreadable.
  ///   - hashes: whether files are hashed; else only those that may be the same as others, by their size.
  ///   - progress: told how much was read so far, after each block.
  package func scan<Sink: BatchSink>(
    threads: Int, blockSize: Int = 256 * 1024, hashes: Bool = true, makeSink: (Int) -> Sink,
    progress: (@Sendable (ReadAmount) -> Void)? = nil
  ) -> Scan<Sink> {
    scan(
      threads: threads, blockSize: blockSize, hashes: hashes, ScanProgress(progress),
      makeSink: makeSink)
  }

  func scan<Sink: BatchSink>(
    threads: Int, blockSize: Int, hashes: Bool = true, _ progress: ScanProgress,
    makeSink: (Int) -> Sink
  ) -> Scan<Sink> {
    var plan = ScanPlan(sources: sources, starts: [], hashes: hashes)
    var faults: [Int: FileFault] = [:]
    plan.starts = sources.indices.map { file in
      do throws(FileFault) {
        let source = sources[file]
        return try FileCuts(source.open(), source).starts(pieceSize: pieceSize)
      } catch {
        plan.sources[file] = nil
        faults[file] = error
        return [0]
      }
    }
    while true {
      let run = ScanRun(self, plan, blockSize: blockSize, progress)
      let sinks = run.run(threads: max(1, threads), makeSink)
      let result = run.result
      faults.merge(result.faults) { first, _ in first }
      if plan.correct(by: result) { continue }
      return Scan(self, sinks, result, faults)
    }
  }
}
