import Calendars
import Diagnostics
import Encodings
import Foundation
import Tables
import Workbooks

/// Reads files to say what stands in them.
package struct FileProfiler: Sendable {
  private let request: ExportRequest
  private let showsPersonal: Bool

  /// - Parameters:
  ///   - datasets: those of the rules; without any, only types are told.
  ///   - showsPersonal: whether personal values are shown.
  package init(
    datasets: [Dataset], knownUnits: Set<String> = [], zone: Zone = .utc, showsPersonal: Bool
  ) {
    request = ExportRequest(
      root: "/", folders: [], datasets: datasets, knownUnits: knownUnits, zone: zone)
    self.showsPersonal = showsPersonal
  }

  /// The files to look at in a path: itself, or all tables of a folder.
  package static func files(at path: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return [path] }
    let base = path.hasSuffix("/") ? path : path + "/"
    return FolderListing(path).paths.filter {
      [.csv, .workbook, .json, .database, .other].contains(FolderListing.kind(of: $0))
    }.map { base + $0 }
  }

  /// What stands in a file. What cannot be read is said among its remarks.
  package func profile(_ path: String) -> FileProfile {
    var profile = FileProfile(file: path)
    var log = DefectLog(limit: 5)
    let url = URL(fileURLWithPath: path)
    let task = FileTask(
      url.lastPathComponent, in: url.deletingLastPathComponent().path, shown: path, ExportMap(),
      request)
    do throws(FileFault) {
      let bytes = try FileBytes(path: task.path)
      profile.bytes = bytes.size
      let sources = try sources(task, bytes, &log)
      for source in sources {
        profile.tables.append(try table(source, bytes, task))
      }
    } catch {
      log.add(Defect(.unreadableFile, file: path, .unreadableFile(path, error)))
    }
    profile.remarks = remarks(log)
    return profile
  }

  private func remarks(_ log: DefectLog) -> [FileProfile.Remark] {
    log.all.filter { $0.kind != .encoding }.map { defect in
      let text = defect.diagnostic.message
      let masked = Text(vi: PersonalMarks.masked(text.vi), en: PersonalMarks.masked(text.en))
      return FileProfile.Remark(
        code: defect.diagnostic.code, severity: defect.severity, line: defect.line,
        message: showsPersonal ? text : masked, hint: defect.diagnostic.hint)
    }
  }

  // MARK: - Tables of a file

  private func sources(
    _ task: FileTask, _ bytes: FileBytes, _ log: inout DefectLog
  ) throws(FileFault) -> [TableSource] {
    let texts = TextStore()
    if task.kind == .workbook { return try sheets(task, bytes, texts, &log) }
    if task.kind == .json {
      return try tables(JSONHead(task, bytes, request, texts).sources(&log), task, bytes)
    }
    if task.kind == .database || SQLiteHead.isMeant(by: bytes) {
      return try tables(SQLiteHead(task, bytes, request, texts).sources(&log), task, bytes)
    }
    let head = FileHead(task, bytes, request, texts)
    if task.kind != .other, request.datasets.isEmpty {
      return try unmatched(task, bytes, texts, &log)
    }
    if let source = try head.source(&log) {
      return [try TableSource(source, bytes, blockSize: request.blockSize)]
    }
    var other = DefectLog(limit: 1)
    return task.kind == .other ? [] : try unmatched(task, bytes, texts, &other)
  }

  /// The tables of a file that holds others than CSV, each with its name where there are several.
  private func tables(
    _ found: [(task: FileTask, source: ScanSource)], _ file: FileTask, _ bytes: FileBytes
  ) throws(FileFault) -> [TableSource] {
    var tables: [TableSource] = []
    for (task, source) in found {
      var table = try TableSource(source, bytes, blockSize: request.blockSize)
      if task.shown != file.shown {
        table.sheet = String(task.shown.dropFirst(file.shown.count + 2).dropLast())
      }
      tables.append(table)
    }
    return tables
  }

  /// A file of no dataset.
  private func unmatched(
    _ task: FileTask, _ bytes: FileBytes, _ texts: TextStore, _ log: inout DefectLog
  ) throws(FileFault) -> [TableSource] {
    let conversion = FileConversion(task, bytes, texts, faultLimit: 1)
    let converted: ConvertedText?
    switch try conversion.run(&log) {
    case .own: converted = nil
    case .converted(let text): converted = text
    case .refused(let diagnostic):
      log.add(Defect(.unreadableFile, file: task.shown, diagnostic))
      return []
    }
    let source = try TableSource(bytes, converted, delimiter: nil, blockSize: request.blockSize)
    if source == nil { try refuse(task, bytes, &log) }
    return [source].compactMap(\.self)
  }

  private func refuse(
    _ task: FileTask, _ bytes: FileBytes, _ log: inout DefectLog
  ) throws(FileFault) {
    let reader = try RecordReader(bytes, delimiter: nil, blockSize: request.blockSize)
    let diagnostic: Diagnostic =
      reader.signature.map { .notCSV(task.shown, $0) } ?? .emptyFile(task.shown)
    log.add(Defect(.unreadableFile, file: task.shown, diagnostic))
  }

  private func sheets(
    _ task: FileTask, _ bytes: FileBytes, _ texts: TextStore, _ log: inout DefectLog
  ) throws(FileFault) -> [TableSource] {
    try WorkbookHead(task, bytes, request, texts).reading(&log) { book, log in
      let conversion = SheetConversion(book, request.headers, nil, texts)
      let sheets = try conversion.allSheets()
      if sheets.isEmpty { log.add(Defect(.emptyFile, file: task.shown, .emptyFile(task.shown))) }
      return try sheets.compactMap { sheet, header in
        let text = try conversion.text(of: sheet, header) {
          $0.add(to: &log, file: task.shown, sheet: sheet.name)
        }
        return try source(sheet.name, text, task, bytes, texts)
      }
    }
  }

  private func source(
    _ sheet: String, _ text: ConvertedText, _ task: FileTask, _ bytes: FileBytes,
    _ texts: TextStore
  ) throws(FileFault) -> TableSource? {
    var own = DefectLog(limit: 1)
    let head = FileHead(task.sheet(sheet), bytes, request, texts)
    var table: TableSource?
    if let source = try head.source(text, &own) {
      table = try TableSource(source, bytes, blockSize: request.blockSize)
    } else {
      table = try TableSource(
        bytes, text, delimiter: UInt8(ascii: ","), blockSize: request.blockSize)
    }
    table?.sheet = sheet
    return table
  }

  // MARK: - Records of a table

  private func table(
    _ source: TableSource, _ bytes: FileBytes, _ task: FileTask
  ) throws(FileFault) -> TableProfile {
    var tally = TableTally(source, zone: request.zone)
    var reader = RecordReader(
      source.converted?.bytes ?? bytes, from: source.start, delimiter: source.delimiter,
      blockSize: request.blockSize)
    let end = source.source?.end ?? .max
    while try reader.advance(), reader.place.offset < end { reader.withRecord { tally.add($0) } }
    let isSheet = source.sheet != nil
    let guess = isSheet ? nil : try encoding(source, bytes)
    var profile = TableProfile(
      sheet: source.sheet, encoding: guess?.name, encodingReason: guess?.reason,
      delimiter: isSheet ? nil : String(UnicodeScalar(source.delimiter)),
      headerLine: source.headerLine, match: TableMatch(source, request.headers).profile)
    profile.recordCount = tally.recordCount
    (profile.misfitCount, profile.firstMisfit) = (tally.misfitCount, tally.firstMisfit)
    profile.columns = tally.columns(showsPersonal: showsPersonal)
    return profile
  }

  private func encoding(
    _ source: TableSource, _ bytes: FileBytes
  ) throws(FileFault) -> (name: String, reason: Text) {
    if let decoding = source.converted?.decoding {
      return (decoding.encoding.rawValue, decoding.reason)
    }
    let head = try bytes.head(EncodingGuess.headSize)
    let guess = head.withUnsafeBufferPointer {
      EncodingGuess($0, isWhole: head.count == bytes.size)
    }
    return (Encoding.utf8.rawValue, guess.evidence)
  }
}
