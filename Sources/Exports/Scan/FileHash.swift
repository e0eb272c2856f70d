import Crypto

extension FileBytes {
  /// SHA-256 of all bytes in hexadecimal, and how many there are.
  /// - Parameter progress: told the size of each block.
  func hash(_ progress: (Int) -> Void) throws(FileFault) -> (sha256: String, count: Int) {
    var hasher = SHA256()
    var count = 0
    try forEachBlock { block in
      hasher.update(bufferPointer: block)
      count += block.count
      progress(block.count)
    }
    return (hasher.finalize().map { Self.hex($0) }.joined(), count)
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
