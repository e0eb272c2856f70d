import Exports

/// All records that prove a violation, as one thread finds them: in memory while they are few, then in a
/// temporary file, so that memory does not grow with them.
///
/// They are put aside in chunks of one piece of a file. Threads take pieces in order, so chunks follow each
/// other, but for records that were reunited at the end.
final class ProofSpool {
  /// How much is put aside, and where.
  struct Bounds: Sendable {
    /// How many bytes make a chunk, those of its last slice besides.
    var chunk = 256 * 1024
    /// How many bytes of chunks stay in memory.
    var kept = 1 << 20
  }

  /// A record that proves a violation by one tally; the bytes of its key follow.
  struct Entry {
    let tally: Int32
    let place: Int32
    /// Its line, counted as its batch counts.
    let line: Int32
    /// Its index in its batch.
    let row: Int32
    let due: Int64
    let done: Int64
    let hasDue: Bool
    let hasDone: Bool
    /// How many bytes of a key follow; -1 where it has none, or its record is kept.
    let keyCount: Int32
  }

  /// Entries of one piece of a file.
  struct Chunk {
    let file: Int
    let piece: Int
    /// The least and the greatest line.
    let lines: ClosedRange<Int32>
    fileprivate let count: Int
    fileprivate let store: Store
  }

  fileprivate enum Store {
    case memory([UInt8])
    /// Where it stands in the file.
    case file(Int)
  }

  /// What was put aside so far, in the order in which it came.
  private(set) var chunks: [Chunk] = []
  private let bounds: Bounds
  private var open: [UInt8] = []
  private var lines: ClosedRange<Int32>?
  private var (file, piece) = (0, 0)
  private var kept = 0
  private var disk: TemporaryFile?

  init(_ bounds: Bounds) { self.bounds = bounds }

  /// Says where the next records stand.
  func begin(file: Int, piece: Int) {
    if (file, piece) == (self.file, self.piece) { return }
    putAway()
    (self.file, self.piece) = (file, piece)
  }

  /// Puts a record aside.
  func add(_ entry: Entry, key: UnsafeBufferPointer<UInt8>?) {
    withUnsafeBytes(of: entry) { open.append(contentsOf: $0) }
    if let key { open.append(contentsOf: key) }
    lines = min(lines?.lowerBound ?? .max, entry.line)...max(lines?.upperBound ?? 0, entry.line)
  }

  /// Ends a chunk that is large enough: records of the next slice stand behind those of this one.
  func endSlice() { if open.count >= bounds.chunk { putAway() } }

  /// Ends the last chunk.
  func finish() { putAway() }

  private func putAway() {
    guard let lines else { return }
    chunks.append(
      Chunk(file: file, piece: piece, lines: lines, count: open.count, store: stored()))
    open.removeAll(keepingCapacity: true)
    self.lines = nil
  }

  /// What the system does not take stays in memory.
  private func stored() -> Store {
    if kept + open.count > bounds.kept {
      disk = disk ?? TemporaryFile()
      if let place = open.withUnsafeBytes({ disk?.append($0) }) { return .file(place) }
    }
    kept += open.count
    return .memory(open)
  }

  // MARK: - Reading

  private static let header = MemoryLayout<Entry>.size

  /// The bytes of a chunk; `nil` when they cannot be read again.
  func bytes(_ chunk: Chunk) -> [UInt8]? {
    switch chunk.store {
    case .memory(let bytes): return bytes
    case .file(let place):
      var bytes = [UInt8](repeating: 0, count: chunk.count)
      let isRead = bytes.withUnsafeMutableBytes { disk?.read(at: place, into: $0) ?? false }
      return isRead ? bytes : nil
    }
  }

  /// Calls `body` with each entry of a chunk's bytes, and where it stands.
  static func forEach(in bytes: [UInt8], _ body: (Entry, Int) -> Void) {
    var place = 0
    while place < bytes.count {
      let entry = entry(at: place, in: bytes)
      body(entry, place)
      place += header + max(0, Int(entry.keyCount))
    }
  }

  /// The entry that stands at a place.
  static func entry(at place: Int, in bytes: [UInt8]) -> Entry {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: Entry.self) }
  }

  /// The key of an entry that stands at a place, where it has one.
  static func key(of entry: Entry, at place: Int, in bytes: [UInt8]) -> String? {
    if entry.keyCount < 0 { return nil }
    let start = place + header
    return String(decoding: bytes[start..<start + Int(entry.keyCount)], as: UTF8.self)
  }
}
