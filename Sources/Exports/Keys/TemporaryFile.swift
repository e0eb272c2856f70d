import Foundation

/// A file without a name, which is gone when nobody has it any more.
package final class TemporaryFile {
  private let descriptor: Descriptor
  private var end = 0

  /// A file in the folder for temporary files; `nil` where the system gives none.
  package init?() {
    let pattern = FileManager.default.temporaryDirectory.appending(path: "tuanthu-XXXXXX").path
    var path = Array(pattern.utf8CString)
    let number = path.withUnsafeMutableBufferPointer { path in
      path.baseAddress.map { mkstemp($0) } ?? -1
    }
    if number < 0 { return nil }
    descriptor = Descriptor(number)
    path.withUnsafeBufferPointer { path in
      if let start = path.baseAddress { _ = unlink(start) }
    }
  }

  /// Writes bytes at the end; returns where they stand, or `nil` when the system would not take them.
  package func append(_ bytes: UnsafeRawBufferPointer) -> Int? {
    let start = end
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
      let count = pwrite(descriptor.number, rest.baseAddress, rest.count, off_t(start + done))
      if count > 0 { done += count } else if errno != EINTR { return nil }
    }
    end += done
    return start
  }

  /// Bytes that were written, for any thread to read; they stay as long as somebody has them.
  func part(_ range: Range<Int>) -> FileBytes { FileBytes(descriptor, range) }

  /// Reads bytes from where they stand; false when the system does not give them.
  package func read(at start: Int, into space: UnsafeMutableRawBufferPointer) -> Bool {
    var done = 0
    while done < space.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: space[done...])
      let count = pread(descriptor.number, rest.baseAddress, rest.count, off_t(start + done))
      if count > 0 { done += count } else if count == 0 || errno != EINTR { return false }
    }
    return true
  }
}
