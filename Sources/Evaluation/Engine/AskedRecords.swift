import Rulebook

/// Has the records of exports judged: by the engine, those of each dataset in one scan for all that is
/// asked about them; by the oracle, where there are few or the engine is not wanted.
struct AskedRecords {
  private let request: EvaluationRequest
  private let streamed: StreamedRecords

  init(_ request: EvaluationRequest, _ streamed: StreamedRecords) {
    (self.request, self.streamed) = (request, streamed)
  }

  /// The results of each ask, in their order.
  func results(_ asks: [Ask]) -> [ObligationResults] {
    var results = asks.indices.map { streamed.results[$0] ?? ObligationResults() }
    let rest = asks.indices.filter { streamed.results[$0] == nil && !asks[$0].bound.isEmpty }
    let scans = Dictionary(grouping: rest) {
      Scan(dataset: asks[$0].obligation.dataset, folders: asks[$0].oracle.store.exports.folders)
    }
    for (scan, indices) in scans {
      let found = self.results(indices.map { asks[$0] }, of: scan.dataset)
      for (index, result) in zip(indices, found) { results[index] = result }
    }
    return results
  }

  /// What is read once.
  private struct Scan: Hashable {
    let dataset: String
    let folders: [String]
  }

  private func results(_ asks: [Ask], of dataset: String) -> [ObligationResults] {
    guard request.threads > 0, let store = asks.first?.oracle.store,
      let table = store.exports.tables[dataset]
    else { return asks.map { $0.oracle.results($0) } }
    return Engine(request, store).results(asks, over: table)
  }
}
