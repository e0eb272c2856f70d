import Glibc

/// Many strings, end to end. Beyond a bound they move to a file that nobody else can see.
struct StringArena {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var spilled: SpillFile?
  private var spilledCount = 0

  /// Bytes kept in memory; most workbooks have far less text than this.
  static let memoryBound = 32 << 20
  private static let pieceSize = 1 << 20

  var count: Int { ends.count }

  /// Adds a string; `false` where there is no room for more.
  mutating func append(_ text: [UInt8]) -> Bool {
    bytes.append(contentsOf: text)
    guard let end = UInt32(exactly: spilledCount + bytes.count),
      count < WorkbookLimit.sharedStrings.most
    else { return false }
    ends.append(end)
    let bound = spilled == nil ? Self.memoryBound : Self.pieceSize
    return bytes.count < bound || spill()
  }

  private mutating func spill() -> Bool {
    guard let file = spilled ?? SpillFile(), file.append(bytes) else { return false }
    spilled = file
    spilledCount += bytes.count
    bytes.removeAll(keepingCapacity: false)
    return true
  }

  /// Closes the arena; `nil` where the file could not be read back.
  mutating func finish() -> SharedStrings? {
    guard spilled != nil else { return SharedStrings(bytes: bytes, ends: ends) }
    guard spill(), let mapped = spilled?.map(spilledCount) else { return nil }
    return SharedStrings(mapped: mapped, ends: ends)
  }
}

/// A file without a name: it is gone when the last who has it open ends.
final class SpillFile: Sendable {
  private let descriptor: Int32

  init?() {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/tuanthu-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    unlink(template)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func append(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer
      while !rest.isEmpty {
        let count = write(descriptor, rest.baseAddress, rest.count)
        guard count > 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
  }

  /// The first `count` bytes, mapped; the map outlives the file.
  func map(_ count: Int) -> MappedBytes? { MappedBytes(descriptor, count) }
}

/// Bytes of a file in memory, brought in when they are read.
final class MappedBytes: Sendable {
  nonisolated(unsafe) private let start: UnsafeMutableRawPointer
  private let count: Int

  init?(_ descriptor: Int32, _ count: Int) {
    guard count > 0, let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    self.start = start
    self.count = count
  }

  deinit { munmap(start, count) }

  /// Lets the system take back the memory; the bytes stay in the file.
  func release() { madvise(start, count, MADV_DONTNEED) }

  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }
}
