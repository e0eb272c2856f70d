import Databases
import Foundation

/// Reads the columns of the tables and views of a file of SQLite, and finds out whose datasets they are.
struct SQLiteHead {
  private let task: FileTask
  private let bytes: FileBytes
  private let request: ExportRequest
  private let texts: TextStore

  /// The head of `bytes`, the file of `task`.
  /// - Parameter texts: where the texts of its tables go.
  init(_ task: FileTask, _ bytes: FileBytes, _ request: ExportRequest, _ texts: TextStore) {
    (self.task, self.bytes, self.request, self.texts) = (task, bytes, request, texts)
  }

  /// Whether bytes are a file of SQLite.
  static func isMeant(by bytes: FileBytes) -> Bool {
    (try? bytes.head(SQLiteFile.signature.count)) == SQLiteFile.signature
  }

  /// Whether the file at `path` is one of SQLite.
  static func isMeant(by path: String) -> Bool {
    (try? FileBytes(path: path)).map(isMeant) ?? false
  }

  /// Rows to read, and what they are called.
  private struct Part {
    let name: String
    let columns: SourceColumns
    let rows: SQLiteRows
  }

  /// How to read its tables; none, with a defect, where nothing in it can be used.
  func sources(
    _ log: inout DefectLog
  ) throws(FileFault) -> [(task: FileTask, source: ScanSource)] {
    do {
      let parts = try parts(of: try SQLiteFile(path: task.path), &log)
      if parts.isEmpty, task.entry?.table == nil, task.entry?.query == nil {
        log.add(Defect(.emptyFile, file: task.shown, .emptyFile(task.shown)))
      }
      return try parts.compactMap { try source($0, isAlone: parts.count == 1, &log) }
    } catch let error as SQLError {
      log.add(Defect(.unreadableFile, file: task.shown, .database(task.shown, error)))
      return []
    } catch {
      throw FileFault(error)
    }
  }

  /// What `exports.yaml` asks for; else the tables and views that hold a dataset, or the first of all.
  private func parts(of file: SQLiteFile, _ log: inout DefectLog) throws(SQLError) -> [Part] {
    if let query = task.entry?.query { return [part("query", try file.rows(of: query))] }
    if let table = task.entry?.table { return [part(table, try file.rows(ofTable: table))] }
    var all: [Part] = []
    for table in try file.tables() {
      do throws(SQLError) {
        all.append(part(table.name, try file.rows(ofTable: table.name)))
      } catch {
        let shown = task.sheet(table.name).shown
        log.add(Defect(.ignoredSheet, file: task.shown, .database(shown, error)))
      }
    }
    let matching = all.filter { $0.columns.match?.isPossible == true }
    let chosen = matching.isEmpty ? Array(all.prefix(1)) : matching
    let names = Set(chosen.map(\.name))
    for other in all where !names.contains(other.name) {
      log.add(Defect(.ignoredSheet, file: task.shown, .ignoredTable(task.shown, other.name)))
    }
    return chosen
  }

  private func part(_ name: String, _ rows: SQLiteRows) -> Part {
    Part(
      name: name, columns: SourceColumns(rows.columns, request.headers, task.entry), rows: rows)
  }

  private func source(
    _ part: Part, isAlone: Bool, _ log: inout DefectLog
  ) throws -> (task: FileTask, source: ScanSource)? {
    let task = isAlone ? task : task.sheet(part.name)
    let text = try converted(part)
    let head = FileHead(task, bytes, request, texts)
    return try head.source(text, &log).map { (task, $0) }
  }

  /// The rows as CSV; each is called by its number.
  private func converted(_ part: Part) throws -> ConvertedText {
    let numbers = part.columns.numbers
    var text = CSVText()
    var writer = TextWriter(texts)
    for header in part.columns.headers { text.add(header.utf8) }
    text.end()
    var number = 0
    while try part.rows.advance() {
      number += 1
      text.begin(number)
      for column in numbers.indices {
        part.rows.withValue(column) { text.add($0, numbers[column]) }
      }
      text.end()
      try writer.write { text.move(to: &$0) }
    }
    try writer.write { text.move(to: &$0) }
    return ConvertedText(bytes: try writer.finish(), origin: .database, lines: text.lines)
  }
}

extension CSVText {
  /// Writes a value.
  fileprivate mutating func add(_ value: SQLiteRows.Value, _ number: NumberText) {
    switch value.storage {
    case .null, .text: add(value.bytes)
    case .integer, .real: add(number.text(of: value.bytes))
    case .blob: add(UnreadableCell.noSingleValue.bytes)
    }
  }
}
