/// Reads the cells of records one after the other: slow, obvious, and right for every record.
struct RecordCells {
  private let layout: FileLayout
  private var readers: [ColumnReader]
  private var scratch: [UInt8] = []

  /// Cells of a file's records.
  /// - Parameter readers: one for each column, which know the file's snapshot.
  init(_ layout: FileLayout, _ readers: [ColumnReader]) {
    self.layout = layout
    self.readers = readers
  }

  /// What stands in each column of a record.
  mutating func readings(of record: RawRecord) -> [CellReading] {
    let usable = usableFields(record)
    return readers.indices.map { read($0, record, usable) }
  }

  /// What stands in some columns of a record.
  mutating func readings(of record: RawRecord, columns: [Int]) -> [CellReading] {
    let usable = usableFields(record)
    return columns.map { read($0, record, usable) }
  }

  /// What is wrong with a record whose cells were read.
  func faults(_ record: RawRecord, _ readings: [CellReading]) -> [RecordFault] {
    var faults: [RecordFault] = []
    if let fault = record.fault {
      faults.append(.quote(fault))
    } else if record.fields.count != layout.headers.count {
      faults.append(.fieldCount)
    }
    for (column, reading) in readings.enumerated() {
      if case .fault(let fault) = reading { faults.append(.cell(fault, column: column)) }
      if reading == .empty, layout.wantsValue[column], !layout.dataset.key.contains(column) {
        faults.append(.empty(column: column))
      }
    }
    if let column = layout.dataset.key.first(where: { isFaulty($0, readings[$0]) }) {
      faults.append(.key(column: column))
    }
    return faults
  }

  private func isFaulty(_ column: Int, _ reading: CellReading) -> Bool {
    switch reading {
    case .fault: true
    case .empty: layout.wantsValue[column]
    case .value, .unknown: false
    }
  }

  /// How many fields from the left surely stand under their headers. With too many fields a value
  /// holds the delimiter somewhere, nobody knows where; empty ones at the end do no harm.
  private func usableFields(_ record: RawRecord) -> Int {
    if let fault = record.fault, fault.kind != .stray { return fault.field }
    let extra = record.fields.dropFirst(layout.headers.count)
    return extra.allSatisfy { $0.start == $0.end } ? record.fields.count : 0
  }

  private mutating func read(_ column: Int, _ record: RawRecord, _ usable: Int) -> CellReading {
    guard case .field(let index) = layout.match.sources[column] else {
      return layout.readingWithoutField(column)
    }
    guard index < usable, index < record.fields.count, !record.fields[index].isBroken else {
      return .unknown
    }
    let field = record.fields[index]
    let content = record.bytes.part(field.start..<field.end)
    if !field.hasDoubledQuotes { return readers[column].read(content) }
    content.undouble(into: &scratch)
    return scratch.withUnsafeBufferPointer { readers[column].read($0) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Copies the content of a field, one of each two quotation marks.
  func undouble(into scratch: inout [UInt8]) {
    scratch.removeAll(keepingCapacity: true)
    var isSecond = false
    for byte in self {
      isSecond = byte == .quote && !isSecond
      if !isSecond { scratch.append(byte) }
    }
  }
}
