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
    case .own: return try source(nil, &log)
    case .converted(let text): return try source(text, &log)
    case .refused(let diagnostic): return refuse(.unreadableFile, diagnostic, &log)
    }
  }

  /// How to read the file, or what it was converted to.
  private func source(
    _ converted: ConvertedText?, _ log: inout DefectLog
  ) throws(FileFault) -> ScanSource? {
    var reader = try RecordReader(
      converted?.bytes ?? bytes, delimiter: task.entry?.delimiter, blockSize: request.blockSize)
    if let signature = reader.signature {
      return refuse(.unreadableFile, .notCSV(task.shown, signature), &log)
    }
    guard try reader.advance() else { return refuse(.emptyFile, .emptyFile(task.shown), &log) }
    let layout = reader.withRecord { HeaderIntake(task, request, $0, converted).layout(&log) }
    return layout.map { layout in
      ScanSource(
        path: task.path, layout: layout, delimiter: reader.delimiter, start: reader.nextPlace,
        size: bytes.size, memory: bytes.isInMemory ? bytes : nil)
    }
  }

  private func refuse(
    _ kind: DefectKind, _ diagnostic: Diagnostic, _ log: inout DefectLog
  ) -> ScanSource? {
    log.add(Defect(kind, file: task.shown, diagnostic))
    return nil
  }
}
