import Diagnostics
import Encodings
import Tables

/// A table whose headers were read, and what it takes to read its records.
struct TableSource {
  /// The name on the sheet's tab.
  var sheet: String?
  /// What is read instead of the file.
  var converted: ConvertedText?
  /// How its records are read, where they are those of a dataset.
  var source: ScanSource?
  /// As they stand in the file.
  let headers: [String]
  /// The line or row of the headers.
  let headerLine: Int
  let delimiter: UInt8
  /// Where the records begin.
  let start: RecordPlace

  /// The table of a file whose headers are those of a dataset.
  init(_ source: ScanSource, _ bytes: FileBytes, blockSize: Int) throws(FileFault) {
    (self.source, converted) = (source, source.layout.converted)
    headers = source.layout.headers
    (delimiter, start) = (source.delimiter, source.start)
    headerLine = try Self.headerLine(source, bytes, blockSize: blockSize)
  }

  /// A table of which no dataset is known: its first record is the header. `nil` where there is none.
  init?(
    _ bytes: FileBytes, _ converted: ConvertedText?, delimiter: UInt8?, blockSize: Int
  ) throws(FileFault) {
    var reader = try RecordReader(
      converted?.bytes ?? bytes, delimiter: delimiter, blockSize: blockSize)
    guard reader.signature == nil, try reader.advance() else { return nil }
    self.converted = converted
    (headers, headerLine) = reader.withRecord { record in
      let line = converted?.lines.number(of: record.line) ?? record.line
      return (record.fields.indices.map { record.text($0) }, line)
    }
    (self.delimiter, start) = (reader.delimiter, reader.nextPlace)
  }

  /// The line of the last record before those of the table.
  private static func headerLine(
    _ source: ScanSource, _ bytes: FileBytes, blockSize: Int
  ) throws(FileFault) -> Int {
    let text = source.layout.converted
    var reader = try RecordReader(
      text?.bytes ?? bytes, delimiter: source.delimiter, blockSize: blockSize)
    var line = 1
    while try reader.advance(), reader.place.offset < source.start.offset {
      line = reader.place.line
    }
    return text?.lines.number(of: line) ?? line
  }
}
