import Assessment

extension Assessment {
  /// The records that prove violations as far as the verdicts name them, with what waivers set apart.
  package func forEachNamedBreach(_ body: (Breach) throws -> Void) rethrows {
    let datasets = Dictionary(obligations.map { ($0.id, $0.dataset) }) { first, _ in first }
    for verdict in verdicts where verdict.outcome == .violated {
      let dataset = datasets[verdict.obligation] ?? ""
      for record in verdict.evidence.records { try body(breach(record, verdict, dataset, [])) }
      guard let waived = verdict.waived else { continue }
      let ids = waived.waivers.map(\.id)
      for record in waived.evidence.records { try body(breach(record, verdict, dataset, ids)) }
    }
  }

  /// How many records prove violations without being named.
  var unnamedBreaches: Int {
    verdicts.filter { $0.outcome == .violated }.reduce(0) { sum, verdict in
      let all = [verdict.evidence, verdict.waived?.evidence].compactMap(\.self)
      return sum + all.reduce(0) { $0 + $1.total - $1.records.count }
    }
  }

  private func breach(
    _ record: EvidenceRecord, _ verdict: Verdict, _ dataset: String, _ waivers: [String]
  ) -> Breach {
    let place = places.records[dataset]?[record.key]
    return Breach(
      dataset: dataset, file: place?.file ?? "", line: place?.line ?? 0, key: record.key,
      unit: verdict.unit, obligation: verdict.obligation, group: verdict.group,
      period: verdict.period, due: record.due, done: record.done, waivers: waivers)
  }
}
