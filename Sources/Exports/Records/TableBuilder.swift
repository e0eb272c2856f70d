import Calendars
import Tables

/// Grows the table of one dataset, file by file.
struct TableBuilder {
  /// How many records stand in one batch.
  static let batchSize = 8192

  /// The dataset.
  let dataset: Dataset
  /// One for each column.
  var readers: [ColumnReader]
  private var files: [Table.File] = []
  private var batches: [Batch] = []

  /// A table without files.
  init(_ dataset: Dataset, zone: Zone) {
    self.dataset = dataset
    readers = dataset.columns.map { ColumnReader($0, zone: zone) }
  }

  /// Starts a file.
  mutating func begin(path: String, snapshot: Instant?) {
    files.append(Table.File(path: path, snapshot: snapshot))
    for index in readers.indices {
      readers[index].begin(CellTerms(snapshot: snapshot))
    }
  }

  /// A batch for records of the current file.
  var emptyBatch: Batch {
    Batch(file: files.count - 1, columnCount: dataset.columns.count)
  }

  /// Adds a batch, if it holds anything.
  mutating func add(_ batch: Batch) {
    if batch.count > 0 { batches.append(batch) }
  }

  /// The table.
  var table: Table {
    Table(
      dataset: dataset, files: files, dictionaries: readers.map(\.dictionary), batches: batches)
  }
}
