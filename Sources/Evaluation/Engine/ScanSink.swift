import Registry
import Rulebook
import Tables

/// Judges the records of a dataset as they come, for all obligations over it at once. One for each
/// thread; what they found is added up at the end.
final class ScanSink: BatchSink {
  /// One for each ask; `nil` where the oracle is asked for every record.
  let tallies: [QuestionTally?]
  /// What the oracle said of records of which kernels do not know enough, by ask.
  private(set) var slow: [[SlowRecord]]
  /// What is found out besides about records that are not kept.
  let inventory: RecordInventory?
  private let asks: [Ask]
  private let compiler: KernelCompiler
  private let oracles: OracleAccess

  /// A record that the oracle has judged, for one of the units that it may count for.
  struct SlowRecord {
    let unit: String?
    var result: RecordResult
    let faults: [Oracle.Fault]
    let file: Int
    let piece: Int
  }

  /// - Parameters:
  ///   - files: those that the records come from.
  ///   - evidence: how many records are named.
  init(
    _ asks: [Ask], _ surroundings: KernelCompiler.Surroundings, files: [Table.File],
    _ oracles: OracleAccess, evidence: QuestionTally.EvidenceBound,
    inventory: RecordInventory.Task? = nil
  ) {
    self.asks = asks
    self.oracles = oracles
    let compiler = KernelCompiler(surroundings)
    self.compiler = compiler
    tallies = asks.map { ask in
      QuestionBuilder(ask, compiler, files: files).question().map { QuestionTally($0, evidence) }
    }
    slow = Array(repeating: [], count: asks.count)
    self.inventory = inventory.map { RecordInventory($0, compiler) }
  }

  func take(_ batch: Batch) {
    for kernel in compiler.kernels { kernel.prepare(batch) }
    var rows: OracleAccess.Rows?
    var start = 0
    while start < batch.count {
      let slice = BatchSlice(
        batch: batch, start: start, count: min(Slice.capacity, batch.count - start))
      for kernel in compiler.kernels { kernel.run(slice) }
      for index in asks.indices { add(slice, index, &rows) }
      inventory?.add(slice) { self.rows(slice, &rows) }
      start += Slice.capacity
    }
  }

  private func add(_ slice: BatchSlice, _ index: Int, _ rows: inout OracleAccess.Rows?) {
    guard let tally = tallies[index] else {
      for record in 0..<slice.count { ask(slice, record, index, &rows) }
      return
    }
    tally.add(slice) { ask(slice, $0, index, &rows) }
  }

  /// Adds what the sink of another thread found with kernels.
  func absorb(_ other: ScanSink) {
    for (own, theirs) in zip(tallies, other.tallies) {
      guard let own, let theirs else { continue }
      own.absorb(theirs)
    }
  }

  /// Puts in order what was added up, when all threads' is there.
  func finish() {
    for tally in tallies { tally?.finish() }
  }

  /// Asks the oracle about one record.
  private func ask(
    _ slice: BatchSlice, _ record: Int, _ index: Int, _ rows: inout OracleAccess.Rows?
  ) {
    for judged in self.rows(slice, &rows).judged(slice.start + record, asks[index]) {
      slow[index].append(
        SlowRecord(
          unit: judged.unit?.code, result: judged.result, faults: judged.faults,
          file: slice.batch.file, piece: slice.batch.piece))
    }
  }

  private func rows(
    _ slice: BatchSlice, _ rows: inout OracleAccess.Rows?
  ) -> OracleAccess.Rows {
    let known = rows ?? oracles.rows(slice.batch)
    rows = known
    return known
  }
}
