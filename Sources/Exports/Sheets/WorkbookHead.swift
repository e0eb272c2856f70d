import Foundation
import Workbooks

/// Reads the headers of the sheets of a workbook, and finds out whose datasets they are.
struct WorkbookHead {
  private let task: FileTask
  private let bytes: FileBytes
  private let request: ExportRequest
  private let texts: TextStore

  /// The head of `bytes`, the workbook of a task.
  /// - Parameter texts: where the texts of its sheets go.
  init(_ task: FileTask, _ bytes: FileBytes, _ request: ExportRequest, _ texts: TextStore) {
    (self.task, self.bytes, self.request, self.texts) = (task, bytes, request, texts)
  }

  /// How to read each of its sheets; none, with a defect, where nothing in it can be used.
  func sources(
    _ log: inout DefectLog
  ) throws(FileFault) -> [(task: FileTask, source: ScanSource)] {
    try reading(&log) { book, log in try sources(book, &log) }
  }

  /// What `body` makes of the workbook; nothing, with a defect, where it cannot be read.
  func reading<Found>(
    _ log: inout DefectLog, _ body: (Workbook, inout DefectLog) throws -> [Found]
  ) throws(FileFault) -> [Found] {
    do {
      let book = try Workbook.open(path: task.path)
      if let repaired = book.repairDiagnostic(shownAs: task.shown) {
        log.add(Defect(.unreadableFile, file: task.shown, repaired))
      }
      return try body(book, &log)
    } catch let error as WorkbookError {
      let diagnostic = error.shown(as: task.shown).diagnostic
      log.add(Defect(.unreadableFile, file: task.shown, diagnostic))
      return []
    } catch {
      throw FileFault(error)
    }
  }

  private func sources(
    _ book: Workbook, _ log: inout DefectLog
  ) throws -> [(task: FileTask, source: ScanSource)] {
    let conversion = SheetConversion(book, request.headers, task.entry, texts)
    let (sheets, ignored) = try conversion.sheets()
    for name in ignored {
      log.add(Defect(.ignoredSheet, file: task.shown, .ignoredSheet(task.shown, name)))
    }
    if sheets.isEmpty { log.add(Defect(.emptyFile, file: task.shown, .emptyFile(task.shown))) }
    var sources: [(task: FileTask, source: ScanSource)] = []
    for (sheet, header) in sheets {
      let task = sheets.count > 1 ? task.sheet(sheet.name) : task
      let text = try conversion.text(of: sheet, header) {
        $0.add(to: &log, file: task.shown, sheet: sheet.name)
      }
      let head = FileHead(task, bytes, request, texts)
      let source = try head.source(text, &log)
      if let source { sources.append((task, source)) }
    }
    return sources
  }
}
