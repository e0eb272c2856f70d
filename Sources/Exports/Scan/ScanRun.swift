import Synchronization
import Tables

/// What one run over the files of a stream came to.
struct ScanResult: Sendable {
  /// The pieces, in no order.
  var pieces: [PieceReader.Result] = []
  /// For each file its hash and size.
  var hashes: [Int: (sha256: String, count: Int)] = [:]
  /// The files that could not be read.
  var faults: [Int: FileFault] = [:]

  /// The pieces of a file, in order.
  func pieces(of file: Int) -> [PieceReader.Result] {
    pieces.filter { $0.file == file }.sorted { $0.piece < $1.piece }
  }
}

/// One run over the files of a stream: threads take jobs in order until there are no more.
final class ScanRun: Sendable {
  private let stream: ExportStream
  private let keys: KeyUse
  private let plan: ScanPlan
  private let blockSize: Int
  private let progress: ScanProgress
  private let jobs: [ScanJob]
  private let nextJob = Atomic(0)
  private let collected = Mutex(ScanResult())

  init(
    _ stream: ExportStream, _ plan: ScanPlan, blockSize: Int, _ keys: KeyUse,
    _ progress: ScanProgress
  ) {
    self.stream = stream
    self.keys = keys
    self.plan = plan
    self.blockSize = blockSize
    self.progress = progress
    jobs = plan.jobs
  }

  /// What was read.
  var result: ScanResult { collected.withLock { $0 } }

  /// How many of some threads there is work for.
  func threads(of threads: Int) -> Int { min(threads, max(1, jobs.count)) }

  /// Does all jobs; returns the sinks of the threads.
  /// - Parameter watches: what sees the records of each thread first.
  func run<Sink: BatchSink>(_ watches: [KeyWatch], _ makeSink: (Int) -> Sink) -> [Sink] {
    sideBySide(watches.count, threads: watches.count) { number in
      let (watch, sink) = (watches[number], makeSink(number))
      work(filler { watch.take($0) { sink.take($0) } })
      return sink
    }
  }

  /// What fills the batches of one thread.
  private func filler(_ emit: @escaping (Batch) -> Void) -> BatchFiller {
    let tables = DayTables(stream.zone)
    let lanes = stream.dataset.columns.enumerated().map { index, column in
      ColumnLane(
        column, zone: stream.zone,
        texts: keys.uncoded.contains(index) ? nil : stream.texts[index], tables,
        level: stream.level)
    }
    return BatchFiller(
      lanes, level: stream.level, ownerColumns: stream.ownerColumns, limit: stream.defectLimit,
      keys: keys.isUnique ? KeyFiller(stream, uncoded: keys.uncoded) : nil, emit: emit)
  }

  private func work(_ filler: BatchFiller) {
    while true {
      let number = nextJob.add(1, ordering: .relaxed).oldValue
      if number >= jobs.count { return }
      switch jobs[number] {
      case .hash(let file): keep(file) { () throws(FileFault) in try hash(file) }
      case .piece(let file, let piece):
        keep(file) { () throws(FileFault) in try read(file, piece, filler) }
      }
    }
  }

  private func keep(_ file: Int, _ body: () throws(FileFault) -> Void) {
    do throws(FileFault) {
      try body()
    } catch {
      collected.withLock { $0.faults[file] = error }
    }
  }

  private func hash(_ file: Int) throws(FileFault) {
    guard let source = plan.sources[file] else { return }
    let hash = try source.openFile().hash { _ in }
    collected.withLock { $0.hashes[file] = hash }
  }

  private func read(_ file: Int, _ piece: Int, _ filler: BatchFiller) throws(FileFault) {
    guard let source = plan.sources[file] else { return }
    let start = plan.starts[file][piece]
    let place = piece == 0 ? source.start : RecordPlace(offset: start, line: 1)
    if piece == 0 { progress.add(source.start.offset) }
    filler.begin(file: file, piece: piece, source.layout, delimiter: source.delimiter)
    var reader = PieceReader(
      try source.open(), source, from: place, to: plan.bound(file, piece),
      blockSize: blockSize, filler)
    var told = 0
    let end = try reader.run { bytes in
      progress.add(bytes, records: filler.recordCount - told)
      told = filler.recordCount
    }
    let result = PieceReader.Result(
      file: file, piece: piece, end: end.offset, lineCount: end.line - 1,
      recordCount: filler.recordCount, notes: filler.notes, owners: filler.owners)
    collected.withLock { $0.pieces.append(result) }
  }
}

extension ScanPlan {
  /// Leaves out what turned out unreadable, and leaves whole what was cut where no record starts.
  /// - Returns: whether there was anything of that, so that nothing counts that was read.
  mutating func correct(by result: ScanResult) -> Bool {
    for file in result.faults.keys { sources[file] = nil }
    var isWrong = !result.faults.isEmpty
    for file in sources.indices where sources[file] != nil {
      let pieces = result.pieces(of: file).dropLast()
      if pieces.allSatisfy({ $0.end == bound(file, $0.piece) }) { continue }
      starts[file] = [starts[file][0]]
      isWrong = true
    }
    return isWrong
  }
}
