import Calendars
import Diagnostics
import Evaluation
import Exports
import Registry
import Rulebook
import Tables
import YAMLTree

/// Reads the records of a case into what reading exports gives.
struct CaseExportReader {
  private let rulebook: Rulebook
  private let registry: UnitRegistry
  private let snapshot: Instant
  /// What is wrong with the records.
  private(set) var diagnostics: [Diagnostic] = []

  /// A reader of records that a system wrote at `snapshot`.
  init(_ rulebook: Rulebook, _ registry: UnitRegistry, snapshot: Instant) {
    self.rulebook = rulebook
    self.registry = registry
    self.snapshot = snapshot
  }

  /// Every dataset is handed in by all units, without records where none are written, except those
  /// said to be missing or unreadable.
  mutating func exports(_ settings: CaseSettings) -> ExportSet {
    let missing = datasets("missing", settings)
    let unreadable = datasets("unreadable", settings)
    let written = tables(settings)
    var exports = ExportSet()
    for dataset in datasets where !missing.contains(dataset.id) {
      let path = settings.own.span.source.path
      if unreadable.contains(dataset.id) {
        exports.files.append(file(path, dataset, nil))
      } else {
        let table = written[dataset.id].flatMap { self.table($0, dataset, path) }
        exports.files.append(file(path, dataset, table?.count ?? 0))
        exports.tables[dataset.id] = table ?? Table(dataset: dataset)
      }
    }
    return exports
  }

  /// Those of exports, and past verdicts, which a case writes like any other records.
  private var datasets: [Dataset] { rulebook.datasets + [BuiltInDatasets.verdicts] }

  private func file(_ path: String, _ dataset: Dataset, _ count: Int?) -> ExportFile {
    ExportFile(
      path: path, dataset: dataset.id, covers: .units(registry.codes),
      snapshot: snapshot, recordCount: count ?? 0,
      status: count.map { $0 == 0 ? .nilReturn : .read } ?? .unreadable)
  }

  private mutating func datasets(_ key: String, _ settings: CaseSettings) -> Set<String> {
    let names = settings[key].strings(key, &diagnostics)
    let known = datasets.map(\.id)
    for name in names where !known.contains(name.value) {
      diagnostics.append(.unknownCaseDataset(name, known))
    }
    return Set(names.map(\.value))
  }

  // MARK: - Tables

  /// The tables that the case is given, and its own instead of those.
  private mutating func tables(_ settings: CaseSettings) -> [String: CaseTable] {
    [settings.given, settings.own].compactMap { $0 }.reduce(into: [:]) { tables, fields in
      tables.merge(self.tables(fields)) { $1 }
    }
  }

  private mutating func tables(_ fields: Fields) -> [String: CaseTable] {
    let known = datasets.map(\.id)
    guard let node = fields["records"],
      let records = Fields(node, keys: known, of: .records, &diagnostics)
    else { return [:] }
    var tables: [String: CaseTable] = [:]
    for id in known {
      guard let table = records[id] else {
        if let span = records.keySpan(id) { tables[id] = CaseTable(empty: span) }
        continue
      }
      if let scalar = table.scalar {
        tables[id] = CaseTable(scalar, table.span, &diagnostics)
      } else {
        diagnostics.append(.notATable(id, table.span))
      }
    }
    return tables
  }

  private mutating func table(_ written: CaseTable, _ dataset: Dataset, _ path: String) -> Table? {
    let unitColumn = rulebook.unitColumns[dataset.id]
    var table = WrittenTable(
      dataset, headers: written.headers.map(\.text), defaults: defaults(unitColumn),
      zone: rulebook.calendar.zone, snapshot: snapshot, path: path)
    check(written.headers, table, dataset)
    for row in written.rows {
      guard row.count == written.headers.count, let first = row.first, let last = row.last else {
        diagnostics.append(.wrongCellCount(row, written.headers))
        continue
      }
      let faults = table.append(row.map(\.content), line: first.span.through(last.span).line)
      for fault in faults {
        guard let column = table.column(ofHeader: fault.header) else { continue }
        diagnostics.append(.unreadableCell(row[fault.header], column, fault.kind))
      }
    }
    return table.table(unitColumn: unitColumn)
  }

  /// Where there is one unit alone, records that name none are its.
  private func defaults(_ unitColumn: Int?) -> [Int: String] {
    let codes = registry.codes
    guard let unitColumn, codes.count == 1, let code = codes.first else { return [:] }
    return [unitColumn: code]
  }

  private mutating func check(
    _ headers: [CaseTable.Cell], _ table: WrittenTable, _ dataset: Dataset
  ) {
    let repeated = Set(table.repeatedHeaders)
    for (index, header) in headers.enumerated() {
      if table.column(ofHeader: index) == nil {
        diagnostics.append(.unknownCaseColumn(header, dataset))
      } else if repeated.contains(index) {
        diagnostics.append(.columnTwice(header))
      }
    }
  }
}
