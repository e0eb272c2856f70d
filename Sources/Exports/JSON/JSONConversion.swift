import Diagnostics
import JSONRecords
import Tables

/// Rewrites objects of JSON as CSV: a record for each, a field for each of the keys that any of them has.
struct JSONConversion {
  private let file: JSONFile
  private let task: FileTask
  private let store: TextStore
  private let headers: [String]
  private let numbers: [NumberText]

  /// - Parameter store: takes the text.
  init(_ file: JSONFile, _ task: FileTask, _ request: ExportRequest, _ store: TextStore) {
    (self.file, self.task, self.store) = (file, task, store)
    headers = file.keys.isEmpty ? Self.headers(task.entry, request.datasets) : file.keys
    numbers = SourceColumns(headers, request.headers, task.entry).numbers
  }

  /// No record has no keys; then the dataset that `exports.yaml` names has its own.
  private static func headers(_ entry: ExportMap.Entry?, _ datasets: [Dataset]) -> [String] {
    guard let entry, let dataset = datasets.first(where: { $0.id == entry.dataset }) else {
      return []
    }
    return dataset.columns.map { entry.columns[$0.id] ?? $0.id }
  }

  /// The text; `nil` where nobody can tell what columns it would have.
  /// - Parameter column: the character of its line that a fault is at.
  func run(
    _ column: (JSONFault) -> Int, _ log: inout DefectLog
  ) throws -> ConvertedText? {
    if headers.isEmpty { return nil }
    var text = CSVText()
    var writer = TextWriter(store)
    var broken: Set<Int> = []
    for header in headers { text.add(header.utf8) }
    text.end()
    try file.forEachRecord { record in
      if let fault = record.fault {
        broken.insert(record.line)
        report(fault, record.line, column, &log)
      }
      text.begin(record.line)
      for field in fields(of: record) { text.add(field) }
      text.end()
      try writer.write { text.move(to: &$0) }
    }
    try writer.write { text.move(to: &$0) }
    return ConvertedText(
      bytes: try writer.finish(), origin: .json, lines: text.lines, brokenLines: broken)
  }

  private func fields(of record: JSONRecord) -> [[UInt8]] {
    let isBroken = record.fault != nil
    var fields = [[UInt8]](
      repeating: isBroken ? [ConvertedText.unreadable] : [], count: headers.count)
    for value in record.values {
      if let key = value.key { fields[key] = field(value, of: record, numbers[key]) }
    }
    return fields
  }

  private func field(
    _ value: JSONRecord.Value, of record: JSONRecord, _ number: NumberText
  ) -> [UInt8] {
    switch value.kind {
    case .text, .bool: Array(record.text(of: value))
    case .number: number.text(of: record.text(of: value))
    case .null: []
    case .array: UnreadableCell.list.bytes
    case .duplicate: UnreadableCell.duplicateKey.bytes
    case .brokenText: UnreadableCell.brokenText.bytes
    case .noNumber: UnreadableCell.noNumber.bytes
    }
  }

  private func report(
    _ fault: JSONFault, _ line: Int, _ column: (JSONFault) -> Int, _ log: inout DefectLog
  ) {
    log.add(.brokenRecord, file: task.shown) {
      let diagnostic = Diagnostic.brokenLine(task.shown, fault, column: column(fault))
      var defect = Defect(.brokenRecord, file: task.shown, diagnostic)
      defect.line = line
      return defect
    }
  }
}
