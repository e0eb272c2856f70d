import Foundation
import Synchronization

/// A line on standard error that tells how much was read; only on a terminal, only when it takes long.
enum Progress {
  /// What to call with the bytes read so far; `nil` where nobody watches.
  static func reader(_ folders: [String]) -> (@Sendable (Int) -> Void)? {
    guard isatty(STDERR_FILENO) == 1 else { return nil }
    let total = folders.reduce(0) { $0 + size(of: $1) }
    guard total > 20_000_000 else { return nil }
    let shown = LastPercent()
    return { bytes in shown.show(min(100, bytes * 100 / total)) }
  }

  /// Wipes the line when all is read.
  static func clear() {
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
  }

  private static func size(of folder: String) -> Int {
    let keys: [URLResourceKey] = [.fileSizeKey]
    let files = FileManager.default.enumerator(
      at: URL(fileURLWithPath: folder), includingPropertiesForKeys: keys)
    return (files?.compactMap { $0 as? URL } ?? []).reduce(0) { sum, file in
      sum + ((try? file.resourceValues(forKeys: Set(keys)))?.fileSize ?? 0)
    }
  }
}

/// Remembers what was shown last, so that a percentage is written once.
private final class LastPercent: Sendable {
  private let last = Mutex(-1)

  func show(_ percent: Int) {
    let isNew = last.withLock { last in
      defer { last = percent }
      return last != percent
    }
    guard isNew else { return }
    let cells = percent * 40 / 100
    let bar = String(repeating: "█", count: cells) + String(repeating: "░", count: 40 - cells)
    try? FileHandle.standardError.write(contentsOf: Data("\r\(bar) \(percent)%".utf8))
  }
}
