/// The part of a file that is in memory: from the start of a record to the end of the last block.
struct ByteWindow<Source: BlockSource> {
  private(set) var source: Source
  private let blockSize: Int
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0
  /// Whether the last block was read.
  private(set) var isAtEnd = false

  /// A window that grows by `blockSize` bytes at a time.
  init(_ source: Source, blockSize: Int) {
    self.source = source
    self.blockSize = max(1, blockSize)
    buffer = [UInt8](repeating: 0, count: 2 * max(1, blockSize))
  }

  /// How many bytes are in memory.
  var count: Int { end - start }

  /// Calls `body` with the bytes in memory.
  @inline(__always)
  func withBytes<Result>(_ body: (Bytes) -> Result) -> Result {
    buffer.withUnsafeBufferPointer { body($0.part(start..<end)) }
  }

  /// Forgets the first `count` bytes.
  mutating func drop(_ count: Int) { start += count }

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
    if buffer.count - end < blockSize {
      buffer.append(contentsOf: repeatElement(0, count: buffer.count + blockSize))
    }
  }

  private mutating func readBlock() throws(FileFault) -> Int {
    let (from, size) = (end, blockSize)
    var copy = source
    let result = buffer.withUnsafeMutableBytes { bytes in
      let space = UnsafeMutableRawBufferPointer(rebasing: bytes[from..<from + size])
      return Result { () throws(FileFault) in try copy.read(into: space) }
    }
    source = copy
    return try result.get()
  }
}
