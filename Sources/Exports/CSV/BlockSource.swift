import Crypto
import Foundation

/// Gives the bytes of a file in blocks.
protocol BlockSource {
  /// Reads some bytes into `space`, which is not empty; returns how many, 0 at the end.
  mutating func read(into space: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int
}

/// The system would not open or read a file.
struct FileFault: Error, Hashable {
  /// The system's error number.
  let number: Int32

  /// Whether reading is not permitted.
  var isPermission: Bool { number == EACCES || number == EPERM }
  /// What the system says about it.
  var words: String { String(cString: strerror(number)) }
}

/// The bytes of a file on disk, hashed and counted while they are read.
final class FileBlocks: BlockSource {
  private let descriptor: Int32
  private var hasher = SHA256()
  private let progress: ((Int) -> Void)?
  /// How many bytes were read.
  private(set) var count = 0

  /// Opens the file at `path` (a pipe is not waited for); `progress` is told the size of each block.
  init(path: String, progress: ((Int) -> Void)? = nil) throws(FileFault) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    self.progress = progress
    if descriptor < 0 { throw FileFault(number: errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// All bytes of a small file.
  static func bytes(of path: String) throws(FileFault) -> [UInt8] {
    let blocks = try FileBlocks(path: path)
    var (bytes, space) = ([UInt8](), [UInt8](repeating: 0, count: 64 * 1024))
    while case let got = try blocks.readBlock(&space), got > 0 { bytes += space[..<got] }
    return bytes
  }

  func read(into space: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    while true {
      let got = Foundation.read(descriptor, space.baseAddress, space.count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { throw FileFault(number: errno) }
      hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: space[..<got]))
      count += got
      if got > 0 { progress?(got) }
      return got
    }
  }

  /// Reads what is left, for the hash of a file that is no CSV.
  func drain() throws(FileFault) {
    var space = [UInt8](repeating: 0, count: 64 * 1024)
    while try readBlock(&space) > 0 {}
  }

  private func readBlock(_ space: inout [UInt8]) throws(FileFault) -> Int {
    let result = space.withUnsafeMutableBytes { bytes in
      Result { () throws(FileFault) in try read(into: bytes) }
    }
    return try result.get()
  }

  /// SHA-256 of what was read, in hexadecimal.
  var sha256: String { hasher.finalize().map { byte in hex(byte) }.joined() }

  private func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

/// Bytes in memory, given out in blocks; for tests.
struct MemoryBlocks: BlockSource {
  private var rest: ArraySlice<UInt8>

  /// Gives out `bytes`.
  init(_ bytes: [UInt8]) { rest = bytes[...] }

  mutating func read(into space: UnsafeMutableRawBufferPointer) -> Int {
    let block = rest.prefix(space.count)
    space.copyBytes(from: block)
    rest = rest.dropFirst(block.count)
    return block.count
  }
}
