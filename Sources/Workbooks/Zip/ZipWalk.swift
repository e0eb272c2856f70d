/// Finds the entries of a ZIP file that has lost its list of them, from header to header.
struct ZipWalk {
  private let file: InputFile
  private static let blockSize = 1 << 20

  init(_ file: InputFile) { self.file = file }

  /// The entries found; the last may be cut off.
  func entries() throws(WorkbookError) -> [ZipEntry] {
    var entries: [ZipEntry] = []
    var place = try next([.localHeader], from: 0, until: 1 << 16)
    while let start = place, let (entry, body) = try entry(at: start) {
      let unknown = entry.size == nil
      let end =
        unknown
        ? try next(Self.anyRecord, from: body, until: file.size) ?? file.size
        : body + entry.packedSize
      entries.append(unknown ? entry.with(packedSize: end - body) : entry)
      guard entries.count <= WorkbookLimit.entries.most else {
        throw WorkbookError(path: file.path, reason: .limit(part: "", .entries))
      }
      place = try next([.localHeader], from: end, until: min(file.size, end + 64))
    }
    return entries
  }

  private static let anyRecord: [ZipSignature] = [.localHeader, .descriptor, .directoryEntry]

  /// The entry whose header is at `start`, and where its bytes begin.
  private func entry(at start: Int) throws(WorkbookError) -> (ZipEntry, Int)? {
    let header = try file.bytes(at: start, count: 30)
    guard header.count == 30 else { return nil }
    let nameLength = header.little(26, 2)
    let extraLength = header.little(28, 2)
    let rest = try file.bytes(at: start + 30, count: nameLength + extraLength)
    guard rest.count == nameLength + extraLength else { return nil }
    var wide = Zip64Field(Array(rest[nameLength...]))
    let size = wide.resolve(header.little(22, 4))
    let packed = wide.resolve(header.little(18, 4))
    let flags = header.little(6, 2)
    let isLater = flags & 8 == 8
    let entry = ZipEntry(
      name: ZipEntry.clean(String(decoding: rest[..<nameLength], as: UTF8.self)),
      method: header.little(8, 2), isEncrypted: flags & 1 == 1, packedSize: min(packed, file.size),
      size: isLater ? nil : size, checksum: isLater ? nil : UInt32(header.little(14, 4)),
      offset: start)
    return (entry, start + 30 + rest.count)
  }

  /// Where one of the signatures stands next.
  private func next(
    _ signatures: [ZipSignature], from start: Int, until end: Int
  ) throws(WorkbookError) -> Int? {
    var start = start
    while start < end {
      let block = try file.bytes(at: start, count: min(Self.blockSize, end - start + 3))
      let place = block.indices.first { index in
        block[index] == 0x50 && signatures.contains { block.has($0, at: index) }
      }
      if let place { return start + place }
      guard block.count > 3 else { return nil }
      start += block.count - 3
    }
    return nil
  }
}

extension ZipEntry {
  fileprivate func with(packedSize: Int) -> ZipEntry {
    ZipEntry(
      name: name, method: method, isEncrypted: isEncrypted, packedSize: packedSize, size: size,
      checksum: checksum, offset: offset)
  }
}
