/// A ZIP file opened for reading: its entries by name. Nothing is unpacked yet.
struct ZipArchive: Sendable {
  let file: InputFile
  /// Whether the list of entries at the end was missing or broken, so that the file was walked.
  let isRepaired: Bool
  let unpacked = UnpackedTotal()
  private let entries: [String: ZipEntry]

  init(_ file: InputFile) throws(WorkbookError) {
    self.file = file
    let listed = try ZipDirectory(file).entries()
    let found: [ZipEntry]
    if let listed, !listed.isEmpty { found = listed } else { found = try ZipWalk(file).entries() }
    isRepaired = listed == nil
    guard !found.isEmpty else { throw WorkbookError(path: file.path, reason: .notAnArchive) }
    entries = Dictionary(found.map { (ZipEntry.key($0.name), $0) }) { _, last in last }
  }

  /// The entry of that name, whatever the case of its letters.
  subscript(name: String) -> ZipEntry? { entries[ZipEntry.key(name)] }

  /// Starts unpacking the entry of that name.
  func open(_ name: String) throws(WorkbookError) -> ZipEntryReader {
    guard let entry = self[name] else {
      throw WorkbookError(path: file.path, reason: .missingPart(ZipEntry.clean(name)))
    }
    return try ZipEntryReader(entry, of: self)
  }
}
