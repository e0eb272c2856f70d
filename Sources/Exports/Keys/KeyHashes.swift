import Tables

/// The hashes of all keys that one thread has met, parted by their upper bits: equal ones are in the same
/// part, which can be looked through alone. Beyond a bound they are written to a temporary file.
final class KeyHashes {
  /// Into how many parts hashes go.
  static let parts = 256

  /// How many hashes are kept, and how.
  struct Bounds: Sendable {
    /// The most in memory, of all threads together: 32 MB.
    var most = 4 << 20
    /// How many of a part are put away at a time.
    var block = 512
    /// The bits that hashes may have: tests leave few, so that different keys have the same.
    var mask = UInt64.max
  }

  private enum Block {
    case memory([UInt64])
    /// Where it stands in the file.
    case file(Int)
  }

  private let bounds: Bounds
  private var blocks = [[Block]](repeating: [], count: parts)
  private var open: UnsafeMutablePointer<UInt64>
  private var counts = [Int](repeating: 0, count: parts)
  private var kept = 0
  private var file: TemporaryFile?

  /// - Parameter bounds: those of this thread.
  init(_ bounds: Bounds) {
    self.bounds = bounds
    open = .make(Self.parts * bounds.block, of: 0)
  }

  deinit { open.deallocate() }

  /// Adds the hashes of a batch's keys.
  func add(_ keys: KeyCells) {
    for hash in keys.hashes where hash != 0 { add(hash) }
  }

  private func add(_ hash: UInt64) {
    let part = Int(hash >> 56)
    open[part * bounds.block + counts[part]] = hash
    counts[part] += 1
    if counts[part] == bounds.block { putAway(part) }
  }

  private func putAway(_ part: Int) {
    let full = UnsafeBufferPointer(start: open + part * bounds.block, count: bounds.block)
    counts[part] = 0
    if kept + bounds.block > bounds.most {
      file = file ?? TemporaryFile()
      if let place = file?.append(UnsafeRawBufferPointer(full)) {
        return blocks[part].append(.file(place))
      }
    }
    kept += bounds.block
    blocks[part].append(.memory(Array(full)))
  }

  /// Calls `body` with all hashes of a part; returns whether they could be read.
  func read(_ part: Int, _ body: (UInt64) -> Void) -> Bool {
    for index in 0..<counts[part] { body(open[part * bounds.block + index]) }
    var space: [UInt64] = []
    for block in blocks[part] {
      switch block {
      case .memory(let hashes): space = hashes
      case .file(let place):
        space = Array(repeating: 0, count: bounds.block)
        let isRead = space.withUnsafeMutableBytes { file?.read(at: place, into: $0) ?? false }
        if !isRead { return false }
      }
      for hash in space { body(hash) }
    }
    return true
  }

  /// How many hashes there are in a part.
  func count(_ part: Int) -> Int { counts[part] + blocks[part].count * bounds.block }
}
