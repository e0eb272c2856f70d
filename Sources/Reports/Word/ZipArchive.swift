import CZlib

/// Makes a ZIP archive in memory: deflated parts, all of the same day, so that the same parts give the same bytes.
///
/// Source: PKWARE, APPNOTE.TXT 6.3.10, 4.3 (local headers, central directory, end record), without ZIP64.
struct ZipArchive {
  /// What zlib cannot do.
  struct Failure: Error {
    /// What zlib returned.
    let code: Int32
  }

  private var file: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a part.
  mutating func add(_ name: String, _ bytes: [UInt8]) throws {
    let body = try Self.deflated(bytes)
    let checksum = UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
    var sizes = Little()
    sizes.add(checksum)
    sizes.add(UInt32(body.count))
    sizes.add(UInt32(bytes.count))
    sizes.add(UInt16(name.utf8.count))
    sizes.add(0 as UInt16)
    var local = Little()
    local.add(0x0403_4B50 as UInt32)
    local.add(Self.kind)
    var listed = Little()
    listed.add(0x0201_4B50 as UInt32)
    listed.add(Self.version)
    listed.add(Self.kind)
    let offset = UInt32(file.count)
    file += local.bytes + sizes.bytes + Array(name.utf8) + body
    listed.bytes += sizes.bytes + [UInt8](repeating: 0, count: 10)
    listed.add(offset)
    directory += listed.bytes + Array(name.utf8)
    count += 1
  }

  /// The archive.
  var bytes: [UInt8] {
    var end = Little()
    end.add(0x0605_4B50 as UInt32)
    end.add(0 as UInt32)
    end.add(UInt16(count))
    end.add(UInt16(count))
    end.add(UInt32(directory.count))
    end.add(UInt32(file.count))
    end.add(0 as UInt16)
    return file + directory + end.bytes
  }

  private static let version: UInt16 = 20

  /// Version to extract 2.0, names in UTF-8, deflated, 1980-01-01 00:00.
  private static let kind: [UInt16] = [version, 0x0800, 8, 0, 0x0021]

  private static func deflated(_ bytes: [UInt8]) throws -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    let started = deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      size)
    guard started == Z_OK else { throw Failure(code: started) }
    defer { deflateEnd(&stream) }
    var input = bytes
    var code = Z_OK
    let room = Int(deflateBound(&stream, UInt(bytes.count)))
    let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        code = deflate(&stream, Z_FINISH)
        count = buffer.count - Int(stream.avail_out)
      }
    }
    guard code == Z_STREAM_END else { throw Failure(code: code) }
    return output
  }
}

/// Numbers as bytes, the lowest first.
private struct Little {
  var bytes: [UInt8] = []

  mutating func add(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ values: [UInt16]) { for value in values { add(value) } }
}
