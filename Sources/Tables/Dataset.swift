import Diagnostics

/// A kind of record that units hand in: its columns, its key, its name in expressions.
package struct Dataset: Sendable, Hashable {
  /// The name in `over:` and in `exports.yaml`.
  package var id: String
  /// The name of one record in expressions: `dossier` for `dossiers`.
  package var record: String
  /// What people call it.
  package var title: Text
  /// In the order declared.
  package var columns: [Column]
  /// Indexes in `columns` of the columns that tell records apart; empty when there is no key.
  package var key: [Int]
  /// The lists of records that belong to one of its records.
  package var children: [ChildRelation] = []
  /// Where the rules declare it.
  package var span: Span?

  /// A dataset from its parts.
  package init(
    id: String, record: String, title: Text, columns: [Column], key: [Int] = [], span: Span? = nil
  ) {
    self.id = id
    self.record = record
    self.title = title
    self.columns = columns
    self.key = key
    self.span = span
  }

  /// The index of the column called `id`.
  package func index(of id: String) -> Int? { columns.firstIndex { $0.id == id } }
}
