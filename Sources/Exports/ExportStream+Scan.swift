import Tables

extension ExportStream {
  /// Reads all files, each thread into a sink of its own.
  /// - Parameters:
  ///   - keys: whether records that share a key become one. Where there are such, everything is read a
  ///     second time, in which they are kept apart until all of them are known.
  ///   - hashes: whether files are hashed; else only those that may be the same as others, by their size.
  ///   - makeSink: makes the sink of a thread by its number, on that thread; called anew for every thread when what
  ///     was read does not count and everything is read again: a file that seemed to be cut between
  ///     records was not, or became unreadable; or some keys are the same.
  ///   - progress: told how much was read so far, after each block.
  package func scan<Sink: BatchSink>(
    threads: Int, blockSize: Int = 256 * 1024, hashes: Bool = true, keys: KeyUse = .none,
    makeSink: (Int) -> Sink, progress: (@Sendable (ReadAmount) -> Void)? = nil
  ) -> Scan<Sink> {
    scan(
      threads: threads, blockSize: blockSize, hashes: hashes, keys: keys, ScanProgress(progress),
      makeSink: makeSink)
  }

  func scan<Sink: BatchSink>(
    threads: Int, blockSize: Int, hashes: Bool = true, keys: KeyUse = .none,
    _ progress: ScanProgress, makeSink: (Int) -> Sink
  ) -> Scan<Sink> {
    var reading = StreamReading(
      self, threads: max(1, threads), blockSize: blockSize, hashes: hashes, keys, progress)
    while true { if let scan = reading.scan(makeSink) { return scan } }
  }
}
