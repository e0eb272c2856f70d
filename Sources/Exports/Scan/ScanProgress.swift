import Synchronization

/// Sums up what several threads read, and tells somebody.
final class ScanProgress: Sendable {
  private let total = Mutex(ReadAmount())
  private let tell: (@Sendable (ReadAmount) -> Void)?

  /// - Parameter tell: told how much was read so far, after each block.
  init(_ tell: (@Sendable (ReadAmount) -> Void)?) { self.tell = tell }

  /// So many more bytes were read, and records in them.
  func add(_ bytes: Int, records: Int = 0) {
    guard let tell, bytes > 0 || records > 0 else { return }
    total.withLock { total in
      total.bytes += bytes
      total.records += records
      tell(total)
    }
  }
}
