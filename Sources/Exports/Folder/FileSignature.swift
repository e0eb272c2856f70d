import Diagnostics

/// What a file is by its first bytes, when it is no CSV.
enum FileSignature: Sendable, Hashable {
  case spreadsheet
  case oldSpreadsheet
  case pdf
  case markup
  case binary

  /// The signature that `bytes`, the start of a file, have; `nil` for what may be a CSV.
  static func of(_ bytes: Bytes) -> FileSignature? {
    let known: [([UInt8], FileSignature)] = [
      (Array("PK\u{3}\u{4}".utf8), .spreadsheet), ([0xD0, 0xCF, 0x11, 0xE0], .oldSpreadsheet),
      (Array("%PDF".utf8), .pdf),
      (Array("<".utf8), .markup), ([0xEF, 0xBB, 0xBF, UInt8(ascii: "<")], .markup),
    ]
    if let found = known.first(where: { bytes.starts(with: $0.0) }) { return found.1 }
    return bytes.contains(0) ? .binary : nil
  }
}
