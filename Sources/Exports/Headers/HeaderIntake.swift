import Diagnostics
import Tables

/// Finds out from the header line which dataset a file belongs to and where its columns are.
struct HeaderIntake {
  private let task: FileTask
  private let request: ExportRequest
  private let record: RawRecord
  private let headers: [String]
  private let excerpt: RecordExcerpt
  private let converted: ConvertedText?

  /// An intake for the first record of a file.
  /// - Parameter converted: what is read instead of the file, if anything.
  init(
    _ task: FileTask, _ request: ExportRequest, _ record: RawRecord, _ converted: ConvertedText?
  ) {
    self.task = task
    self.request = request
    self.record = record
    self.converted = converted
    headers = record.fields.indices.map { record.text($0) }
    excerpt = RecordExcerpt(record, path: task.shown, converted?.lines)
  }

  /// The layout of the file, or `nil` (with a defect) when it belongs to no dataset.
  func layout(_ log: inout DefectLog) -> FileLayout? {
    guard record.bytes.text != nil else {
      let encoding = converted?.decoding?.encoding ?? .utf8
      log.add(defect(.unreadableFile, .headerEncoding(excerpt.whole, encoding)))
      return nil
    }
    guard let match = match(&log) else { return nil }
    report(match, &log)
    var layout = FileLayout(
      path: task.shown, headers: headers, match: match, snapshot: task.snapshot,
      zone: request.zone, converted: converted,
      units: request.unitNames[task.folder].map {
        ($0, request.unitNameColumns[match.dataset.id] ?? [])
      })
    for (index, column) in match.dataset.columns.enumerated() {
      if let formats = task.entry?.formats[column.id] { layout.notations[index] = .named(formats) }
    }
    return layout
  }

  private func match(_ log: inout DefectLog) -> HeaderMatch? {
    let found = FoundHeaders(headers, named: task.entry?.columns ?? [:])
    let known = request.headers
    if let id = task.entry?.dataset, let one = known.first(where: { $0.dataset.id == id }) {
      return HeaderMatch(one, found)
    }
    switch DatasetChoice(among: known, found) {
    case .match(let match): return match
    case .none(let nearest):
      log.add(defect(.unknownDataset, .unknownDataset(excerpt.whole, nearest: nearest)))
    case .ambiguous(let matches):
      let ids = matches.map(\.dataset.id)
      log.add(defect(.ambiguousDataset, .ambiguousDataset(excerpt.whole, ids)))
    }
    return nil
  }

  private func report(_ match: HeaderMatch, _ log: inout DefectLog) {
    if let fault = record.fault {
      let span = excerpt.span(ofField: fault.field)
      log.add(defect(.brokenQuote, .brokenQuote(fault.kind, span), match.dataset))
    }
    for column in match.missing { reportMissing(match.dataset.columns[column], match, &log) }
    for (column, source) in match.sources.enumerated() {
      guard case .ambiguous(let fields) = source else { continue }
      let declared = match.dataset.columns[column]
      let diagnostic = Diagnostic.ambiguousColumn(
        declared, fields.map { excerpt.span(ofField: $0) })
      log.add(defect(.ambiguousColumn, diagnostic, match.dataset, declared))
    }
  }

  private func reportMissing(_ column: Column, _ match: HeaderMatch, _ log: inout DefectLog) {
    let free = headers.indices.filter { match.column(ofField: $0) == nil }.map { headers[$0] }
    let diagnostic =
      task.entry?.columns[column.id].map {
        Diagnostic.missingColumn(excerpt.whole, column, named: $0)
      } ?? .missingColumn(excerpt.whole, column, headers: free)
    log.add(defect(.missingColumn, diagnostic, match.dataset, column))
  }

  private func defect(
    _ kind: DefectKind, _ diagnostic: Diagnostic, _ dataset: Dataset? = nil,
    _ column: Column? = nil
  ) -> Defect {
    var defect = Defect(kind, file: task.shown, diagnostic)
    defect.line = excerpt.source.firstLine
    defect.dataset = dataset?.id ?? task.entry?.dataset
    defect.columnID = column?.id
    return defect
  }
}
