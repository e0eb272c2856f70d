import Diagnostics
import Tables

/// Reads one file into the table of its dataset.
struct FileReading {
  /// What reading came to.
  enum Result {
    case read(FileLayout, delimiter: UInt8)
    /// Nothing in the file could be used, which a defect says.
    case refused
  }

  private let task: FileTask
  private let request: ExportRequest
  private var reader: RecordReader<FileBlocks>

  /// Opens the file of `task`.
  init(_ task: FileTask, _ blocks: FileBlocks, _ request: ExportRequest) throws(FileFault) {
    self.task = task
    self.request = request
    reader = try RecordReader(
      blocks, delimiter: task.entry?.delimiter, blockSize: request.blockSize)
  }

  /// Reads the file.
  mutating func run(
    _ builders: inout [String: TableBuilder], _ file: inout ExportFile, _ log: inout DefectLog
  ) throws(FileFault) -> Result {
    guard let layout = try header(&log) else { return .refused }
    let id = layout.dataset.id
    file.dataset = id
    // Taken out while it grows, or every record would copy it.
    var builder =
      builders.removeValue(forKey: id) ?? TableBuilder(layout.dataset, zone: request.zone)
    defer { builders[id] = builder }
    builder.begin(path: task.shown, snapshot: task.snapshot)
    do {
      file.recordCount = try records(layout, &builder, &log)
    } catch {
      builder.abandon()
      throw error
    }
    file.status = file.recordCount == 0 ? .nilReturn : .read
    return .read(layout, delimiter: reader.delimiter)
  }

  private mutating func records(
    _ layout: FileLayout, _ builder: inout TableBuilder, _ log: inout DefectLog
  ) throws(FileFault) -> Int {
    var intake = RecordIntake(layout, builder)
    while try reader.advance() {
      reader.withRecord { intake.read($0, &builder, &log) }
    }
    intake.finish(&builder, &log)
    return intake.count
  }

  /// Reads the header line and finds the dataset; `nil`, with a defect, when there is none.
  private mutating func header(_ log: inout DefectLog) throws(FileFault) -> FileLayout? {
    if task.kind == .other { return refuse(.unreadableFile, .otherFormat(task.shown), &log) }
    if let signature = reader.signature {
      return refuse(.unreadableFile, .notCSV(task.shown, signature), &log)
    }
    guard try reader.advance() else { return refuse(.emptyFile, .emptyFile(task.shown), &log) }
    return reader.withRecord { HeaderIntake(task, request, $0).layout(&log) }
  }

  private func refuse(
    _ kind: DefectKind, _ diagnostic: Diagnostic, _ log: inout DefectLog
  ) -> FileLayout? {
    log.add(Defect(kind, file: task.shown, diagnostic))
    return nil
  }
}
