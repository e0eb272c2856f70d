import Synchronization

/// How many bytes were unpacked from an archive so far, over all its entries and threads.
final class UnpackedTotal: Sendable {
  private let bytes = Mutex(0)

  /// Counts `more` bytes; whether the total is still allowed.
  func add(_ more: Int) -> Bool {
    bytes.withLock { total in
      total += more
      return total <= WorkbookLimit.inflatedBytes.most
    }
  }
}
