import Synchronization

/// Sums up the bytes that several threads read, and tells somebody.
final class ScanProgress: Sendable {
  private let total = Mutex(0)
  private let tell: (@Sendable (Int) -> Void)?

  /// - Parameter tell: told how many bytes were read so far, after each block.
  init(_ tell: (@Sendable (Int) -> Void)?) { self.tell = tell }

  /// So many more bytes were read.
  func add(_ count: Int) {
    guard let tell, count > 0 else { return }
    total.withLock { total in
      total += count
      tell(total)
    }
  }
}
