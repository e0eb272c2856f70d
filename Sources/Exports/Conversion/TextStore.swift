import Foundation

/// Where texts are kept that stand in no file as they are read. The long ones share one temporary file,
/// so that any number of them needs one descriptor.
final class TextStore {
  private var file: TemporaryFile?

  /// Appends bytes to the file; returns where they stand in it.
  fileprivate func append(_ bytes: [UInt8]) throws(FileFault) -> Int {
    file = file ?? TemporaryFile()
    guard let start = bytes.withUnsafeBytes({ file?.append($0) }) else {
      throw FileFault(number: errno)
    }
    return start
  }

  /// Bytes of the file.
  fileprivate func part(_ range: Range<Int>) -> FileBytes? { file?.part(range) }
}

/// Writes one text of a store: in memory while it is short, else to the file. Only one writer is used at
/// a time.
struct TextWriter {
  /// The longest text that stays in memory, in bytes.
  static let memoryBound = 256 * 1024

  private let store: TextStore
  private let memoryBound: Int
  private var stored: Range<Int>?
  private var text: [UInt8] = []

  /// A writer of an empty text.
  init(_ store: TextStore, memoryBound: Int = Self.memoryBound) {
    self.store = store
    self.memoryBound = memoryBound
  }

  /// Calls `body` with an array to append to.
  mutating func write(_ body: (inout [UInt8]) -> Void) throws(FileFault) {
    body(&text)
    if text.count > memoryBound { try flush() }
  }

  /// The whole text.
  mutating func finish() throws(FileFault) -> FileBytes {
    if stored == nil { return FileBytes(text) }
    try flush()
    return stored.flatMap(store.part) ?? FileBytes([])
  }

  private mutating func flush() throws(FileFault) {
    let start = try store.append(text)
    stored = (stored?.lowerBound ?? start)..<start + text.count
    text.removeAll(keepingCapacity: true)
  }
}
