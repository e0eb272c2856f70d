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
  private var batchesBefore = 0

  /// A table without files.
  init(_ dataset: Dataset, zone: Zone) {
    self.dataset = dataset
    readers = dataset.columns.map { ColumnReader($0, zone: zone) }
  }

  /// Starts a file.
  mutating func begin(path: String, snapshot: Instant?) {
    files.append(Table.File(path: path, snapshot: snapshot))
    batchesBefore = batches.count
    for index in readers.indices { readers[index].begin(snapshot: snapshot) }
  }

  /// A batch for records of the current file.
  var emptyBatch: Batch {
    Batch(file: files.count - 1, columnCount: dataset.columns.count)
  }

  /// Adds a batch, if it holds anything.
  mutating func add(_ batch: Batch) {
    if batch.count > 0 { batches.append(batch) }
  }

  /// The texts that stand in a column of the current file.
  func texts(in column: Int) -> Set<String> {
    var codes: Set<Int64> = []
    for cells in batches[batchesBefore...].map({ $0.columns[column] }) {
      for row in cells.values.indices where cells.present[row] { codes.insert(cells.values[row]) }
    }
    return Set(codes.map { readers[column].dictionary[$0] })
  }

  /// Takes back the file that was begun last, which turned out unreadable.
  mutating func abandon() {
    batches.removeLast(batches.count - batchesBefore)
    files.removeLast()
  }

  /// The table.
  var table: Table {
    Table(
      dataset: dataset, files: files, dictionaries: readers.map(\.dictionary), batches: batches)
  }
}
