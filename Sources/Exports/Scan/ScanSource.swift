/// A file whose headers were read, and what it takes to read its records.
struct ScanSource: Sendable {
  /// Where it is.
  let path: String
  /// Which field is which column.
  var layout: FileLayout
  /// What separates fields.
  let delimiter: UInt8
  /// Where the first record after the headers starts.
  var start: RecordPlace
  /// Where the records end, in bytes; what stands behind is none.
  var end = Int.max
  /// How many bytes there were to read when its headers were read.
  let size: Int
  /// The file's bytes, when they cannot be read from it again.
  var memory: FileBytes?

  /// Opens what is read.
  func open() throws(FileFault) -> FileBytes {
    if let converted = layout.converted { converted.bytes } else { try openFile() }
  }

  /// Opens the file itself.
  func openFile() throws(FileFault) -> FileBytes {
    if let memory { memory } else { try FileBytes(path: path) }
  }
}
