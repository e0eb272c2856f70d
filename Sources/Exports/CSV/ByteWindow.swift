/// The part of a file that is in memory: from the start of a record to the end of the last block.
struct ByteWindow {
  /// So many bytes behind those in memory can be read too, and mean nothing.
  static let slack = 64

  /// Where the first byte in memory stands in the file.
  private(set) var offset: Int
  private let file: FileBytes
  private let blockSize: Int
  private let bound: Int
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0
  /// Whether the last block was read.
  private(set) var isAtEnd = false

  /// A window that grows by `blockSize` bytes at a time.
  /// - Parameter bound: the offset beyond which no more is read at once than is asked for.
  init(_ file: FileBytes, offset: Int = 0, bound: Int = .max, blockSize: Int) {
    self.file = file
    self.offset = offset
    self.bound = bound
    self.blockSize = max(1, blockSize)
    buffer = [UInt8](repeating: 0, count: 2 * max(1, blockSize) + Self.slack)
  }

  /// How many bytes are in memory.
  var count: Int { end - start }

  /// Whether a block or more is in memory, or all that is left of the file or before the bound.
  var isFull: Bool { count >= blockSize || isAtEnd || offset + count >= bound }

  /// Calls `body` with the bytes in memory.
  @inline(__always)
  func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
    buffer.withUnsafeBufferPointer { body($0.part(start..<end)) }
  }

  /// Forgets the first `count` bytes.
  mutating func drop(_ count: Int) {
    start += count
    offset += count
  }

  /// Reads one more block; false at the end of the file.
  mutating func grow() throws(FileFault) -> Bool {
    if isAtEnd { return false }
    makeRoom()
    let got = try readBlock()
    end += got
    isAtEnd = got == 0
    return got > 0
  }

  /// Reads until `count` bytes are in memory, or the file ends.
  mutating func grow(to count: Int) throws(FileFault) {
    while self.count < count, try grow() {}
  }

  private mutating func makeRoom() {
    if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
      end -= start
      start = 0
    }
    if buffer.count - end < blockSize + Self.slack {
      buffer.append(contentsOf: repeatElement(0, count: buffer.count + blockSize))
    }
  }

  private mutating func readBlock() throws(FileFault) -> Int {
    let (from, place) = (end, offset + count)
    let size = place < bound ? min(blockSize, bound - place) : min(blockSize, 16 * 1024)
    let file = file
    let result = buffer.withUnsafeMutableBytes { bytes in
      let space = UnsafeMutableRawBufferPointer(rebasing: bytes[from..<from + size])
      return Result { () throws(FileFault) in try file.read(at: place, into: space) }
    }
    return try result.get()
  }
}
