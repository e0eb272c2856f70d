/// A file whose headers were read, and what it takes to read its records.
struct ScanSource: Sendable {
  /// Where it is.
  let path: String
  /// Which field is which column.
  let layout: FileLayout
  /// What separates fields.
  let delimiter: UInt8
  /// Where the first record after the headers starts.
  let start: RecordPlace
  /// How many bytes it had when its headers were read.
  let size: Int
  /// Its bytes, when they cannot be read from the file again.
  var memory: FileBytes?

  /// Opens the file.
  func open() throws(FileFault) -> FileBytes {
    if let memory { memory } else { try FileBytes(path: path) }
  }
}
