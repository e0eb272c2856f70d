import Calendars
import Tables

/// Gathers what stands in the columns of a table, record by record.
struct TableTally {
  private(set) var recordCount = 0
  private(set) var misfitCount = 0
  private(set) var firstMisfit: Int?
  private let source: TableSource
  private let layout: FileLayout?
  private var cells: RecordCells?
  /// The columns of the dataset that do not take every text.
  private let judged: [Int]
  private var tallies: [ColumnTally]
  private var scratch: [UInt8] = []

  /// Nothing of a table yet.
  /// - Parameter zone: that of times without one.
  init(_ source: TableSource, zone: Zone) {
    self.source = source
    layout = source.source?.layout
    tallies = source.headers.map { _ in ColumnTally() }
    let declared = layout?.dataset.columns ?? []
    judged = declared.indices.filter { declared[$0].type != .string || declared[$0].allowed != nil }
    cells = layout.map { layout in
      let readers = layout.dataset.columns.enumerated().map { index, column in
        var reader = ColumnReader(column, zone: zone)
        var terms = layout.terms(of: index)
        terms.snapshot = nil
        reader.begin(terms)
        return reader
      }
      return RecordCells(layout, readers)
    }
  }

  /// Adds a record; one without any content is none.
  mutating func add(_ record: RawRecord) {
    if record.isBlank { return }
    recordCount += 1
    let line = source.converted?.lines.number(of: record.line) ?? record.line
    if isMisfit(record) {
      misfitCount += 1
      firstMisfit = firstMisfit ?? line
      return
    }
    for field in tallies.indices where field < record.fields.count {
      add(record, field, line)
    }
    judge(record, line)
  }

  /// Whether values may stand under other headers than their own, so that nobody can say what they are.
  private func isMisfit(_ record: RawRecord) -> Bool {
    if let fault = record.fault, fault.kind != .stray { return true }
    let extra = record.fields.dropFirst(tallies.count)
    return record.fields.count < tallies.count || !extra.allSatisfy { $0.start == $0.end }
  }

  private mutating func add(_ record: RawRecord, _ field: Int, _ line: Int) {
    let place = record.fields[field]
    let content = record.bytes.part(place.start..<place.end)
    guard place.hasDoubledQuotes else { return tallies[field].add(content, line: line) }
    content.undouble(into: &scratch)
    scratch.withUnsafeBufferPointer { tallies[field].add($0, line: line) }
  }

  /// Finds the cells that the dataset's columns cannot read.
  private mutating func judge(_ record: RawRecord, _ line: Int) {
    guard let layout, let readings = cells?.readings(of: record, columns: judged) else { return }
    for (column, reading) in zip(judged, readings) {
      guard case .fault = reading, let field = layout.match.field(ofColumn: column) else {
        continue
      }
      tallies[field].addUnreadable(record.text(field), line: line)
    }
  }

  /// What the columns hold.
  func columns(showsPersonal: Bool) -> [ColumnProfile] {
    tallies.indices.map { field in
      let column = layout?.match.column(ofField: field)
      return ColumnProfile(
        tallies[field], header: source.headers[field],
        column.flatMap { layout?.dataset.columns[$0] },
        isAmbiguous: column.map { layout?.match.field(ofColumn: $0) == nil } ?? false,
        showsPersonal: showsPersonal)
    }
  }
}
