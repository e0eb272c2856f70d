import Rulebook

/// Has the records of exports judged: by the engine, those of each dataset in one scan for all that is
/// asked about them; by the oracle, where there are few or the engine is not wanted.
struct AskedRecords {
  private let request: EvaluationRequest
  private let streamed: StreamedRecords

  init(_ request: EvaluationRequest, _ streamed: StreamedRecords) {
    (self.request, self.streamed) = (request, streamed)
  }

  /// The results of an ask.
  /// - Parameter found: what a scan found for it; `nil` where the oracle is to be asked.
  func results(_ ask: Ask, _ found: FoundRecords?) -> ObligationResults {
    if ask.bound.isEmpty { return ObligationResults() }
    return found?.results(evidence: request.evidenceLimit) ?? ask.oracle.results(ask)
  }

  /// What scans found for each ask; `nil` where the oracle is to be asked.
  func found(_ asks: [Ask]) -> [FoundRecords?] {
    var found = asks.indices.map { streamed.found[$0] }
    let rest = asks.indices.filter { found[$0] == nil && !asks[$0].bound.isEmpty }
    let scans = Dictionary(grouping: rest) {
      Scan(dataset: asks[$0].obligation.dataset, folders: asks[$0].oracle.store.exports.folders)
    }
    for (scan, indices) in scans {
      let some = self.found(indices.map { asks[$0] }, of: scan.dataset)
      for (index, one) in zip(indices, some) { found[index] = one }
    }
    return found
  }

  /// What is read once.
  private struct Scan: Hashable {
    let dataset: String
    let folders: [String]
  }

  private func found(_ asks: [Ask], of dataset: String) -> [FoundRecords] {
    guard request.threads > 0, let store = asks.first?.oracle.store,
      let table = store.exports.tables[dataset]
    else { return [] }
    return Engine(request, store).found(asks, over: table)
  }
}
