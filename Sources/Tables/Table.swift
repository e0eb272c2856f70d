import Calendars

/// All records of a dataset that were read, with the files they came from.
package struct Table: Sendable {
  /// A file that records came from.
  package struct File: Sendable, Hashable {
    /// The path, relative to the exports folder.
    package let path: String
    /// When its system wrote it: what had not happened is known only up to then.
    package let snapshot: Instant?

    /// A file and its snapshot time.
    package init(path: String, snapshot: Instant?) {
      self.path = path
      self.snapshot = snapshot
    }
  }

  /// The dataset.
  package let dataset: Dataset
  /// The files, in the order of their paths.
  package var files: [File]
  /// The texts of each column; empty for columns that are no text.
  package var dictionaries: [TextDictionary]
  /// The records, in the order of files and lines.
  package var batches: [Batch]
  /// The columns whose texts have no codes.
  package let uncoded: Set<Int>

  /// A table from its parts.
  package init(
    dataset: Dataset, files: [File] = [], dictionaries: [TextDictionary]? = nil,
    batches: [Batch] = [], uncoded: Set<Int> = []
  ) {
    self.dataset = dataset
    self.files = files
    self.dictionaries =
      dictionaries ?? Array(repeating: TextDictionary(), count: dataset.columns.count)
    self.batches = batches
    self.uncoded = uncoded
  }

  /// How many records there are.
  package var count: Int { batches.reduce(0) { $0 + $1.count } }

  /// Every record, in the order of files and lines.
  package var rows: TableRows { TableRows(self) }
}
