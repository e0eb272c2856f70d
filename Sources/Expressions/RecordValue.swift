/// A record as a value: which one it is, not what stands in it.
package struct RecordValue: Sendable, Hashable {
  /// The id of its dataset.
  package let dataset: String
  /// Its place among the records of the dataset.
  package let row: Int

  /// A record from its parts.
  package init(dataset: String, row: Int) {
    self.dataset = dataset
    self.row = row
  }
}

/// One column of one dataset.
package struct DatasetColumn: Sendable, Hashable {
  /// The id of the dataset.
  package let dataset: String
  /// The index of the column in it.
  package let column: Int

  /// A column from its parts.
  package init(dataset: String, column: Int) {
    self.dataset = dataset
    self.column = column
  }
}
