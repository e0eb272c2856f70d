import Diagnostics
import Encodings

/// Says what is wrong with one record.
struct RecordReporter {
  private let layout: FileLayout
  private let record: RawRecord
  private let offset: Int
  private let excerpt: RecordExcerpt
  /// Whether anything of the record may be personal: its fields may not be under their headers.
  private let isSecret: Bool

  /// A reporter for `record`, which must stay valid.
  /// - Parameter offset: where it begins in what is read.
  init(_ layout: FileLayout, _ record: RawRecord, at offset: Int) {
    self.layout = layout
    self.record = record
    self.offset = offset
    isSecret = layout.isMisaligned(record) && !layout.mask.fields.isEmpty
    excerpt = layout.excerpt(of: record)
  }

  /// Adds a defect for a fault.
  func report(_ fault: RecordFault, _ log: inout DefectLog) {
    if layout.converted?.brokenLines.contains(excerpt.source.firstLine) == true { return }
    switch fault {
    case .quote(let fault): report(fault, &log)
    case .fieldCount: reportFieldCount(&log)
    case .cell(let fault, let column): report(fault, column, &log)
    case .empty(let column): reportEmpty(column, &log)
    case .key(let column): reportKey(column, &log)
    }
  }

  private func report(_ fault: QuoteFault, _ log: inout DefectLog) {
    let column = layout.match.column(ofField: fault.field)
    add(.brokenQuote, column, field: fault.field, &log) {
      let start = record.fields[fault.field].whole.lowerBound
      let span = excerpt.span(ofField: fault.field, offset: fault.offset - start)
      return .brokenQuote(fault.kind, span)
    }
  }

  private func reportFieldCount(_ log: inout DefectLog) {
    let (found, wanted) = (record.fields.count, layout.headers.count)
    add(.wrongFieldCount, nil, field: min(found, wanted), &log) {
      .wrongFieldCount(excerpt.span(from: min(found, wanted)), found: found, wanted: wanted)
    }
  }

  private func report(_ fault: CellFault, _ column: Int, _ log: inout DefectLog) {
    let cause = fault == .invalidEncoding ? unreadableCell(column) : nil
    let kind = cause == nil ? fault.kind : .unreadableValue
    add(kind, column, field: layout.match.field(ofColumn: column), &log) {
      let place = layout.place(column, record, excerpt, isSecret: isSecret)
      if let cause { return .unreadableCell(cause, place) }
      let decoding = layout.converted?.decoding
      if fault == .invalidEncoding, let decoding, let byte = undecoded(decoding, column) {
        return .undecodable(layout.path, byte, decoding.encoding, at: place.span)
      }
      return .fault(fault, place, layout, layout.notations[column])
    }
  }

  /// Why a column's field could not be written when the text was made, if it could not.
  private func unreadableCell(_ column: Int) -> UnreadableCell? {
    guard let converted = layout.converted, let field = field(column) else { return nil }
    return UnreadableCell(record.bytes.part(field.start..<field.end), converted.origin)
  }

  private func field(_ column: Int) -> RawField? {
    guard let index = layout.match.field(ofColumn: column), index < record.fields.count else {
      return nil
    }
    return record.fields[index]
  }

  /// What did not decode in a column's field, if that is known.
  private func undecoded(_ decoding: Decoding, _ column: Int) -> DecodingFault? {
    guard let field = field(column) else { return nil }
    return decoding.fault(in: offset + field.start..<offset + field.end)
  }

  private func reportEmpty(_ column: Int, _ log: inout DefectLog) {
    add(.emptyValue, column, field: layout.match.field(ofColumn: column), &log) {
      .emptyValue(layout.place(column, record, excerpt))
    }
  }

  private func reportKey(_ column: Int, _ log: inout DefectLog) {
    add(.keyEmpty, column, field: layout.match.field(ofColumn: column), &log) {
      .keyEmpty(layout.place(column, record, excerpt))
    }
  }

  private func add(
    _ kind: DefectKind, _ column: Int?, field: Int?, _ log: inout DefectLog,
    _ diagnostic: () -> Diagnostic
  ) {
    log.add(kind, file: layout.path, column: column) {
      var defect = Defect(kind, file: layout.path, diagnostic())
      defect.dataset = layout.dataset.id
      defect.line = excerpt.source.firstLine
      defect.column = field.map { $0 + 1 }
      defect.columnID = column.map { layout.dataset.columns[$0].id }
      if isSecret { return defect }
      defect.key = layout.key(of: record)
      if let column { defect.value = layout.place(column, record, excerpt).value }
      return defect
    }
  }
}
