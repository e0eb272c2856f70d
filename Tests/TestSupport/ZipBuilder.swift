import CZlib

/// Builds ZIP files for tests: stored or deflated, plain or in the odd ways that writers have.
package struct ZipBuilder: Sendable {
  /// How the bytes of each part are kept.
  package enum Style: Sendable { case stored, deflated }

  private let style: Style
  private let isWide: Bool
  private let hasDescriptors: Bool
  private let hasDirectory: Bool
  private let flags: Int
  private let method: Int?
  private let checksumError: UInt32
  private let sizeError: Int

  /// A builder of sound archives, or of broken ones.
  ///
  /// - Parameters:
  ///   - isWide: Whether sizes and places are written as ZIP64 does.
  ///   - hasDescriptors: Whether sizes stand behind the bytes, as writers to a stream do.
  ///   - hasDirectory: Whether the list of parts stands at the end.
  ///   - flags: The flags of every part; 1 says that it is encrypted.
  ///   - method: A method to claim instead of the true one.
  ///   - checksumError: Added to every checksum, to make it wrong.
  ///   - sizeError: Added to every size that is stated.
  package init(
    style: Style = .stored, isWide: Bool = false, hasDescriptors: Bool = false,
    hasDirectory: Bool = true, flags: Int = 0, method: Int? = nil, checksumError: UInt32 = 0,
    sizeError: Int = 0
  ) {
    self.style = style
    self.isWide = isWide
    self.hasDescriptors = hasDescriptors
    self.hasDirectory = hasDirectory
    self.flags = flags
    self.method = method
    self.checksumError = checksumError
    self.sizeError = sizeError
  }

  /// The bytes of an archive of these parts.
  package func archive(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let entry = Entry(part.name, part.bytes, self, offset: file.count)
      file += entry.local
      directory += entry.listed
    }
    guard hasDirectory else { return file }
    let start = file.count
    file += directory
    return file + end(count: parts.count, start: start, length: directory.count)
  }

  private func end(count: Int, start: Int, length: Int) -> [UInt8] {
    let plain = little(0x0605_4b50, 4) + little(0, 4)
    if !isWide {
      return plain + little(count, 2) + little(count, 2) + little(length, 4) + little(start, 4)
        + [0, 0]
    }
    let record =
      little(0x0606_4b50, 4) + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8)
      + little(count, 8) + little(count, 8) + little(length, 8) + little(start, 8)
    let locator = little(0x0706_4b50, 4) + little(0, 4) + little(start + length, 8) + little(1, 4)
    return record + locator + plain + [UInt8](repeating: 0xFF, count: 12) + [0, 0]
  }

  private static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    defer { deflateEnd(&stream) }
    var input = bytes
    return [UInt8](unsafeUninitializedCapacity: bytes.count + bytes.count / 1000 + 64) {
      out, count in
      input.withUnsafeMutableBufferPointer { buffer in
        stream.next_in = buffer.baseAddress
        stream.avail_in = UInt32(buffer.count)
        stream.next_out = out.baseAddress
        stream.avail_out = UInt32(out.count)
        _ = CZlib.deflate(&stream, Z_FINISH)
        count = out.count - Int(stream.avail_out)
      }
    }
  }

  private struct Entry {
    let local: [UInt8]
    let listed: [UInt8]

    init(_ name: String, _ bytes: [UInt8], _ zip: ZipBuilder, offset: Int) {
      let body = zip.style == .deflated ? ZipBuilder.deflate(bytes) : bytes
      let checksum = UInt32(crc32(0, bytes, UInt32(bytes.count))) &+ zip.checksumError
      let size = bytes.count + zip.sizeError
      let flags = zip.flags | (zip.hasDescriptors ? 8 : 0)
      let kind = little(flags, 2) + little(zip.method ?? (zip.style == .deflated ? 8 : 0), 2)
      let names = little(name.utf8.count, 2)
      let later = zip.hasDescriptors
      let sums =
        little(Int(checksum), 4) + little(zip.isWide ? 0xFFFF_FFFF : body.count, 4)
        + little(zip.isWide ? 0xFFFF_FFFF : size, 4)
      let wide =
        zip.isWide ? little(1, 2) + little(16, 2) + little(size, 8) + little(body.count, 8) : []
      let head =
        little(0x0403_4b50, 4) + little(45, 2) + kind + little(0, 4)
        + (later ? [UInt8](repeating: 0, count: 12) : sums) + names + little(wide.count, 2)
      let descriptor =
        later
        ? little(0x0807_4b50, 4) + little(Int(checksum), 4) + little(body.count, 4)
          + little(size, 4) : []
      local = head + Array(name.utf8) + wide + body + descriptor
      listed =
        little(0x0201_4b50, 4) + little(45, 2) + little(45, 2) + kind + little(0, 4) + sums
        + names + little(wide.count, 2) + little(0, 10) + little(offset, 4)
        + Array(name.utf8) + wide
    }
  }
}

/// The low bytes of a number, the lowest first.
private func little(_ value: Int, _ width: Int) -> [UInt8] {
  (0..<width).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
}
