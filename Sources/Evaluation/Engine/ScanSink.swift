import Registry
import Rulebook
import Tables

/// Judges the records of a dataset as they come, for all obligations over it at once. One for each
/// thread; what they found is added up at the end.
final class ScanSink: BatchSink {
  /// One for all asks whose questions have the same totals.
  let tallies: [QuestionTally]
  /// For each ask its question, and the number of its tally; `nil` where the oracle is asked for every
  /// record.
  let questions: [(question: Question, tally: Int)?]
  /// What the oracle said of records of which kernels do not know enough, by ask.
  private(set) var slow: [[SlowRecord]]
  /// What is found out besides about records that are not kept.
  let inventory: RecordInventory?
  /// All records that prove a violation, as far as kernels judged them; `nil` where nobody asks for them.
  let spool: ProofSpool?
  private let asks: [Ask]
  /// The asks of each tally.
  private let askers: [[Int]]
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
  ///   - filled: shared by the sinks of a scan.
  ///   - spool: how all that prove a violation are put aside; `nil` where nobody asks for them.
  init(
    _ asks: [Ask], _ surroundings: KernelCompiler.Surroundings, files: [Table.File],
    _ oracles: OracleAccess, evidence: QuestionTally.EvidenceBound, filled: FilledOwners,
    spool: ProofSpool.Bounds?,
    inventory: RecordInventory.Task? = nil
  ) {
    self.asks = asks
    self.oracles = oracles
    let compiler = KernelCompiler(surroundings)
    self.compiler = compiler
    var numbers: [Question.Identity: Int] = [:]
    var firsts: [Question] = []
    questions = asks.map { ask in
      QuestionBuilder(ask, compiler, files: files).question().map { question in
        let known = question.identity.flatMap { numbers[$0] }
        let number = known ?? firsts.count
        if known == nil { firsts.append(question) }
        if let identity = question.identity { numbers[identity] = number }
        return (question, number)
      }
    }
    let all = spool.map { ProofSpool($0) }
    self.spool = all
    tallies = firsts.enumerated().map { number, question in
      QuestionTally(question, evidence, number: number, filled: filled, spool: all)
    }
    askers = tallies.indices.map { [questions] number in
      asks.indices.filter { questions[$0]?.tally == number }
    }
    slow = Array(repeating: [], count: asks.count)
    self.inventory = inventory.map { RecordInventory($0, compiler) }
  }

  func take(_ batch: Batch) {
    for kernel in compiler.kernels { kernel.prepare(batch) }
    spool?.begin(file: batch.file, piece: batch.piece)
    var rows: OracleAccess.Rows?
    var start = 0
    while start < batch.count {
      let slice = BatchSlice(
        batch: batch, start: start, count: min(Slice.capacity, batch.count - start))
      for kernel in compiler.kernels { kernel.run(slice) }
      for number in tallies.indices {
        tallies[number].add(slice) { record in
          for index in askers[number] { ask(slice, record, index, &rows) }
        }
      }
      for index in asks.indices where questions[index] == nil {
        for record in 0..<slice.count { ask(slice, record, index, &rows) }
      }
      inventory?.add(slice) { self.rows(slice, &rows) }
      spool?.endSlice()
      start += Slice.capacity
    }
  }

  /// Ends the scan: places can be described from now on.
  func settle() { compiler.settleGroups() }

  /// What was put aside for one of the asks.
  func spooled(_ ask: Int) -> FoundRecords.SpooledAsk? {
    guard let spool, let (question, tally) = questions[ask] else { return nil }
    return FoundRecords.SpooledAsk(spool: spool, question: question, tally: tally)
  }

  /// Adds what the sink of another thread found with kernels, on several threads.
  func absorb(_ other: ScanSink, threads: Int) {
    for (own, theirs) in zip(tallies, other.tallies) { own.absorbPlaces(theirs) }
    _ = sideBySide(tallies.count, threads: threads) { tallies[$0].absorb(other.tallies[$0]) }
  }

  /// Puts in order what was added up, when all threads' is there.
  func finish(threads: Int) {
    _ = sideBySide(tallies.count, threads: threads) { tallies[$0].finish() }
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
