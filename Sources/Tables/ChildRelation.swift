/// How the records of one dataset belong to those of another: `dossier.steps`.
package struct ChildRelation: Sendable, Hashable {
  /// The name of the list in expressions over the parent.
  package let name: String
  /// The id of the dataset of the children.
  package let dataset: String
  /// The index, in the children's dataset, of the column that holds the parent's key.
  package let by: Int

  /// A relation from its parts.
  package init(name: String, dataset: String, by: Int) {
    self.name = name
    self.dataset = dataset
    self.by = by
  }
}
