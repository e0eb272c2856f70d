import Rulebook
import Tables

/// Which units the records of each dataset name, by themselves or through what they belong to.
struct UnitPresence {
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
    units = codes.mapValues { Set($0.compactMap { $0 }) }
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
  /// The column that binds the records of a dataset to units.
  package var unitColumns: [String: Int] {
    obligations.reduce(into: [:]) { columns, obligation in
      if obligation.dataset != units.id {
        columns[obligation.dataset] = obligation.unitColumn.columns.first
      }
    }
  }
}

extension Row {
  fileprivate func text(_ column: Int) -> String? {
    if case .text(let text) = cell(column) { text } else { nil }
  }
}
