import Diagnostics
import Tables

@testable import Exports

/// Reads a file record by record, each by the slow reader, and reports each at once: what the reader
/// that streams is compared with.
struct SlowIntake {
  private(set) var table: Table
  private(set) var defects: [Defect] = []
  private(set) var count = 0

  /// Reads the records of `bytes` after its headers.
  init(_ bytes: [UInt8], _ source: ScanSource, limit: Int) throws {
    let layout = source.layout
    var builder = TableBuilder(layout.dataset, zone: layout.zone)
    builder.begin(path: layout.path, snapshot: layout.snapshot)
    var (batch, log) = (builder.emptyBatch, DefectLog(limit: limit))
    var cells = RecordCells(layout, builder.readers)
    var blanks: [RecordExcerpt] = []
    var reader = RecordReader(
      FileBytes(bytes), from: source.start, delimiter: source.delimiter, blockSize: 1024)
    while try reader.advance() {
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
        for fault in cells.faults(record, readings) { reporter.report(fault, &log) }
      }
    }
    if let first = blanks.first {
      var defect = Defect(
        .blankRecord, file: layout.path, .blankRecords(blanks.count, first.whole))
      defect.dataset = layout.dataset.id
      defect.line = first.source.firstLine
      log.add(defect)
    }
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
