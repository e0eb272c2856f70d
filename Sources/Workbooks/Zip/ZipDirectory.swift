/// The list of entries at the end of a ZIP file, with ZIP64 and with bytes in front or behind that
/// do not belong to it.
struct ZipDirectory {
  private let file: InputFile
  /// Where the list begins, how long it is said to be, and what to add to every offset in it.
  private struct Extent {
    let start: Int
    let length: Int
    let shift: Int
  }

  init(_ file: InputFile) { self.file = file }

  /// The entries, or `nil` where there is no list, or one that is not whole.
  func entries() throws(WorkbookError) -> [ZipEntry]? {
    guard let extent = try extent() else { return nil }
    guard extent.length <= WorkbookLimit.directoryBytes.most else {
      throw WorkbookError(path: file.path, reason: .limit(part: "", .directoryBytes))
    }
    let list = try file.bytes(at: extent.start, count: extent.length)
    var entries: [ZipEntry] = []
    var offset = 0
    while offset < list.count {
      guard let (entry, length) = entry(list, offset, shift: extent.shift) else { return nil }
      entries.append(entry)
      offset += length
      try check(count: entries.count)
    }
    return list.count == extent.length ? entries : nil
  }

  private func check(count: Int) throws(WorkbookError) {
    guard count <= WorkbookLimit.entries.most else {
      throw WorkbookError(path: file.path, reason: .limit(part: "", .entries))
    }
  }

  private func entry(_ list: [UInt8], _ offset: Int, shift: Int) -> (ZipEntry, Int)? {
    guard list.has(.directoryEntry, at: offset), offset + 46 <= list.count else { return nil }
    let nameEnd = offset + 46 + list.little(offset + 28, 2)
    let extraEnd = nameEnd + list.little(offset + 30, 2)
    guard extraEnd <= list.count else { return nil }
    var wide = Zip64Field(Array(list[nameEnd..<extraEnd]))
    let size = wide.resolve(list.little(offset + 24, 4))
    let packed = wide.resolve(list.little(offset + 20, 4))
    let place = wide.resolve(list.little(offset + 42, 4))
    let entry = ZipEntry(
      name: ZipEntry.clean(String(decoding: list[offset + 46..<nameEnd], as: UTF8.self)),
      method: list.little(offset + 10, 2), isEncrypted: list.little(offset + 8, 2) & 1 == 1,
      packedSize: packed, size: size, checksum: UInt32(list.little(offset + 16, 4)),
      offset: min(place, file.size) + shift)
    return (entry, extraEnd - offset + list.little(offset + 32, 2))
  }

  /// Looks for the record that ends the file: it is followed by a comment of up to 65,535 bytes.
  private func extent() throws(WorkbookError) -> Extent? {
    let tailStart = max(0, file.size - 22 - 0xFFFF - 20)
    let tail = try file.bytes(at: tailStart, count: file.size - tailStart)
    guard tail.count >= 22 else { return nil }
    for offset in stride(from: tail.count - 22, through: 0, by: -1)
    where tail.has(.directoryEnd, at: offset) {
      if let found = try extent(tail, offset, tailStart) { return found }
    }
    return nil
  }

  private func extent(
    _ tail: [UInt8], _ offset: Int, _ tailStart: Int
  ) throws(WorkbookError) -> Extent? {
    var length = tail.little(offset + 12, 4)
    var start = tail.little(offset + 16, 4)
    var end = tailStart + offset
    if tail.has(.locator64, at: offset - 20) {
      let place = tail.little(offset - 12, 8)
      guard let wide = try record64(near: place, before: end - 20) else { return nil }
      (end, length, start) = wide
    }
    let shift = end - min(length, file.size) - min(start, file.size)
    let first = end - min(length, file.size)
    guard first >= 0 else { return nil }
    let begins = try file.bytes(at: first, count: 4)
    return length == 0 || begins.has(.directoryEntry, at: 0)
      ? Extent(start: first, length: length, shift: shift) : nil
  }

  /// Where ZIP64's own end record stands, and the length and start of the list that it gives. With
  /// bytes in front of the archive it is not where the locator says but right before the locator.
  private func record64(
    near place: Int, before locator: Int
  ) throws(WorkbookError) -> (Int, Int, Int)? {
    for start in [place, locator - 56] where start >= 0 && start < file.size {
      let record = try file.bytes(at: start, count: 56)
      if record.has(.directoryEnd64, at: 0), record.count == 56 {
        return (start, record.little(40, 8), record.little(48, 8))
      }
    }
    return nil
  }
}
