import Diagnostics
import Tables

/// Turns the records of one file into cells, and says what is wrong with them.
struct RecordIntake {
  private let layout: FileLayout
  private var batch: Batch
  private var faults: [(column: Int, reading: CellReading)] = []
  private var scratch: [UInt8] = []
  private var blanks = 0
  private var firstBlank: RecordExcerpt?
  /// How many records were read.
  private(set) var count = 0

  /// An intake for a file that `builder` has begun.
  init(_ layout: FileLayout, _ builder: TableBuilder) {
    self.layout = layout
    batch = builder.emptyBatch
  }

  /// Reads one record.
  mutating func read(
    _ record: RawRecord, _ builder: inout TableBuilder, _ log: inout DefectLog
  ) {
    if record.fault == nil, record.isBlank { return skip(record) }
    let usable = usableFields(record)
    faults.removeAll(keepingCapacity: true)
    for column in layout.match.sources.indices {
      append(column, record, usable, &builder)
    }
    batch.lines.append(record.line)
    count += 1
    if usable < layout.headers.count || record.fault != nil || !faults.isEmpty
      || record.fields.count != layout.headers.count
    {
      report(record, usable, &log)
    }
    if batch.count == TableBuilder.batchSize { flush(&builder) }
  }

  /// Ends the file.
  mutating func finish(_ builder: inout TableBuilder, _ log: inout DefectLog) {
    flush(&builder)
    guard blanks > 0, let firstBlank else { return }
    var defect = Defect(
      .blankRecord, file: layout.path, .blankRecords(blanks, firstBlank.whole))
    defect.dataset = layout.dataset.id
    defect.line = firstBlank.source.firstLine
    log.add(defect)
  }

  private mutating func flush(_ builder: inout TableBuilder) {
    builder.add(batch)
    batch = builder.emptyBatch
  }

  private mutating func skip(_ record: RawRecord) {
    if blanks == 0 { firstBlank = RecordExcerpt(record, path: layout.path) }
    blanks += 1
  }

  /// How many fields from the left surely stand under their headers. With too many fields a value
  /// holds the delimiter somewhere, nobody knows where; empty ones at the end do no harm.
  private func usableFields(_ record: RawRecord) -> Int {
    if let fault = record.fault, fault.kind != .stray { return fault.field }
    let extra = record.fields.dropFirst(layout.headers.count)
    return extra.allSatisfy { $0.start == $0.end } ? record.fields.count : 0
  }

  @inline(__always)
  private mutating func append(
    _ column: Int, _ record: RawRecord, _ usable: Int, _ builder: inout TableBuilder
  ) {
    let reading = read(column, record, usable, &builder)
    switch reading {
    case .value(let value):
      batch.columns[column].append(value)
      return
    case .empty:
      batch.columns[column].appendEmpty()
      if layout.wantsValue[column] { faults.append((column, reading)) }
    case .fault:
      batch.columns[column].appendUnreadable()
      faults.append((column, reading))
    case .unknown:
      batch.columns[column].appendUnreadable()
    }
  }

  @inline(__always)
  private mutating func read(
    _ column: Int, _ record: RawRecord, _ usable: Int, _ builder: inout TableBuilder
  ) -> CellReading {
    guard case .field(let index) = layout.match.sources[column] else {
      let isAbsent = layout.match.sources[column] == .absent
      return isAbsent && layout.dataset.columns[column].optional ? .empty : .unknown
    }
    guard index < usable, index < record.fields.count, !record.fields[index].isBroken else {
      return .unknown
    }
    let field = record.fields[index]
    let content = record.bytes.part(field.start..<field.end)
    if !field.hasDoubledQuotes { return builder.readers[column].read(content) }
    undouble(content)
    return scratch.withUnsafeBufferPointer { builder.readers[column].read($0) }
  }

  /// Copies a field, one of each two quotation marks.
  private mutating func undouble(_ content: Bytes) {
    scratch.removeAll(keepingCapacity: true)
    var isSecond = false
    for byte in content {
      isSecond = byte == .quote && !isSecond
      if !isSecond { scratch.append(byte) }
    }
  }

  private func report(_ record: RawRecord, _ usable: Int, _ log: inout DefectLog) {
    let reporter = RecordReporter(layout, record)
    if let fault = record.fault {
      reporter.report(fault, &log)
    } else if record.fields.count != layout.headers.count {
      reporter.reportFieldCount(&log)
    }
    let key = Set(layout.dataset.key)
    for (column, reading) in faults {
      if case .fault(let fault) = reading { reporter.report(fault, column, &log) }
      if reading == .empty, !key.contains(column) { reporter.reportEmpty(column, &log) }
    }
    if let column = layout.dataset.key.first(where: isFaulty) {
      reporter.reportKey(column, &log)
    }
  }

  private func isFaulty(_ column: Int) -> Bool { faults.contains { $0.column == column } }
}
