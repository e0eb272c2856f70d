import Foundation
import Tables

/// Finds where the records of a CSV end that was a form: totals, remarks and signatures may stand below them. Only the
/// end of a file is looked at; what is not surely a remark is a record.
struct TableEnd {
  /// A record that is none.
  struct Remark {
    /// On which line of the file.
    let line: Int
    /// How it begins.
    let text: String
  }

  private struct Row: FormRow {
    let number: Int
    let filled: [Int]
    let opening: String
    let holdsValue: Bool
    let place: RecordPlace
  }

  /// So many bytes at the end are looked at.
  private static let reach = 64 * 1024
  /// First so many: most files end in a record.
  private static let lastReach = 2048

  /// Where they end, in bytes; the greatest number where nothing stands below them.
  private(set) var offset = Int.max
  /// What stands below, in order.
  private(set) var remarks: [Remark] = []

  /// The end of the records of `source`, whose text is `file`.
  init(_ file: FileBytes, _ source: ScanSource, _ header: HeaderRow) throws(FileFault) {
    var judge = RemarkRows<Row>(header, after: 0)
    if let cells = try Self.cellsOfLastLine(file, source), judge.isSurelyRecord(cells: cells) {
      return
    }
    guard let start = try Self.start(file, source) else { return }
    let rows = try Self.rows(file, source, from: start)
    var found: Set<Int> = []
    for row in rows { _ = judge.records(with: row) { found.insert($0.number) } }
    judge.finish { found.insert($0.number) }
    let tail = rows.reversed().prefix { found.contains($0.number) }.reversed()
    guard let first = tail.first else { return }
    offset = first.place.offset
    let before = start.offset == source.start.offset ? 0 : try Self.lines(of: file, before: start)
    remarks = tail.map { row in
      let isPersonal = row.filled.first.map { source.layout.mask.fields.contains($0) } ?? false
      return Remark(line: row.place.line + before, text: isPersonal ? "…" : row.opening)
    }
  }

  /// How many cells the last line fills; `nil` where it may be no record of its own: quotation marks are near.
  private static func cellsOfLastLine(
    _ file: FileBytes, _ source: ScanSource
  ) throws(FileFault) -> Int? {
    let start = max(source.start.offset, file.size - lastReach)
    guard start < file.size else { return nil }
    let end = try file.bytes(from: start, lastReach)
    guard !end.contains(UInt8(ascii: "\"")) else { return nil }
    let lines = end.split { $0 == .lineFeed || $0 == UInt8(ascii: "\r") }
    // The first of them may be cut.
    guard let line = lines.last, lines.count > 1 else { return nil }
    return line.split(separator: source.delimiter).count { cell in
      cell.contains { $0 > UInt8(ascii: " ") }
    }
  }

  /// A record from which on the end is near; lines are counted from there if it is not the first.
  private static func start(
    _ file: FileBytes, _ source: ScanSource
  ) throws(FileFault) -> RecordPlace? {
    let near = file.size - reach
    if near <= source.start.offset + reach { return source.start }
    return try FileCuts(file, source).start(after: near).map { RecordPlace(offset: $0, line: 1) }
  }

  private static func lines(of file: FileBytes, before place: RecordPlace) throws(FileFault) -> Int
  {
    var (count, offset) = (0, 0)
    try file.forEachBlock { block in
      count += block.prefix(max(0, place.offset - offset)).count { $0 == .lineFeed }
      offset += block.count
    }
    return count
  }

  /// The records with any content. Numbers leave one out where lines or records are empty.
  private static func rows(
    _ file: FileBytes, _ source: ScanSource, from start: RecordPlace
  ) throws(FileFault) -> [Row] {
    var reader = RecordReader(
      file, from: start, delimiter: source.delimiter, blockSize: reach)
    let values = FormValues(source.layout)
    var rows: [Row] = []
    var (number, line) = (0, start.line)
    while try reader.advance() {
      let place = reader.place
      if place.line > line { number += 1 }
      number += 1
      line = reader.nextPlace.line
      if let row = reader.withRecord({ row(of: $0, values, number, place) }) { rows.append(row) }
    }
    return rows
  }

  private static func row(
    of record: RawRecord, _ values: FormValues, _ number: Int, _ place: RecordPlace
  ) -> Row? {
    let filled = record.fields.indices.filter { index in
      let field = record.fields[index]
      return !record.bytes.part(field.start..<field.end).trimmed.isEmpty
    }
    guard let first = filled.first else { return nil }
    var text = record.text(first)
    let opening = text.withUTF8 { $0.trimmed.shown }
    let holdsValue = filled.contains { index in
      let field = record.fields[index]
      return values.isValue(record.bytes.part(field.start..<field.end), ofField: index)
    }
    return Row(
      number: number, filled: filled, opening: opening, holdsValue: holdsValue, place: place)
  }
}

/// Tells cells that only a record has: dates, numbers, texts of a list, under the header of such a column.
private struct FormValues {
  private let readers: [Int: ColumnReader]

  init(_ layout: FileLayout) {
    var readers: [Int: ColumnReader] = [:]
    for reader in layout.readers where reader.column.type != .string || reader.column.allowed != nil
    {
      let column = layout.dataset.columns.firstIndex(of: reader.column)
      if let field = column.flatMap(layout.match.field(ofColumn:)) { readers[field] = reader }
    }
    self.readers = readers
  }

  func isValue(_ cell: Bytes, ofField field: Int) -> Bool {
    switch readers[field]?.read(cell) {
    case .value, .fault(.doubt), .fault(.shortYear), .fault(.percent), .fault(.afterSnapshot),
      .fault(.outOfRange):
      true
    case .fault, .empty, .unknown, nil: false
    }
  }
}
