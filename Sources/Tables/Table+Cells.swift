import Calendars
import Numbers

extension Table {
  /// A table of one made-up file, for records that no export holds: one list of cells a record, in
  /// the order of the columns. A cell that does not fit its column becomes unreadable.
  package init(dataset: Dataset, file: String, records: [[Cell]]) {
    self.init(dataset: dataset, files: [File(path: file, snapshot: nil)])
    var batch = Batch(file: 0, columnCount: dataset.columns.count)
    for (index, cells) in records.enumerated() {
      batch.lines.append(index + 1)
      for (column, cell) in cells.enumerated() {
        append(cell, to: &batch.columns[column], column)
      }
    }
    batches = [batch]
  }

  private mutating func append(_ cell: Cell, to cells: inout ColumnCells, _ column: Int) {
    switch (cell, dataset.columns[column].type) {
    case (.empty, _): cells.appendEmpty()
    case (.text(let text), .string): cells.append(dictionaries[column].code(of: text))
    case (.bool(let value), .bool): cells.append(value ? 1 : 0)
    case (.int(let value), .int): cells.append(value)
    case (.date(let day), .date): cells.append(Int64(day.number))
    case (.timestamp(let instant), .timestamp): cells.append(instant.microseconds)
    default: cells.appendUnreadable()
    }
  }
}
