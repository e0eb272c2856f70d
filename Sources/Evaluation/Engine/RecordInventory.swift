import Rulebook
import Tables

/// What is found out about records that are not kept, besides what obligations ask: which texts stand in
/// the columns of units, and which records break checks of the dataset.
final class RecordInventory {
  /// What is to be found out.
  struct Task {
    /// The columns whose texts are counted.
    let columns: [Int]
    /// The checks.
    let checks: [DataCheck]
    /// What judges a record that no kernel can.
    let oracle: Oracle
  }

  /// A record that breaks a check.
  struct Breach {
    /// The number of the check among those of the task.
    let check: Int
    let file: Int
    let piece: Int
    /// Its line, counted as its batch counts.
    let line: Int
    /// Its index in the batch.
    let index: Int
    /// Its key, where it has one and is not kept.
    let key: String?
  }

  /// How often each code of `LoadTexts` stands in each column of the task.
  private(set) var counts: [[Int]]
  /// The records that break checks.
  private(set) var breaches: [Breach] = []
  private let task: Task
  private let codes: [NumberRegister?]
  private let checks: [TruthRegister]

  init(_ task: Task, _ compiler: KernelCompiler) {
    self.task = task
    codes = task.columns.map { compiler.numbers(column: $0)?.register }
    counts = task.columns.map { _ in [] }
    checks = task.checks.map { check in
      let scope = KernelScope(
        check, of: compiler.surroundings.dataset, compiler.surroundings.period)
      return compiler.truth(check.require, scope)
    }
  }

  /// Adds the records of a slice.
  func add(_ slice: BatchSlice, rows: () -> OracleAccess.Rows) {
    for index in codes.indices { count(slice, index) }
    for index in checks.indices { check(slice, index, rows) }
  }

  private func count(_ slice: BatchSlice, _ index: Int) {
    guard let codes = codes[index] else { return }
    let most = (0..<slice.count).reduce(0) { max($0, Int(codes.values[$1])) }
    if most >= counts[index].count {
      counts[index].append(contentsOf: repeatElement(0, count: most + 1 - counts[index].count))
    }
    counts[index].withUnsafeMutableBufferPointer { counts in
      for record in 0..<slice.count { counts[Int(codes.values[record])] += 1 }
    }
  }

  private func check(_ slice: BatchSlice, _ index: Int, _ rows: () -> OracleAccess.Rows) {
    for word in 0..<slice.words {
      let (yes, no) = (checks[index].yes.words[word], checks[index].no.words[word])
      let records = slice.records(ofWord: word)
      forEachBit(of: no & records) { add(index, slice, word * 64 + $0) }
      forEachBit(of: records & ~(yes | no)) { bit in
        let record = word * 64 + bit
        if rows().isBroken(task.checks[index], slice.start + record, task.oracle) {
          add(index, slice, record)
        }
      }
    }
  }

  private func add(_ check: Int, _ slice: BatchSlice, _ record: Int) {
    let row = slice.start + record
    let keys = slice.batch.keys.flatMap { $0.texts.present[row] ? $0.texts : nil }
    breaches.append(
      Breach(
        check: check, file: slice.batch.file, piece: slice.batch.piece,
        line: slice.batch.lines[row], index: row, key: keys?.text(row)))
  }
}
