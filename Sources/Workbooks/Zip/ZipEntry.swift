/// One file of an archive.
struct ZipEntry: Sendable {
  /// Its name with `/` between folders and none in front.
  let name: String
  /// 0 stored, 8 deflated; workbooks use no other.
  let method: Int
  let isEncrypted: Bool
  let packedSize: Int
  /// `nil` where only the bytes themselves can tell.
  let size: Int?
  /// `nil` where it is not known.
  let checksum: UInt32?
  /// Where its local header stands in the file.
  let offset: Int

  /// The name under which an entry is found: writers differ in slashes and in the case of letters.
  static func key(_ name: String) -> String {
    clean(name).lowercased()
  }

  /// A name as the format wants it, with `.` and `..` resolved.
  static func clean(_ name: String) -> String {
    var folders: [Substring] = []
    for part in name.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
      if part == ".." { _ = folders.popLast() } else { folders.append(part) }
    }
    return folders.joined(separator: "/")
  }
}

/// The extra field in which ZIP64 keeps what does not fit 32 bits (APPNOTE 4.5.3): each number
/// stands there only if its own place holds the greatest value.
struct Zip64Field {
  private var numbers: [Int] = []

  init(_ extra: [UInt8]) {
    var offset = 0
    while offset + 4 <= extra.count {
      let length = extra.little(offset + 2, 2)
      if extra.little(offset, 2) == 1 {
        let body = offset + 4
        let end = min(body + length, extra.count)
        numbers = stride(from: body, to: max(body, end - 7), by: 8).map { extra.little($0, 8) }
          .reversed()
        return
      }
      offset += 4 + length
    }
  }

  /// `value`, or the next number of the field where `value` says to look there.
  mutating func resolve(_ value: Int) -> Int {
    value == 0xFFFF_FFFF ? numbers.popLast() ?? value : value
  }
}
