/// Recognizes the container of Excel 97-2003 files (OLE2, "compound file"), in which encrypted
/// workbooks are kept too.
enum OldFormat {
  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  /// The name of the stream that holds an encrypted package, in UTF-16 as the container writes names.
  private static let encrypted: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
  private static let blockSize = 1 << 16

  /// Why `file` cannot be read, if it is such a container.
  static func reason(_ file: InputFile) throws(WorkbookError) -> WorkbookError.Reason? {
    guard try file.bytes(at: 0, count: signature.count) == signature else { return nil }
    var place = 0
    while place < file.size {
      let block = try file.bytes(at: place, count: blockSize + encrypted.count)
      if contains(block) { return .encrypted }
      place += blockSize
    }
    return .oldWorkbook
  }

  private static func contains(_ block: [UInt8]) -> Bool {
    block.indices.contains { block[$0] == encrypted[0] && block[$0...].starts(with: encrypted) }
  }
}
