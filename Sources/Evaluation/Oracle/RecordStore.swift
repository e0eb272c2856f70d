import Exports
import Expressions
import Registry
import Rulebook
import Tables

/// Finds records: by their place, by their key, and those that belong to another. A value that never
/// changes, shared since every record that is evaluated refers to it.
final class RecordStore: Sendable {
  /// All records of each dataset, the built-in ones among them.
  let rows: [String: TableRows]
  /// What the records come from.
  let exports: ExportSet
  private let byKey: [String: [String: Int]]
  private let children: [Relation: [String: [RecordValue]]]

  private struct Relation: Hashable {
    let dataset: String
    let by: Int
  }

  /// Indexes the tables of exports by key and by what their records belong to.
  init(_ exports: ExportSet, _ request: EvaluationRequest) {
    self.exports = exports
    let rulebook = request.rulebook
    let builtIn = [
      Table(dataset: rulebook.units, file: "units", records: Self.units(rulebook.registry)),
      request.priorVerdicts.table,
    ]
    let rows = (Array(exports.tables.values) + builtIn).reduce(into: [String: TableRows]()) {
      rows, table in
      if rows[table.dataset.id] == nil { rows[table.dataset.id] = table.rows }
    }
    self.rows = rows
    let all = rulebook.datasets + [rulebook.units]
    let parents = all.filter { !$0.children.isEmpty }.map(\.id)
    let referredTo = all.flatMap(\.columns).compactMap(\.references)
    let lookedUp = Set([rulebook.units.id] + referredTo + parents)
    byKey = rows.filter { lookedUp.contains($0.key) }.mapValues(Self.index)
    let relations = Set(
      all.flatMap(\.children).map { Relation(dataset: $0.dataset, by: $0.by) })
    children = Dictionary(
      uniqueKeysWithValues: relations.map { relation in
        (relation, rows[relation.dataset].map { Self.children(relation, $0) } ?? [:])
      })
  }

  /// The records of another store, with those of a table beside them, which nothing refers to.
  private init(_ other: RecordStore, with table: Table) {
    rows = other.rows.merging([table.dataset.id: table.rows]) { $1 }
    (exports, byKey, children) = (other.exports, other.byKey, other.children)
  }

  /// The same with the records of a table beside them, which nothing refers to.
  func with(_ table: Table) -> RecordStore { RecordStore(self, with: table) }

  /// The record that a value stands for.
  func row(_ record: RecordValue) -> Row? { rows[record.dataset]?[record.row] }

  /// The record of a dataset whose key is `key`.
  func record(_ dataset: String, _ key: String) -> RecordValue? {
    byKey[dataset]?[key].map { RecordValue(dataset: dataset, row: $0) }
  }

  /// The records that belong to the one with a key, in an order that no file decides.
  func children(_ relation: ChildRelation, of key: String) -> [RecordValue] {
    children[Relation(dataset: relation.dataset, by: relation.by)]?[key] ?? []
  }

  /// How many records of a relation belong to no record of `parent`.
  func orphans(_ relation: ChildRelation, of parent: String) -> Int {
    let keys = byKey[parent] ?? [:]
    guard let rows = rows[relation.dataset] else { return 0 }
    return rows.count { row in
      guard case .text(let key) = row.cell(relation.by) else { return true }
      return keys[key] == nil
    }
  }

  // MARK: - Indexes

  /// The units as records. Those that share a code are found by it, whichever is meant: nobody knows
  /// their days then.
  private static func units(_ registry: UnitRegistry) -> [[Cell]] {
    let counts = Dictionary(registry.units.map { ($0.code, 1) }, uniquingKeysWith: +)
    return registry.units.map { unit in
      counts[unit.code] == 1 ? unit.cells : unit.cells.dropLast(2) + [.unreadable, .unreadable]
    }
  }

  /// Of two records with one key the first; a dataset whose key is not one text has no index.
  private static func index(_ rows: TableRows) -> [String: Int] {
    guard let key = rows.first?.table.dataset.key, key.count == 1 else { return [:] }
    let pairs = rows.enumerated().compactMap { place, row -> (String, Int)? in
      guard case .text(let text) = row.cell(key[0]) else { return nil }
      return (text, place)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private static func children(
    _ relation: Relation, _ rows: TableRows
  ) -> [String: [RecordValue]] {
    var found: [String: [RecordValue]] = [:]
    for (place, row) in rows.enumerated() {
      guard case .text(let key) = row.cell(relation.by) else { continue }
      found[key, default: []].append(RecordValue(dataset: relation.dataset, row: place))
    }
    return found.mapValues { records in
      records.count == 1 ? records : inOrder(records, rows)
    }
  }

  private static func inOrder(_ records: [RecordValue], _ rows: TableRows) -> [RecordValue] {
    let contents = records.map { (order: rows[$0.row].contents, record: $0) }
    return contents.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.record)
  }
}

extension Row {
  /// What stands in it, the key first: equal records are equal, wherever they stand.
  fileprivate var contents: [String] {
    let columns = table.dataset.columns.indices
    let key = table.dataset.key
    return (key + columns.filter { !key.contains($0) }).map { "\(cell($0))" }
  }
}

extension Unit {
  /// The columns of `BuiltInDatasets.units`, in its order.
  var cells: [Cell] {
    [.text(code), .text(name), .text(level), parent.map(Cell.text) ?? .empty]
      + [dates.from, dates.until].map { $0.map(Cell.date) ?? .empty }
  }
}
