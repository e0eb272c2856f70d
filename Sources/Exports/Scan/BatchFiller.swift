import CScan
import Tables

/// Turns records in memory into cells, column by column, in one batch that is used again and again.
/// Only one thread uses it at a time, so that nothing is gained by checking each access.
final class BatchFiller {
  /// The most records in a batch.
  static let capacity = 8192
  /// A batch is given out at the end of a window when it holds so many.
  private static let leastRows = 1024
  /// And when the texts of a column that have no codes have so many bytes.
  private static let mostBytes = 64 << 20

  /// What is wrong with the piece's records.
  private(set) var notes: FaultNotes
  /// How many records were read of the piece.
  private(set) var recordCount = 0
  /// The owners met in the piece.
  private(set) var owners: [Int: CodeSet] = [:]

  private let lanes: [ColumnLane]
  private let ownerColumns: [Int]
  private let limit: Int
  private let keys: KeyFiller?
  private let emit: (Batch) -> Void
  private let scan: StructureScan
  private let bases: UnsafeMutablePointer<UInt32>
  private let doubts: UnsafeMutablePointer<Int32>
  private let lines: UnsafeMutablePointer<Int>
  @exclusivity(unchecked) private var batch: Batch
  @exclusivity(unchecked) private var rows = 0
  @exclusivity(unchecked) private var piece: Piece?
  @exclusivity(unchecked) private var delimiter: UInt8 = 0
  @exclusivity(unchecked) private var fieldCount = 0

  /// Where each column comes from in the piece's file.
  @exclusivity(unchecked) private var sources: [Source] = []
  /// The columns of the key that have a field.
  @exclusivity(unchecked) private var key: [Int] = []

  /// What is known about the piece that is being read.
  private struct Piece {
    let layout: FileLayout
    var cells: RecordCells
    var scanner: RecordScanner
  }

  /// Where a column comes from.
  private struct Source {
    /// The field, if there is one.
    let field: Int?
    /// What its cells are when there is none.
    let absent: CellReading
    /// Whether an empty cell is noted.
    let wantsValue: Bool
  }

  /// - Parameters:
  ///   - lanes: one for each column.
  ///   - level: the instructions that may be used.
  ///   - limit: how many faults of one kind and column are noted.
  ///   - keys: works out the keys of records, where somebody wants them.
  ///   - emit: takes each batch.
  init(
    _ lanes: [ColumnLane], level: cscan_level, ownerColumns: [Int], limit: Int,
    keys: KeyFiller? = nil, emit: @escaping (Batch) -> Void
  ) {
    scan = StructureScan(level: level)
    self.lanes = lanes
    self.ownerColumns = ownerColumns
    self.limit = limit
    self.keys = keys
    self.emit = emit
    notes = FaultNotes(limit: limit)
    batch = Batch(file: 0, columnCount: lanes.count)
    bases = .allocate(capacity: Self.capacity)
    doubts = .allocate(capacity: Self.capacity + 1)
    lines = .allocate(capacity: Self.capacity)
  }

  deinit {
    bases.deallocate()
    doubts.deallocate()
    lines.deallocate()
  }

  /// Begins a piece of a file.
  func begin(file: Int, piece: Int, _ layout: FileLayout, delimiter: UInt8) {
    for (column, lane) in lanes.enumerated() {
      lane.begin(layout.terms(of: column))
    }
    self.piece = Piece(
      layout: layout, cells: RecordCells(layout, lanes.map(\.reader)),
      scanner: RecordScanner(delimiter: delimiter))
    (self.delimiter, fieldCount) = (delimiter, layout.headers.count)
    let ownKey = layout.dataset.key
    sources = lanes.indices.map { column in
      Source(
        field: layout.match.field(ofColumn: column), absent: layout.readingWithoutField(column),
        wantsValue: layout.wantsValue[column] && !ownKey.contains(column))
    }
    key = ownKey.filter { layout.match.field(ofColumn: $0) != nil }
    (batch.file, batch.piece) = (file, piece)
    notes = FaultNotes(limit: limit)
    (recordCount, owners) = (0, [:])
  }

  /// Ends the piece: gives out what is left.
  func finish() { flush() }

  // MARK: - Records in a window

  /// Reads records of `bytes`, which begin where the record at `place` begins; those that start at
  /// `bound` or later are left. Returns how many bytes and lines were read: none where the first
  /// record does not end in the bytes, or is for the slow reader to say.
  func take(_ bytes: Bytes, at place: RecordPlace, bound: Int) -> (bytes: Int, lines: Int) {
    guard let start = bytes.baseAddress else { return (0, 0) }
    scan.run(bytes, delimiter: delimiter)
    var walk = RecordWalk(
      scan, start, line: place.line, fieldCount: fieldCount, bound: bound - place.offset)
    while true {
      let count = walk.collect(bases, lines + rows, most: Self.capacity - rows)
      if count > 0 { fill(walk.run(bases, count), at: place.offset) }
      if let record = walk.irregular {
        takeSlowly(bytes, record, at: place.offset, line: walk.line)
        walk.skip()
      } else if rows < Self.capacity {
        break
      }
      if rows == Self.capacity { flush() }
    }
    if rows >= Self.leastRows { flush() }
    return (walk.start, walk.line - place.line)
  }

  private func fill(_ run: CellRun, at offset: Int) {
    for column in lanes.indices {
      let source = sources[column]
      if let field = source.field {
        fill(column, run, field: field, at: offset)
        if source.wantsValue { noteEmpty(column, run, at: offset) }
      } else {
        batch.columns[column].fill(rows..<rows + run.count, source.absent)
      }
    }
    if !key.isEmpty { noteKeys(run, at: offset) }
    rows += run.count
    recordCount += run.count
  }

  private func fill(_ column: Int, _ run: CellRun, field: Int, at offset: Int) {
    let lane = lanes[column]
    let range = rows..<rows + run.count
    let inDoubt =
      lane.isUncoded
      ? batch.columns[column].fillTexts(run, field: field, range, doubts)
      : batch.columns[column].withSpace(range, doubts) { lane.fill(run, field: field, $0) }
    for index in 0..<inDoubt {
      let row = Int(doubts[index])
      let reading = lane.read(run.cell(row, field: field))
      lane.set(reading, rows + row, of: &batch.columns[column])
      if case .fault(let fault) = reading {
        note(.cell(fault, column: column), run, row, at: offset)
      }
    }
  }

  private func noteEmpty(_ column: Int, _ run: CellRun, at offset: Int) {
    let first = rows
    batch.columns[column].forEachEmpty(first..<first + run.count) { row in
      note(.empty(column: column), run, row - first, at: offset)
    }
  }

  /// Notes the records whose key is empty or unreadable in a part of it, the first such part.
  private func noteKeys(_ run: CellRun, at offset: Int) {
    let first = rows
    var seen: Set<Int> = []
    for column in key {
      batch.columns[column].forEachAbsent(first..<first + run.count) { row in
        if seen.insert(row).inserted { note(.key(column: column), run, row - first, at: offset) }
      }
    }
  }

  private func note(_ fault: RecordFault, _ run: CellRun, _ row: Int, at offset: Int) {
    guard let layout = piece?.layout else { return }
    let place = RecordPlace(offset: offset + run.start(of: row), line: lines[rows + row])
    notes.note(fault.slot(layout), at: place)
  }

  // MARK: - Records one by one

  /// Reads a record of which the scan has found the end.
  private func takeSlowly(_ bytes: Bytes, _ range: Range<Int>, at offset: Int, line: Int) {
    let record = bytes.part(range)
    piece?.scanner.begin(leniently: false)
    guard case .record(let end, _) = piece?.scanner.scan(record), let scanner = piece?.scanner
    else { return }
    take(
      RawRecord(
        line: line, bytes: record.part(0..<end), fields: scanner.fields, fault: scanner.fault),
      at: RecordPlace(offset: offset + range.lowerBound, line: line))
  }

  /// Reads one record as slowly as needed.
  func take(_ record: RawRecord, at place: RecordPlace) {
    if record.fault == nil, record.isBlank { return notes.noteBlank(at: place) }
    guard let readings = piece?.cells.readings(of: record), let piece else { return }
    for (column, lane) in lanes.enumerated() {
      batch.columns[column].fill(rows..<rows + 1, readings[column])
      if lane.isUncoded { lane.set(readings[column], rows, of: &batch.columns[column]) }
    }
    for fault in piece.cells.faults(record, readings) {
      notes.note(fault.slot(piece.layout), at: place)
    }
    lines[rows] = place.line
    rows += 1
    recordCount += 1
    if rows == Self.capacity || batch.columns.contains(where: { $0.bytes.count > Self.mostBytes }) {
      flush()
    }
  }

  // MARK: - Batches

  private func flush() {
    if rows == 0 { return }
    batch.lines = Array(UnsafeBufferPointer(start: lines, count: rows))
    for column in lanes.indices { batch.columns[column].trim(to: rows) }
    for column in ownerColumns { owners[column, default: CodeSet()].add(batch.columns[column]) }
    keys?.fill(&batch)
    emit(batch)
    batch.keys = nil
    for column in lanes.indices where lanes[column].isUncoded {
      batch.columns[column].bytes.removeAll(keepingCapacity: true)
    }
    rows = 0
  }
}
