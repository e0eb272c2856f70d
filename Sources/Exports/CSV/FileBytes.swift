import Foundation

/// The system would not open or read a file.
struct FileFault: Error, Hashable {
  /// The system's error number.
  let number: Int32

  /// Whether reading is not permitted.
  var isPermission: Bool { number == EACCES || number == EPERM }
  /// What the system says about it.
  var words: String { String(cString: strerror(number)) }
}

extension FileFault {
  /// What was met while reading: itself, where it is one.
  init(_ error: any Error) { self = error as? FileFault ?? FileFault(number: EIO) }
}

/// The bytes of a file, which any thread can read from anywhere in them.
final class FileBytes: Sendable {
  private enum Storage {
    /// From an offset in a file on, up to another.
    case file(Descriptor, Range<Int>)
    case memory([UInt8])
  }

  /// How many there are; a file that grows may have more by now.
  let size: Int
  private let storage: Storage

  /// Opens the file at `path`. What is no regular file is read at once (a pipe is not waited for).
  init(path: String) throws(FileFault) {
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if number < 0 { throw FileFault(number: errno) }
    let descriptor = Descriptor(number)
    var status = stat()
    if fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      storage = .file(descriptor, 0..<Int.max)
      size = Int(status.st_size)
    } else {
      let bytes = try Self.drained(number)
      storage = .memory(bytes)
      size = bytes.count
    }
  }

  /// Bytes in memory.
  init(_ bytes: [UInt8]) {
    storage = .memory(bytes)
    size = bytes.count
  }

  /// Some bytes of an open file.
  init(_ descriptor: Descriptor, _ range: Range<Int>) {
    storage = .file(descriptor, range)
    size = range.count
  }

  /// Whether they were all read at once.
  var isInMemory: Bool { if case .memory = storage { true } else { false } }

  /// All bytes of a small file.
  static func contents(of path: String) throws(FileFault) -> [UInt8] {
    let file = try FileBytes(path: path)
    var bytes: [UInt8] = []
    try file.forEachBlock { bytes += $0 }
    return bytes
  }

  /// The first bytes, `most` of them where there are so many.
  func head(_ most: Int) throws(FileFault) -> [UInt8] { try bytes(from: 0, most) }

  /// So many bytes from an offset on, or all there are.
  func bytes(from offset: Int, _ most: Int) throws(FileFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, min(size - offset, most)))
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { space in
        let rest = UnsafeMutableRawBufferPointer(rebasing: space[count...])
        return Result { () throws(FileFault) in try read(at: offset + count, into: rest) }
      }
      if try got.get() == 0 { break }
      count += try got.get()
    }
    return Array(bytes.prefix(count))
  }

  /// Reads some bytes from an offset into `space`, which is not empty; returns how many, 0 at the end.
  func read(at offset: Int, into space: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    switch storage {
    case .memory(let bytes):
      let block = bytes.dropFirst(offset).prefix(space.count)
      space.copyBytes(from: block)
      return block.count
    case .file(let descriptor, let range):
      let (start, count) = (range.lowerBound + offset, min(space.count, range.count - offset))
      if count <= 0 { return 0 }
      return try Self.retrying { pread(descriptor.number, space.baseAddress, count, off_t(start)) }
    }
  }

  /// Calls `body` with all bytes, block by block.
  func forEachBlock(
    _ body: (UnsafeRawBufferPointer) throws(FileFault) -> Void
  ) throws(FileFault) {
    let space = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 * 1024, alignment: 64)
    defer { space.deallocate() }
    var offset = 0
    while case let got = try read(at: offset, into: space), got > 0 {
      try body(UnsafeRawBufferPointer(rebasing: space[..<got]))
      offset += got
    }
  }

  private static func drained(_ descriptor: Int32) throws(FileFault) -> [UInt8] {
    var bytes: [UInt8] = []
    let space = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 64)
    defer { space.deallocate() }
    while true {
      let got = try retrying { Foundation.read(descriptor, space.baseAddress, space.count) }
      if got == 0 { return bytes }
      bytes += space[..<got]
    }
  }

  private static func retrying(_ call: () -> Int) throws(FileFault) -> Int {
    while true {
      let got = call()
      if got >= 0 { return got }
      if errno != EINTR { throw FileFault(number: errno) }
    }
  }
}
