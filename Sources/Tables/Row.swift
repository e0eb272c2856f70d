import Calendars
import Numbers

/// What stands in one cell.
package enum Cell: Sendable, Hashable {
  /// Nothing was written there.
  case empty
  /// Something was, which could not be understood.
  case unreadable
  case text(String)
  case bool(Bool)
  case int(Int64)
  case decimal(Rational)
  case date(Day)
  case timestamp(Instant)
}

/// One record of a table, cell by cell: the slow, obvious view of a batch.
package struct Row: Sendable {
  /// The table it is in.
  package let table: Table
  /// The index of its batch.
  package let batch: Int
  /// Its index in the batch.
  package let index: Int

  /// The record at `index` of a batch.
  package init(table: Table, batch: Int, index: Int) {
    self.table = table
    self.batch = batch
    self.index = index
  }

  /// The file it came from.
  package var file: Table.File { table.files[table.batches[batch].file] }

  /// The 1-based line of the file on which it starts.
  package var line: Int { table.batches[batch].lines[index] }

  /// The cell in a column of the dataset.
  package func cell(_ column: Int) -> Cell {
    let cells = table.batches[batch].columns[column]
    guard cells.readable[index] else { return .unreadable }
    guard cells.present[index] else { return .empty }
    return table.dataset.columns[column].type.cell(cells.values[index]) { code in
      table.uncoded.contains(column) ? cells.text(index) : table.dictionaries[column][code]
    }
  }
}
