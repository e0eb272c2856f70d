import Tables

/// Finds the hashes that occur more than once.
struct RepeatedHashes {
  private let threads: [KeyHashes]

  /// - Parameter threads: what each thread met; no thread adds to it any more.
  init(_ threads: [KeyHashes]) { self.threads = threads }

  /// The hashes; `nil` when some could not be read again.
  func found() -> Set<UInt64>? {
    let parts = sideBySide(KeyHashes.parts, threads: threads.count) {
      Self.repeated(in: $0, of: threads)
    }
    return parts.contains(nil) ? nil : Set(parts.compactMap(\.self).joined())
  }

  private static func repeated(in part: Int, of threads: [KeyHashes]) -> Set<UInt64>? {
    var met = MetHashes(room: threads.reduce(0) { $0 + $1.count(part) })
    var repeated: Set<UInt64> = []
    for thread in threads {
      let isRead = thread.read(part) { if !met.insert($0) { repeated.insert($0) } }
      if !isRead { return nil }
    }
    return repeated
  }
}

/// Hashes that were met: an open-addressing table of themselves, none of them zero.
private struct MetHashes {
  private var slots: [UInt64]
  private let mask: Int

  /// - Parameter room: how many there can be.
  init(room: Int) {
    var size = 64
    while size < room * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Adds a hash; false if it was there.
  mutating func insert(_ hash: UInt64) -> Bool {
    slots.withUnsafeMutableBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 {
        if slots[slot] == hash { return false }
        slot = (slot + 1) & mask
      }
      slots[slot] = hash
      return true
    }
  }
}
