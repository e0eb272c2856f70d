/// The records of a table one by one, in the order of files and lines; each is made when it is asked for.
package struct TableRows: RandomAccessCollection, Sendable {
  private let table: Table
  /// The number of the first record of each batch, and that of the first there would be after the last.
  private let starts: [Int]

  /// The records of a table.
  init(_ table: Table) {
    self.table = table
    starts = table.batches.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { starts[starts.count - 1] }

  /// The record with a number.
  package subscript(number: Int) -> Row {
    let batch = batch(of: number)
    return Row(table: table, batch: batch, index: number - starts[batch])
  }

  /// The last batch that begins no later than a record; those before it that begin there are empty.
  private func batch(of number: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }
}
