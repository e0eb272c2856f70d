import Assessment
import Rulebook

/// All records that prove a violation by a verdict that is violated, not only those that it names.
///
/// A record is listed once for each such verdict. Those that a waiver sets apart from such a verdict are
/// listed with its id. The order is that of files, lines, obligations, periods, units and groups, whatever
/// the number of threads. What kernels found waits in temporary files, so that memory does not grow with it.
package struct BreachList {
  private let names: BreachNames
  private let readers: [SpoolReader]
  /// Those that the oracle found.
  let judged: [(order: BreachOrder, breach: Breach)]

  /// A record that the oracle judged, with the unit that it counts for.
  struct Proof {
    let unit: String
    let result: RecordResult
  }

  /// - Parameters:
  ///   - judged: what came of each ask.
  ///   - found: what scans found for it.
  init(_ judged: [Evaluator.Judged], _ found: [FoundRecords?], _ rulebook: Rulebook) {
    let proofs = judged.flatMap(\.proofs).map(\.result.place.file)
    let scanned = found.flatMap { $0?.records.files ?? [] }.map(\.path)
    let names = BreachNames(ViolatedVerdicts(judged), files: Set(proofs + scanned), rulebook)
    self.names = names
    readers = Self.readers(found, names)
    self.judged = judged.enumerated().flatMap { ask, judged in
      judged.proofs.flatMap { Self.lines($0, ask, names) }
    }
  }

  /// Calls `body` with each breach in order.
  /// - Throws: what `body` throws; an error when a temporary file cannot be read again.
  package func forEach(_ body: (Breach) throws -> Void) throws {
    var runs: [any BreachRun] = try readers.flatMap { try $0.runs() }
    runs.append(JudgedRun(judged))
    while let run = Self.first(of: runs) { try body(try run.take()) }
  }

  private static func first(of runs: [any BreachRun]) -> (any BreachRun)? {
    var first: (head: BreachOrder, run: any BreachRun)?
    for run in runs {
      guard let head = run.head else { continue }
      if let first, first.head < head { continue }
      first = (head, run)
    }
    return first?.run
  }

  private static func readers(_ found: [FoundRecords?], _ names: BreachNames) -> [SpoolReader] {
    var readers: [SpoolReader] = []
    var numbers: [ObjectIdentifier: Int] = [:]
    for (ask, found) in found.enumerated() {
      guard let found else { continue }
      for asked in found.spooled {
        let number = numbers[ObjectIdentifier(asked.spool)] ?? readers.count
        if number == readers.count {
          readers.append(SpoolReader(asked.spool, found.records, names))
        }
        numbers[ObjectIdentifier(asked.spool)] = number
        readers[number].add(ask, asked)
      }
    }
    return readers
  }

  /// What a waiver perhaps covers is unknown, and proves nothing.
  private static func lines(
    _ proof: Proof, _ ask: Int, _ names: BreachNames
  ) -> [(order: BreachOrder, breach: Breach)] {
    let result = proof.result
    guard result.coverage.isCovered != .maybe else { return [] }
    let waivers = result.coverage.isCovered == .yes ? result.coverage.ids.sorted() : []
    return names.verdicts.numbers(ask: ask, unit: proof.unit, result.group).map { verdict in
      let order = BreachOrder(
        file: names.number(of: result.place.file), line: result.place.line, verdict: verdict)
      let breach = names.breach(
        order, key: result.isKeyed ? result.key : nil, due: result.due, done: result.done,
        waivers: waivers)
      return (order, breach)
    }
  }
}

extension ObligationResults {
  /// The records of known units that prove a violation.
  var proofs: [BreachList.Proof] {
    byUnit.flatMap { unit, results in
      results.filter { $0.proves && $0.isNamed }.map { BreachList.Proof(unit: unit, result: $0) }
    }
  }
}

extension FoundRecords {
  /// The same of those that the oracle judged.
  var judgedProofs: [BreachList.Proof] {
    slow.compactMap { record in
      guard let unit = record.unit, record.result.proves else { return nil }
      return BreachList.Proof(unit: unit, result: record.result)
    }
  }
}
