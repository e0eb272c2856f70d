/// What a scan found for one ask: tables of what kernels judged, and what the oracle did.
struct FoundRecords {
  /// What kernels were asked, and what came of it; `nil` where the oracle judged every record.
  let judged: (question: Question, totals: Totals)?
  /// What the oracle judged.
  let slow: [ScanSink.SlowRecord]
  /// What the records are called.
  let records: ScannedRecords
  /// All that prove a violation by kernels, where somebody asked for them: one for each thread.
  let spooled: [SpooledAsk]

  /// What a thread put aside for one ask.
  struct SpooledAsk {
    let spool: ProofSpool
    /// Says what its places are.
    let question: Question
    /// The number of its tally there.
    let tally: Int
  }

  /// What the oracle would have found, records that are alike taken together.
  /// - Parameter evidence: how many records of a place are named.
  func results(evidence: Int) -> ObligationResults {
    var results = ObligationResults()
    for record in slow {
      let faults = record.faults.map { (record.result.key, $0.error) }
      results.add(record.result, of: record.unit, faults)
    }
    if let judged { add(judged.question, judged.totals, to: &results, evidence) }
    return results
  }

  private func add(
    _ question: Question, _ totals: Totals, to results: inout ObligationResults, _ evidence: Int
  ) {
    guard let space = question.steps.first?.places.space else { return }
    var proofs = Dictionary(grouping: totals.proofs.indices) { totals.proofs[$0].place }
    let values = PlaceValues(question, totals, isAlone: false)
    totals.counts.forEach(ofFirst: space.count) { number, _ in
      let place = PlaceDescription(space.place(number), question)
      let unit = question.ask.places.units[place.unit].code
      let alike = values.alike(number).map { place.result($0) }
      let own = proofs.removeValue(forKey: Int32(number)) ?? []
      let named = first(evidence, of: own, totals)
      results.byUnit[unit, default: []] += alike + named.map { place.named($0) }
    }
  }

  /// The first of some records that prove a violation, by key or by file and line.
  private func first(
    _ count: Int, of proofs: [Int], _ totals: Totals
  ) -> ArraySlice<NamedProof> {
    let named = proofs.map { index in
      records.named(
        totals.proofs[index], totals.moments.isEmpty ? nil : totals.moments[index], totals.keys)
    }
    return named.sorted { NamedProof.inOrder($0, $1) }.prefix(count)
  }

  /// The lines of the first of some records that prove a violation, in the same order.
  func lines(ofFirst count: Int, of proofs: [Totals.Proof]) -> [Int] {
    if records.isKeyed {
      let keys = judged?.totals.keys ?? KeyTexts()
      if proofs.allSatisfy(\.hasKey) {
        return proofs.sorted(by: keys.isOrdered).prefix(count).map { records.line(of: $0) }
      }
      let named = proofs.map { records.named($0, nil, keys) }
      return named.sorted { NamedProof.inOrder($0, $1) }.prefix(count).map(\.place.line)
    }
    let places = proofs.map { (Int($0.file), records.line(of: $0)) }
    return places.sorted(by: <).prefix(count).map(\.1)
  }
}
