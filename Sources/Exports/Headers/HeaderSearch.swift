import Tables

/// Finds the record of a CSV that holds its headers, and what separates its fields.
struct HeaderSearch {
  private let task: FileTask
  private let request: ExportRequest
  private let bytes: FileBytes
  private let delimiter: UInt8?

  /// - Parameter delimiter: what separates fields; found out when `nil`.
  init(_ task: FileTask, _ request: ExportRequest, _ bytes: FileBytes, delimiter: UInt8?) {
    (self.task, self.request, self.bytes, self.delimiter) = (task, request, bytes, delimiter)
  }

  /// What was found.
  struct Found {
    /// Stands at the headers, or at a file that is no CSV.
    var reader: RecordReader
    /// The first record above the headers, if there is one.
    var title: String?
    /// Whether there is any record.
    var isEmpty = false
  }

  /// The record that matches a dataset best among the first ones; without any the first that is as wide as any.
  func found() throws(FileFault) -> Found {
    var reader = try reader(delimiter)
    if reader.signature != nil { return Found(reader: reader) }
    guard try reader.advance() else { return Found(reader: reader, isEmpty: true) }
    if let named = reader.namedDelimiter {
      reader = try self.reader(delimiter ?? named)
      guard try reader.advance(), try reader.advance() else {
        return Found(reader: reader, isEmpty: true)
      }
    }
    if row(reader).match != nil { return Found(reader: reader) }
    let title = reader.withRecord { record in
      record.fields.indices.lazy.map { record.text($0) }.first { !$0.isEmpty } ?? ""
    }
    guard let best = try best(from: reader) else { return Found(reader: reader) }
    return Found(reader: best, title: best.place == reader.place ? nil : title)
  }

  private func reader(_ delimiter: UInt8?) throws(FileFault) -> RecordReader {
    try RecordReader(bytes, delimiter: delimiter, blockSize: blockSize)
  }

  /// Headers are near; to make room for more takes longer than to read them.
  private var blockSize: Int { min(request.blockSize, 16 * 1024) }

  private func row(_ reader: RecordReader) -> HeaderRow {
    let headers = reader.withRecord { record in record.fields.indices.map { record.text($0) } }
    return HeaderRow(headers, request.headers, task.entry)
  }

  /// Where a title stands first, its delimiter need not be that of the table.
  private func best(from first: RecordReader) throws(FileFault) -> RecordReader? {
    let others = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let all = [first.delimiter] + (delimiter == nil ? others.filter { $0 != first.delimiter } : [])
    var best: (reader: RecordReader, row: HeaderRow)?
    for delimiter in all {
      var start = RecordReader(
        bytes, from: first.place, delimiter: delimiter, blockSize: blockSize)
      guard let found = try candidate(&start) else { continue }
      if found.row.match != nil { return found.reader }
      best = best ?? found
    }
    return best?.reader
  }

  private func candidate(
    _ reader: inout RecordReader
  ) throws(FileFault) -> (reader: RecordReader, row: HeaderRow)? {
    var (readers, rows): ([RecordReader], [HeaderRow]) = ([], [])
    while rows.count < HeaderRow.reach, try reader.advance() {
      readers.append(reader)
      rows.append(row(reader))
    }
    return HeaderRow.best(of: rows).map { (readers[$0], rows[$0]) }
  }
}

extension RecordReader {
  /// What `sep=;` as a first line names, as Excel writes it.
  fileprivate var namedDelimiter: UInt8? {
    withRecord { record in
      let bytes = record.bytes.trimmed
      guard (4...5).contains(record.bytes.count),
        bytes.part(0..<min(4, bytes.count)).shown.lowercased() == "sep="
      else { return nil }
      return record.bytes.count == 5 ? record.bytes[4] : nil
    }
  }
}
