import Tables

extension Rulebook {
  /// For each dataset the ids of the columns that hold keys of records: its own, those of records that it
  /// refers to, and those of the records that its own belong to.
  package var keyColumns: [String: Set<String>] {
    var columns = Dictionary(uniqueKeysWithValues: datasets.map { ($0.id, $0.keyColumns) })
    for relation in datasets.flatMap(\.children) {
      guard let child = datasets.first(where: { $0.id == relation.dataset }) else { continue }
      columns[child.id]?.insert(child.columns[relation.by].id)
    }
    return columns
  }
}

extension Dataset {
  fileprivate var keyColumns: Set<String> {
    let own = key.map { columns[$0].id }
    return Set(own + columns.filter { $0.references != nil }.map(\.id))
  }
}
