import Dispatch
import Synchronization

/// Finds the hashes that occur more than once.
struct RepeatedHashes {
  private let all: Shared

  /// - Parameter all: what each thread met; no thread adds to it any more.
  init(_ all: [KeyHashes]) { self.all = Shared(all) }

  /// Read by several threads, changed by none.
  private struct Shared: @unchecked Sendable {
    let threads: [KeyHashes]
    init(_ threads: [KeyHashes]) { self.threads = threads }
  }

  /// The hashes; `nil` when some could not be read again.
  func found() -> Set<UInt64>? {
    let found = Mutex<Set<UInt64>?>([])
    DispatchQueue.concurrentPerform(iterations: all.threads.count) { thread in
      var part = thread
      while part < KeyHashes.parts {
        let own = Self.repeated(in: part, of: all.threads)
        found.withLock { found in
          if let own { found?.formUnion(own) } else { found = nil }
        }
        part += all.threads.count
      }
    }
    return found.withLock { $0 }
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
