import CZlib

/// Unpacks one entry, block by block, and checks its size and checksum at the end.
final class ZipEntryReader {
  let entry: ZipEntry
  private let archive: ZipArchive
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var offset: Int
  private var packedLeft: Int
  private var size = 0
  private var checksum: UInt = 0
  private var hasEnded = false

  private static let inputSize = 1 << 16
  private static let stored = 0
  private static let deflated = 8

  init(_ entry: ZipEntry, of archive: ZipArchive) throws(WorkbookError) {
    self.entry = entry
    self.archive = archive
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(capacity: Self.inputSize)
    packedLeft = entry.packedSize
    offset = 0
    try checkKind()
    offset = try bodyOffset()
    guard tt_inflate_init_raw(stream) == Z_OK else { throw damage(.badCompression) }
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
    input.deallocate()
  }

  /// Fills `buffer`; gives how many bytes, 0 at the end.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(WorkbookError) -> Int {
    guard !hasEnded, buffer.count > 0 else { return 0 }
    let count =
      entry.method == Self.stored ? try copy(into: buffer) : try inflate(into: buffer)
    try account(UnsafeBufferPointer(rebasing: buffer[..<count]))
    if hasEnded { try checkEnd() }
    return count
  }

  private func copy(into buffer: UnsafeMutableBufferPointer<UInt8>) throws(WorkbookError) -> Int {
    let wanted = min(buffer.count, packedLeft)
    let part = UnsafeMutableRawBufferPointer(
      rebasing: UnsafeMutableRawBufferPointer(buffer)[..<wanted])
    let count = try archive.file.read(at: offset, into: part)
    advance(count)
    if count < wanted { throw damage(.endsEarly) }
    hasEnded = packedLeft == 0
    return count
  }

  private func inflate(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(WorkbookError) -> Int {
    stream.pointee.next_out = buffer.baseAddress
    stream.pointee.avail_out = UInt32(clamping: buffer.count)
    while stream.pointee.avail_out > 0 {
      if stream.pointee.avail_in == 0 { try refill() }
      let status = CZlib.inflate(stream, Z_NO_FLUSH)
      if status == Z_STREAM_END {
        hasEnded = true
        break
      }
      guard status == Z_OK || status == Z_BUF_ERROR else { throw damage(.badCompression) }
    }
    return buffer.count - Int(stream.pointee.avail_out)
  }

  private func refill() throws(WorkbookError) {
    let block = UnsafeMutableRawBufferPointer(input)
    let wanted = UnsafeMutableRawBufferPointer(rebasing: block[..<min(block.count, packedLeft)])
    let count = try archive.file.read(at: offset, into: wanted)
    guard count > 0 else { throw damage(.endsEarly) }
    advance(count)
    stream.pointee.next_in = input.baseAddress
    stream.pointee.avail_in = UInt32(count)
  }

  private func advance(_ count: Int) {
    offset += count
    packedLeft -= count
  }

  private func account(_ block: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
    checksum = crc32(checksum, block.baseAddress, UInt32(block.count))
    size += block.count
    if let declared = entry.size, size > declared { throw damage(.badSize) }
    guard archive.unpacked.add(block.count) else { throw limit(.inflatedBytes) }
    let packed = entry.packedSize - packedLeft - Int(stream.pointee.avail_in)
    if size > WorkbookLimit.ratioIsFree, size > max(1, packed) * WorkbookLimit.ratio.most {
      throw limit(.ratio)
    }
  }

  private func checkEnd() throws(WorkbookError) {
    if let declared = entry.size, size != declared { throw damage(.badSize) }
    if let declared = entry.checksum, UInt(declared) != checksum { throw damage(.badChecksum) }
  }

  private func checkKind() throws(WorkbookError) {
    if entry.isEncrypted { throw WorkbookError(path: archive.file.path, reason: .encrypted) }
    guard entry.method == Self.stored || entry.method == Self.deflated else {
      throw WorkbookError(
        path: archive.file.path,
        reason: .unknownCompression(part: entry.name, method: entry.method))
    }
  }

  /// The local header's name and extra field may differ in length from those of the list.
  private func bodyOffset() throws(WorkbookError) -> Int {
    let header = try archive.file.bytes(at: max(0, entry.offset), count: 30)
    guard header.count == 30, header.has(.localHeader, at: 0) else { throw damage(.endsEarly) }
    return entry.offset + 30 + header.little(26, 2) + header.little(28, 2)
  }

  private func damage(_ damage: ArchiveDamage) -> WorkbookError {
    WorkbookError(path: archive.file.path, reason: .damaged(part: entry.name, damage))
  }

  private func limit(_ limit: WorkbookLimit) -> WorkbookError {
    WorkbookError(path: archive.file.path, reason: .limit(part: entry.name, limit))
  }
}
