import Diagnostics
import Tables

/// Reads the headers of one file, and finds out whose dataset it is.
struct FileHead {
  private let task: FileTask
  private let request: ExportRequest
  private let bytes: FileBytes

  /// The head of `bytes`, the file of `task`.
  init(_ task: FileTask, _ bytes: FileBytes, _ request: ExportRequest) {
    self.task = task
    self.bytes = bytes
    self.request = request
  }

  /// How to read the file; `nil`, with a defect, when nothing in it can be used.
  func source(_ log: inout DefectLog) throws(FileFault) -> ScanSource? {
    if task.kind == .other { return refuse(.unreadableFile, .otherFormat(task.shown), &log) }
    var reader = try RecordReader(
      bytes, delimiter: task.entry?.delimiter, blockSize: request.blockSize)
    if let signature = reader.signature {
      return refuse(.unreadableFile, .notCSV(task.shown, signature), &log)
    }
    guard try reader.advance() else { return refuse(.emptyFile, .emptyFile(task.shown), &log) }
    let layout = reader.withRecord { HeaderIntake(task, request, $0).layout(&log) }
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
