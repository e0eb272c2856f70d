import Diagnostics
import Tables

@testable import Exports

/// Reads a file record by record, each by the slow reader, and reports each at once: what the reader
/// that streams is compared with.
struct SlowIntake {
  private(set) var table: Table
  private(set) var defects: [Defect] = []
  private(set) var count = 0
  /// The columns with cells that are written in another way than the column says.
  private var doubtful: Set<Int> = []

  /// Reads the records of `bytes` after its headers; twice, where columns have to be looked at first.
  init(_ bytes: [UInt8], _ source: ScanSource, limit: Int) throws {
    try self.init(reading: bytes, source, limit: limit)
    let open = doubtful.filter { source.layout.notations[$0] == .declared }
    if open.isEmpty { return }
    let revised = try NotationReview(FileBytes(bytes), source).revised(open)
    try self.init(reading: bytes, revised, limit: limit)
  }

  private init(reading bytes: [UInt8], _ source: ScanSource, limit: Int) throws {
    let layout = source.layout
    var builder = TableBuilder(layout.dataset, zone: layout.zone)
    builder.begin(path: layout.path, snapshot: layout.snapshot)
    for column in layout.notations.indices {
      builder.readers[column].begin(
        CellTerms(snapshot: layout.snapshot, notation: layout.notations[column]))
    }
    var (batch, log) = (builder.emptyBatch, DefectLog(limit: limit))
    var cells = RecordCells(layout, builder.readers)
    var doubtful: Set<Int> = []
    var blanks: [RecordExcerpt] = []
    var reader = RecordReader(
      FileBytes(bytes), from: source.start, delimiter: source.delimiter, blockSize: 1024)
    while try reader.advance(), reader.place.offset < source.end {
      reader.withRecord { record in
        if record.fault == nil, record.isBlank {
          return blanks.append(layout.excerpt(of: record))
        }
        let readings = cells.readings(of: record)
        for (column, reading) in readings.enumerated() {
          Self.append(reading, to: &batch.columns[column])
        }
        batch.lines.append(record.line)
        let reporter = RecordReporter(layout, record, at: reader.place.offset)
        for fault in cells.faults(record, readings) {
          reporter.report(fault, &log)
          if case .cell(.doubt, let column) = fault { doubtful.insert(column) }
        }
      }
    }
    if let first = blanks.first {
      var defect = Defect(
        .blankRecord, file: layout.path, .blankRecords(blanks.count, first.whole))
      defect.dataset = layout.dataset.id
      defect.line = first.source.firstLine
      log.add(defect)
    }
    for decision in layout.decisions { log.add(decision) }
    self.doubtful = doubtful
    count = batch.count
    builder.add(batch)
    (table, defects) = (builder.table, log.all)
  }

  private static func append(_ reading: CellReading, to cells: inout ColumnCells) {
    switch reading {
    case .value(let value): cells.append(value)
    case .empty: cells.appendEmpty()
    case .fault, .unknown: cells.appendUnreadable()
    }
  }
}
