import Diagnostics
import Tables

/// Reads the headers of one file, and finds out whose dataset it is.
struct FileHead {
  private let task: FileTask
  private let request: ExportRequest
  private let bytes: FileBytes
  private let texts: TextStore

  /// The head of `bytes`, the file of `task`.
  /// - Parameter texts: where the text goes of a file that is converted.
  init(_ task: FileTask, _ bytes: FileBytes, _ request: ExportRequest, _ texts: TextStore) {
    self.task = task
    self.bytes = bytes
    self.request = request
    self.texts = texts
  }

  /// How to read the file; `nil`, with a defect, when nothing in it can be used.
  func source(_ log: inout DefectLog) throws(FileFault) -> ScanSource? {
    if task.kind == .other { return refuse(.unreadableFile, .otherFormat(task.shown), &log) }
    let conversion = FileConversion(task, bytes, texts, faultLimit: request.defectLimit)
    switch try conversion.run(&log) {
    case .own: return try source(nil, task.entry?.delimiter, &log)
    case .converted(let text): return try source(text, task.entry?.delimiter, &log)
    case .refused(let diagnostic): return refuse(.unreadableFile, diagnostic, &log)
    }
  }

  /// How to read the CSV that was made of the file.
  func source(
    _ converted: ConvertedText, _ log: inout DefectLog
  ) throws(FileFault) -> ScanSource? {
    try source(converted, UInt8(ascii: ","), &log)
  }

  /// How to read the file, or what it was converted to.
  private func source(
    _ converted: ConvertedText?, _ delimiter: UInt8?, _ log: inout DefectLog
  ) throws(FileFault) -> ScanSource? {
    let text = converted?.bytes ?? bytes
    let found = try HeaderSearch(task, request, text, delimiter: delimiter).found()
    if let signature = found.reader.signature {
      return refuse(.unreadableFile, .notCSV(task.shown, signature), &log)
    }
    if found.isEmpty { return refuse(.emptyFile, .emptyFile(task.shown), &log) }
    let layout = found.reader.withRecord {
      HeaderIntake(task, request, $0, converted).layout(&log)
    }
    guard let layout else { return nil }
    let source = ScanSource(
      path: task.path, layout: layout, delimiter: found.reader.delimiter,
      start: found.reader.nextPlace, size: text.size,
      memory: bytes.isInMemory ? bytes : nil)
    let isForm = converted.map { $0.origin == .text } ?? true
    let table = isForm ? try formTable(source, text, found, &log) : source
    let review = NotationReview(text, table)
    return review.conflicting.isEmpty ? table : try review.revised(review.conflicting)
  }

  /// The source without what stands above and below its records.
  private func formTable(
    _ source: ScanSource, _ text: FileBytes, _ found: HeaderSearch.Found, _ log: inout DefectLog
  ) throws(FileFault) -> ScanSource {
    var source = source
    let header = HeaderRow(source.layout)
    if let title = found.title {
      let row = found.reader.place.line
      add(.titles, row, .titles(task.shown, row, first: title), source, &log)
    }
    var next = found.reader
    if try next.advance() {
      let cells = next.withRecord { record in record.fields.indices.map { record.text($0) } }
      if ColumnNumbers.are(header.padded(cells)) {
        let row = next.place.line
        add(.otherRow, row, .columnNumbers(task.shown, row), source, &log)
        source.start = next.nextPlace
      }
    }
    let end = try TableEnd(text, source, header)
    source.end = end.offset
    for remark in end.remarks {
      add(
        .otherRow, remark.line, .otherRow(task.shown, remark.line, remark.text), source, &log)
    }
    return source
  }

  private func add(
    _ kind: DefectKind, _ line: Int, _ diagnostic: Diagnostic, _ source: ScanSource,
    _ log: inout DefectLog
  ) {
    var defect = Defect(kind, file: task.shown, diagnostic)
    defect.line = line
    defect.dataset = source.layout.dataset.id
    log.add(defect)
  }

  private func refuse(
    _ kind: DefectKind, _ diagnostic: Diagnostic, _ log: inout DefectLog
  ) -> ScanSource? {
    log.add(Defect(kind, file: task.shown, diagnostic))
    return nil
  }
}
