import Databases
import Foundation
import Tables

/// Reads a table of a PostgreSQL server, or what answers a question, and finds out whose dataset it is.
struct ServerHead {
  private let task: FileTask
  private let request: ExportRequest
  private let texts: TextStore
  private let servers: Servers

  /// The head of what `exports.yaml` says in the entry of a task.
  /// - Parameter texts: where the text goes.
  init(_ task: FileTask, _ request: ExportRequest, _ texts: TextStore, _ servers: Servers) {
    (self.task, self.request, self.texts, self.servers) = (task, request, texts, servers)
  }

  /// How to read it; nothing, with a defect, when nothing of it can be used.
  func sources(
    _ log: inout DefectLog
  ) throws(FileFault) -> [(task: FileTask, source: ScanSource)] {
    do {
      let text = try converted()
      // The text is the evidence: nobody can ask for the same again.
      let head = FileHead(task, text.bytes, request, texts)
      guard var source = try head.source(text, &log) else {
        return []
      }
      source.memory = text.bytes
      return [(task, source)]
    } catch let error as SQLError {
      log.add(Defect(.unreadableFile, file: task.shown, .database(task.shown, error)))
      return []
    } catch {
      throw FileFault(error)
    }
  }

  private func converted() throws -> ConvertedText {
    let server = try servers.connection(
      to: task.entry?.service, zone: Self.posix(request.zone.identifier))
    let query: PostgresQuery
    if let table = task.entry?.table {
      query = try server.query(table: table)
    } else {
      query = try server.query(task.entry?.query ?? "")
    }
    let columns = SourceColumns(query.columns.map(\.name), request.headers, task.entry).columns
    let forms = zip(query.columns, columns).map { PostgresColumn.Form($0, $1) }
    return try copied(query, forms, from: server)
  }

  /// An offset in the manner of POSIX, which counts hours to the west; other zones by their names.
  private static func posix(_ zone: String) -> String {
    guard let sign = zone.first, "+-".contains(sign) else { return zone }
    return "<local>" + (sign == "+" ? "-" : "+") + zone.dropFirst()
  }

  /// The rows as CSV, as the server gives them; each is called by its number.
  private func copied(
    _ query: PostgresQuery, _ forms: [PostgresColumn.Form], from server: PostgresConnection
  ) throws -> ConvertedText {
    let isMarked = forms.contains(.noSingleValue)
    var text = CSVText()
    var writer = TextWriter(texts)
    var number = 0
    try server.copy(query, forms) { record in
      text.add(record: record, called: max(1, number))
      number += 1
      try writer.write { bytes in
        let start = bytes.count
        text.move(to: &bytes)
        if isMarked { bytes.replaceMarks(from: start) }
      }
    }
    return ConvertedText(bytes: try writer.finish(), origin: .database, lines: text.lines)
  }
}

extension PostgresColumn.Form {
  /// How the values of a column of a server are written for one of a dataset, if they are for any.
  fileprivate init(_ source: PostgresColumn, _ column: Column?) {
    guard let column else {
      self = .nothing
      return
    }
    if source.kind == .noCell {
      self = .noSingleValue
      return
    }
    switch column.type {
    case .string, .bool: self = .own
    case .int, .decimal: self = .number(decimalMark: NumberText(column).decimalMark ?? 0x2E)
    case .date: self = .day
    case .timestamp: self = .moment(slashedDays: column.formats.contains("dd/MM/yyyy"))
    }
  }
}

extension [UInt8] {
  /// Puts what stands for an unreadable cell in place of the mark that a server gives for one.
  fileprivate mutating func replaceMarks(from start: Int) {
    let mark = PostgresColumn.mark
    var index = start
    while index + mark.count <= count {
      guard self[index] == mark[0], self[index..<index + mark.count].elementsEqual(mark) else {
        index += 1
        continue
      }
      replaceSubrange(index..<index + mark.count, with: UnreadableCell.noSingleValue.bytes)
      index += UnreadableCell.noSingleValue.bytes.count
    }
  }
}
