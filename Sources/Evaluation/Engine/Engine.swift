import Exports
import Registry
import Rulebook
import Synchronization
import Tables

/// Judges the records of a dataset for all obligations over it in one scan, on several threads. What it
/// finds is what the oracle finds.
struct Engine {
  private let request: EvaluationRequest
  private let store: RecordStore
  private let threads: Int

  /// An engine for a request; `store` finds the records that are referred to.
  init(_ request: EvaluationRequest, _ store: RecordStore) {
    self.request = request
    self.store = store
    threads = max(1, request.threads)
  }

  /// What a table is for some asks over it, in their order.
  func found(_ asks: [Ask], over table: Table) -> [FoundRecords] {
    let numbered = Self.numbered(table)
    return ScannedRecords(numbered).found(asks, scan(numbered, asks), threads: threads)
  }

  /// The records of a table that break checks of its dataset.
  func breaches(of checks: [DataCheck], in table: Table, _ oracle: Oracle) -> [CheckedData.Breach] {
    let task = RecordInventory.Task(columns: [], checks: checks, oracle: oracle)
    let sinks = scan(Self.numbered(table), [], task)
    return sinks.compactMap(\.inventory).flatMap(\.breaches).map { breach in
      CheckedData.Breach(
        check: checks[breach.check],
        row: Row(table: table, batch: breach.piece, index: breach.index), seen: breach.seen)
    }
  }

  /// The table with the number of each batch in it, so that a record can be found again.
  private static func numbered(_ table: Table) -> Table {
    var table = table
    for index in table.batches.indices { table.batches[index].piece = index }
    return table
  }

  private func scan(
    _ table: Table, _ asks: [Ask], _ inventory: RecordInventory.Task? = nil
  ) -> [ScanSink] {
    let surroundings = surroundings(table.dataset, table.dictionaries.map(SharedTexts.init), asks)
    var evidence = request.evidenceBound
    if !table.dataset.key.isEmpty { evidence.limit = .max }
    let filled = FilledOwners()
    let sinks = (0..<min(threads, max(1, table.batches.count))).map { _ in
      ScanSink(
        asks, surroundings, files: table.files, OracleAccess(table), evidence: evidence,
        filled: filled, spool: request.spool, inventory: inventory)
    }
    let next = Atomic(0)
    _ = sideBySide(sinks.count, threads: sinks.count) { number in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < table.batches.count else { return }
        sinks[number].take(table.batches[index])
      }
    }
    return sinks
  }

  /// Reads records that are not kept, and judges them while they are read.
  /// - Parameter inventory: what is to be found out about them besides.
  func scan(
    _ stream: ExportStream, _ asks: [Ask], _ inventory: RecordInventory.Task
  ) -> Scan<ScanSink> {
    let surroundings = surroundings(stream.dataset, stream.texts, asks)
    let uncoded = stream.uncoded(but: wantedTexts(surroundings, asks, inventory))
    let oracles = OracleAccess(stream, uncoded: uncoded)
    let filled = FilledOwners()
    return stream.scan(
      threads: threads, blockSize: request.blockSize, hashes: request.needsHashes,
      keys: .unique(uncoded: uncoded)
    ) { _ in
      ScanSink(
        asks, surroundings, files: stream.files, oracles, evidence: request.evidenceBound,
        filled: filled, spool: request.spool, inventory: inventory)
    } progress: {
      request.progress?($0)
    }
  }

  /// The columns of texts that kernels load: those need codes.
  private func wantedTexts(
    _ surroundings: KernelCompiler.Surroundings, _ asks: [Ask], _ inventory: RecordInventory.Task
  ) -> Set<Int> {
    let compiler = KernelCompiler(surroundings)
    for ask in asks { _ = QuestionBuilder(ask, compiler, files: []).question() }
    _ = RecordInventory(inventory, compiler)
    return compiler.loadedTexts
  }

  /// What expressions over the records of a dataset have in sight.
  func surroundings(
    _ dataset: Dataset, _ texts: [SharedTexts], _ asks: [Ask]
  ) -> KernelCompiler.Surroundings {
    let rulebook = request.rulebook
    let units = Dictionary(asks.map { ($0.period, $0.known) }) { first, _ in first }
    let all = rulebook.datasets + [rulebook.units]
    return KernelCompiler.Surroundings(
      dataset: dataset, datasets: Dictionary(all.map { ($0.id, $0) }) { first, _ in first },
      texts: texts, derived: DerivedTexts(), store: store, asOf: request.asOf,
      period: request.period, calendar: rulebook.calendar, units: { units[$0] ?? [:] })
  }
}

extension EvaluationRequest {
  /// How many records are named while records are read.
  fileprivate var evidenceBound: QuestionTally.EvidenceBound {
    QuestionTally.EvidenceBound(
      limit: UInt32(clamping: evidenceLimit), isPerUnit: isEvidencePerUnit)
  }
}
