import Exports
import Rulebook
import Tables

/// Which units the records of each dataset name, by themselves or through what they belong to.
struct UnitPresence {
  /// By dataset, the unit of each record.
  private let owners: [String: [String?]]
  private let units: [String: Set<String>]

  /// The units that occur in the tables of a store.
  init(_ store: RecordStore, _ rulebook: Rulebook) {
    var codes = rulebook.unitColumns.reduce(into: [String: [String?]]()) { codes, pair in
      codes[pair.key] = store.rows[pair.key]?.map { $0.text(pair.value) }
    }
    codes[rulebook.units.id] = rulebook.registry.units.map(\.code)
    // A relation gives a dataset units once its parents have some; no chain is longer than this.
    for _ in rulebook.datasets {
      for parent in rulebook.datasets + [rulebook.units] {
        for relation in parent.children where codes[relation.dataset] == nil {
          codes[relation.dataset] = Self.inherited(relation, parent, codes, store)
        }
      }
    }
    owners = codes
    let kept = codes.mapValues { Set($0.compactMap { $0 }) }
    units = kept.merging(Self.streamed(store.exports, rulebook)) { $0.union($1) }
  }

  private init(owners: [String: [String?]], units: [String: Set<String>]) {
    self.owners = owners
    self.units = units
  }

  /// The units of records that were not kept.
  private static func streamed(_ exports: ExportSet, _ rulebook: Rulebook) -> [String: Set<String>]
  {
    exports.streams.reduce(into: [:]) { units, pair in
      let (dataset, stream) = pair
      guard let column = rulebook.unitColumns[dataset] else { return }
      units[dataset] = stream.owners[column] ?? []
    }
  }

  /// The units that some files name, before records of other files replaced theirs.
  func named(in files: [ExportFile], _ store: RecordStore, _ rulebook: Rulebook) -> UnitPresence {
    let columns = rulebook.unitColumns
    var units: [String: Set<String>] = [:]
    for file in files {
      guard let dataset = file.dataset else { continue }
      units[dataset, default: []].formUnion(columns[dataset].flatMap { file.owners[$0] } ?? [])
      for (parent, relation) in rulebook.relations(to: dataset) where columns[dataset] == nil {
        let keys = file.owners[relation.by] ?? []
        units[dataset, default: []].formUnion(
          keys.compactMap { store.record(parent, $0) }.compactMap { owners[parent]?[$0.row] })
      }
    }
    return UnitPresence(owners: owners, units: units)
  }

  /// The codes of the units that records of a dataset belong to.
  func codes(in dataset: String) -> Set<String> { units[dataset] ?? [] }

  private static func inherited(
    _ relation: ChildRelation, _ parent: Dataset, _ codes: [String: [String?]],
    _ store: RecordStore
  ) -> [String?]? {
    guard let parents = codes[parent.id] else { return nil }
    return store.rows[relation.dataset]?.map { row in
      row.text(relation.by).flatMap { store.record(parent.id, $0) }.flatMap { parents[$0.row] }
    }
  }
}

extension Rulebook {
  /// The columns by which obligations bind the records of a dataset to units.
  func unitColumns(of dataset: String) -> [Int] {
    let over = obligations.filter { $0.dataset == dataset }
    return Set(over.compactMap(\.unitColumn.columns.first)).sorted()
  }

  /// The column that binds the records of a dataset to units.
  package var unitColumns: [String: Int] {
    obligations.reduce(into: [:]) { columns, obligation in
      if obligation.dataset != units.id {
        columns[obligation.dataset] = obligation.unitColumn.columns.first
      }
    }
  }
}

extension Rulebook {
  /// For each dataset the columns by which its records belong to units, by themselves or through
  /// others.
  package var ownerColumns: [String: Set<Int>] {
    let own = unitColumns.mapValues { Set([$0]) }
    let inherited = datasets.map { dataset in
      (dataset.id, Set(relations(to: dataset.id).map(\.relation.by)))
    }
    return own.merging(inherited) { $0.union($1) }
  }

  /// Where a dataset is the child of another.
  fileprivate func relations(to dataset: String) -> [(parent: String, relation: ChildRelation)] {
    (datasets + [units]).flatMap { parent in
      parent.children.filter { $0.dataset == dataset }.map { (parent.id, $0) }
    }
  }
}

extension Row {
  fileprivate func text(_ column: Int) -> String? {
    if case .text(let text) = cell(column) { text } else { nil }
  }
}
