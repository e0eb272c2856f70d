import Exports
import Rulebook
import Tables

/// Lets the oracle judge single records of a scan.
struct OracleAccess {
  private enum Records {
    /// A table, with the place of the first record of each batch.
    case table(Table, firsts: [Int])
    /// Records that are gone when the next ones are read.
    case stream(Dataset, files: [Table.File], texts: [SharedTexts], uncoded: Set<Int>)
  }

  private let records: Records

  /// The records of a table; `Batch.piece` is the number of its batch.
  init(_ table: Table) {
    var next = 0
    let firsts = table.batches.map { batch in
      defer { next += batch.count }
      return next
    }
    records = .table(table, firsts: firsts)
  }

  /// Records that are not kept.
  /// - Parameter uncoded: the columns whose texts have no codes.
  init(_ stream: ExportStream, uncoded: Set<Int>) {
    records = .stream(
      stream.dataset, files: stream.files, texts: stream.texts, uncoded: uncoded)
  }

  /// The records of a batch, as the oracle sees them.
  func rows(_ batch: Batch) -> Rows {
    switch records {
    case .table(let table, let firsts):
      return Rows(table: table, batch: batch.piece, first: firsts[batch.piece], isApart: false)
    case .stream(let dataset, let files, let texts, let uncoded):
      let table = Table(
        dataset: dataset, files: files, dictionaries: texts.map(\.all), batches: [batch],
        uncoded: uncoded)
      return Rows(table: table, batch: 0, first: 0, isApart: true)
    }
  }

  /// The records of one batch.
  final class Rows {
    private let table: Table
    private let batch: Int
    private let first: Int
    private let isApart: Bool
    private var store: RecordStore?

    /// - Parameters:
    ///   - first: the place of the first record in the dataset.
    ///   - isApart: whether the oracle's store does not hold them.
    init(table: Table, batch: Int, first: Int, isApart: Bool) {
      (self.table, self.batch, self.first, self.isApart) = (table, batch, first, isApart)
    }

    /// What the record at `index` is for each unit that it may count for.
    func judged(_ index: Int, _ ask: Ask) -> [Oracle.Judged] {
      let row = Row(table: table, batch: batch, index: index)
      let oracle = isApart ? ask.oracle.over(store(beside: ask.oracle.store)) : ask.oracle
      return oracle.judged(row, at: first + index, ask)
    }

    /// Whether the record at `index` breaks a check.
    func isBroken(_ check: DataCheck, _ index: Int, _ oracle: Oracle) -> Bool {
      let oracle = isApart ? oracle.over(store(beside: oracle.store)) : oracle
      return oracle.isBroken(check, at: first + index)
    }

    /// What a check looks at in the record at `index`.
    func seen(_ check: DataCheck, _ index: Int, _ oracle: Oracle) -> String? {
      let oracle = isApart ? oracle.over(store(beside: oracle.store)) : oracle
      return oracle.seen(check, at: first + index)
    }

    private func store(beside other: RecordStore) -> RecordStore {
      if let store { return store }
      let joined = other.with(table)
      store = joined
      return joined
    }
  }
}
