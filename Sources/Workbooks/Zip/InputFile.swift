import Glibc

/// An open file that is read by place, so that threads may share it.
final class InputFile: Sendable {
  let path: String
  let size: Int
  private let descriptor: Int32

  init(path: String) throws(WorkbookError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    var status = stat()
    let isThere = descriptor >= 0 && fstat(descriptor, &status) == 0
    let number = isThere ? EISDIR : errno
    guard isThere, status.st_mode & S_IFMT == S_IFREG else {
      if descriptor >= 0 { close(descriptor) }
      throw WorkbookError(path: path, reason: .unreadable(number))
    }
    self.path = path
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Fills `buffer` from `offset` on; gives how many bytes there were before the end of the file.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int
  {
    var count = 0
    while count < buffer.count, offset >= 0 {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let got = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + count))
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw WorkbookError(path: path, reason: .unreadable(errno)) }
      if got == 0 { break }
      count += got
    }
    return count
  }

  /// The bytes from `offset` on, `count` of them or as many as there are.
  func bytes(at offset: Int, count: Int) throws(WorkbookError) -> [UInt8] {
    let wanted = max(0, min(count, size - offset))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: wanted, alignment: 1)
    defer { buffer.deallocate() }
    let got = try read(at: offset, into: buffer)
    return Array(buffer[..<got])
  }
}

extension [UInt8] {
  /// The little-endian number of `width` bytes at `offset`; 0 where the bytes end before it does,
  /// and the greatest number where it does not fit.
  func little(_ offset: Int, _ width: Int) -> Int {
    guard offset >= 0, offset + width <= count else { return 0 }
    let value = (0..<width).reduce(UInt64(0)) { $0 | UInt64(self[offset + $1]) << (8 * $1) }
    return Int(clamping: value)
  }

  /// Whether the four bytes at `offset` are `signature`.
  func has(_ signature: ZipSignature, at offset: Int) -> Bool {
    offset >= 0 && offset + 4 <= count && little(offset, 4) == signature.rawValue
  }
}

/// The marks that begin the records of a ZIP file (PKWARE's APPNOTE, 4.3).
enum ZipSignature: Int {
  case localHeader = 0x0403_4b50
  case descriptor = 0x0807_4b50
  case directoryEntry = 0x0201_4b50
  case directoryEnd = 0x0605_4b50
  case directoryEnd64 = 0x0606_4b50
  case locator64 = 0x0706_4b50
}
