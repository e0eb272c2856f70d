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
    /// What the check looked at.
    let seen: String?
  }

  /// Where a record stands, counted as its batch counts.
  struct Spot: Comparable {
    let file: Int
    let piece: Int
    let line: Int

    static func < (left: Spot, right: Spot) -> Bool {
      (left.file, left.piece, left.line) < (right.file, right.piece, right.line)
    }
  }

  /// How often each code of `LoadTexts` stands in each column of the task.
  private(set) var counts: [[Int]]
  /// Where each of them stands first, among the records of this thread.
  private(set) var firsts: [[Int: Spot]]
  private var last = Spot(file: 0, piece: 0, line: 0)
  /// The records that break checks.
  private(set) var breaches: [Breach] = []
  private let task: Task
  private let codes: [NumberRegister?]
  private let checks: [TruthRegister]

  init(_ task: Task, _ compiler: KernelCompiler) {
    self.task = task
    codes = task.columns.map { compiler.numbers(column: $0)?.register }
    counts = task.columns.map { _ in [] }
    firsts = task.columns.map { _ in [:] }
    checks = task.checks.map { check in
      let scope = KernelScope(
        check, of: compiler.surroundings.dataset, compiler.surroundings.period)
      return compiler.truth(check.require, scope)
    }
  }

  /// Adds the records of a slice.
  func add(_ slice: BatchSlice, rows: () -> OracleAccess.Rows) {
    let (start, end) = (spot(slice, 0), spot(slice, slice.count - 1))
    for index in codes.indices { count(slice, index, isLate: start < last) }
    for index in checks.indices { check(slice, index, rows) }
    last = max(last, end)
  }

  private func spot(_ slice: BatchSlice, _ record: Int) -> Spot {
    let batch = slice.batch
    return Spot(file: batch.file, piece: batch.piece, line: batch.lines[slice.start + record])
  }

  /// - Parameter isLate: whether the records may stand before others that were counted.
  private func count(_ slice: BatchSlice, _ index: Int, isLate: Bool) {
    guard let codes = codes[index] else { return }
    let most = (0..<slice.count).reduce(0) { max($0, Int(codes.values[$1])) }
    if most >= counts[index].count {
      counts[index].append(contentsOf: repeatElement(0, count: most + 1 - counts[index].count))
    }
    var new: [Int] = []
    counts[index].withUnsafeMutableBufferPointer { counts in
      for record in 0..<slice.count {
        let code = Int(codes.values[record])
        if counts[code] == 0 { new.append(record) }
        counts[code] += 1
      }
    }
    for record in isLate ? Array(0..<slice.count) : new {
      let spot = spot(slice, record)
      let code = Int(codes.values[record])
      firsts[index][code] = firsts[index][code].map { min($0, spot) } ?? spot
    }
  }

  private func check(_ slice: BatchSlice, _ index: Int, _ rows: () -> OracleAccess.Rows) {
    for word in 0..<slice.words {
      let (yes, no) = (checks[index].yes.words[word], checks[index].no.words[word])
      let records = slice.records(ofWord: word)
      forEachBit(of: no & records) { add(index, slice, word * 64 + $0, rows) }
      forEachBit(of: records & ~(yes | no)) { bit in
        let record = word * 64 + bit
        if rows().isBroken(task.checks[index], slice.start + record, task.oracle) {
          add(index, slice, record, rows)
        }
      }
    }
  }

  private func add(
    _ check: Int, _ slice: BatchSlice, _ record: Int, _ rows: () -> OracleAccess.Rows
  ) {
    let row = slice.start + record
    let keys = slice.batch.keys.flatMap { $0.texts.present[row] ? $0.texts : nil }
    breaches.append(
      Breach(
        check: check, file: slice.batch.file, piece: slice.batch.piece,
        line: slice.batch.lines[row], index: row, key: keys?.text(row),
        seen: rows().seen(task.checks[check], row, task.oracle)))
  }
}
