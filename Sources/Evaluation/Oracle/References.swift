import Tables

/// Finds the record of a referenced dataset by its key.
struct References: Sendable {
  private let rows: [String: [String: Row]]

  /// Indexes every table that has a key of one text column.
  init(_ tables: [String: Table]) {
    rows = tables.mapValues { table in
      guard table.dataset.key.count == 1 else { return [:] }
      let pairs = table.rows.compactMap { row -> (String, Row)? in
        guard case .text(let key) = row.cell(table.dataset.key[0]) else { return nil }
        return (key, row)
      }
      return Dictionary(pairs) { first, _ in first }
    }
  }

  /// The record of `dataset` whose key is `key`.
  func row(_ dataset: String, _ key: String) -> Row? { rows[dataset]?[key] }
}
