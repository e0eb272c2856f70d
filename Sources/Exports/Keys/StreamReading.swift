import Tables

/// The reading of a stream, as often as it takes.
struct StreamReading {
  private var stream: ExportStream
  private let threads: Int
  private let blockSize: Int
  private let keys: KeyUse
  private let progress: ScanProgress
  private var plan: ScanPlan
  private var faults: [Int: FileFault] = [:]
  private var bounds: KeyHashes.Bounds

  init(
    _ stream: ExportStream, threads: Int, blockSize: Int, hashes: Bool, _ keys: KeyUse,
    _ progress: ScanProgress
  ) {
    (self.stream, self.threads, self.blockSize) = (stream, threads, blockSize)
    self.keys = keys.of(stream.dataset)
    self.progress = progress
    bounds = stream.keyBounds
    plan = ScanPlan(sources: stream.sources, starts: [], hashes: hashes)
    plan.starts = stream.sources.indices.map { cut($0) }
  }

  private mutating func cut(_ file: Int) -> [Int] {
    do throws(FileFault) {
      let source = stream.sources[file]
      return try FileCuts(source.open(), source).starts(pieceSize: stream.pieceSize)
    } catch {
      plan.sources[file] = nil
      faults[file] = error
      return [0]
    }
  }

  /// Reads everything once, or twice where keys are the same; `nil` when that did not count.
  mutating func scan<Sink: BatchSink>(_ makeSink: (Int) -> Sink) -> Scan<Sink>? {
    guard keys.isUnique else {
      let watches = [KeyWatch](repeating: .nothing, count: threads)
      return read(watches, makeSink).map { Scan(stream, $0.sinks, $0.result, faults) }
    }
    let hashes = (0..<threads).map { _ in KeyHashes(bounds.divided(by: threads)) }
    guard let first = read(hashes.map { .gathering($0) }, makeSink) else { return nil }
    guard let same = RepeatedHashes(hashes).found() else {
      bounds.most = .max
      return nil
    }
    if same.isEmpty { return Scan(stream, first.sinks, first.result, faults) }
    return divert(same, first.result.hashes, makeSink)
  }

  /// Reads everything again, and makes one record of those that share a key.
  /// - Parameters:
  ///   - same: the hashes that several keys have.
  ///   - hashes: those of the files.
  private mutating func divert<Sink: BatchSink>(
    _ same: Set<UInt64>, _ hashes: [Int: (sha256: String, count: Int)], _ makeSink: (Int) -> Sink
  ) -> Scan<Sink>? {
    plan.isHashed = true
    defer { plan.isHashed = false }
    let diverters = (0..<threads).map { _ in
      Diverter(same, uncoded: keys.uncoded, owners: stream.ownerColumns)
    }
    guard let read = read(diverters.map { .diverting($0) }, makeSink) else { return nil }
    var result = read.result
    result.hashes = hashes
    let firstLines = stream.sources.indices.map {
      PieceReader.Result.firstLines(result.pieces(of: $0))
    }
    let reunion = Reunion(
      stream, diverters, uncoded: keys.uncoded, firstLines: firstLines, blockSize: blockSize)
    for batch in reunion.batches { read.sinks.first?.take(batch) }
    return Scan(stream, read.sinks, result, faults, reunion)
  }

  private mutating func read<Sink: BatchSink>(
    _ watches: [KeyWatch], _ makeSink: (Int) -> Sink
  ) -> (sinks: [Sink], result: ScanResult)? {
    let run = ScanRun(stream, plan, blockSize: blockSize, keys, progress)
    let sinks = run.run(Array(watches.prefix(run.threads(of: threads))), makeSink)
    let result = run.result
    faults.merge(result.faults) { first, _ in first }
    return plan.correct(by: result) || review(result) ? nil : (sinks, result)
  }

  /// Finds out how columns are written that have cells of which that is in doubt.
  /// - Returns: whether anything was found out, so that nothing counts that was read.
  private mutating func review(_ result: ScanResult) -> Bool {
    var isWrong = false
    for (file, source) in plan.sources.enumerated() {
      guard let source else { continue }
      let columns = result.doubtfulColumns(of: file, source.layout)
      if columns.isEmpty { continue }
      isWrong = true
      do throws(FileFault) {
        let revised = try NotationReview(source.open(), source).revised(columns)
        (plan.sources[file], stream.sources[file]) = (revised, revised)
      } catch {
        (plan.sources[file], faults[file]) = (nil, error)
      }
    }
    return isWrong
  }
}

extension KeyHashes.Bounds {
  /// Those of one of some threads.
  fileprivate func divided(by threads: Int) -> Self {
    var own = self
    own.most = most / threads
    return own
  }
}
