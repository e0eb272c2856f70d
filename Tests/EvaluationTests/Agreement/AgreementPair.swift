import Assessment
import Exports
import Foundation
import Tables
import Rulebook
import Testing

@testable import Evaluation

/// A rulebook and exports, judged in every way.
struct AgreementPair {
  private let rulebook: Rulebook
  private let evidence: Int
  private let threads: Int
  private let pieceSize: Int
  private let hashMask: UInt64
  private let name: String

  init(
    _ rulebook: Rulebook, evidence: Int, threads: Int, pieceSize: Int, hashMask: UInt64,
    name: String
  ) {
    (self.rulebook, self.evidence, self.hashMask) = (rulebook, evidence, hashMask)
    (self.threads, self.pieceSize, self.name) = (threads, pieceSize, name)
  }

  /// Expects the same of all.
  func check(_ bench: borrowing Workbench, _ tally: inout AgreementTally) throws {
    let oracle = Workbench.Way(threads: 0)
    let kept = bench.read(rulebook, oracle)
    let request = try bench.request(rulebook, oracle, exports: kept, evidence: evidence)
    let expected = Evaluator.assess(request)
    let json = try expected.json()
    let streamed = Workbench.Way(
      isStreamed: true, threads: threads, pieceSize: pieceSize, hashMask: hashMask)
    let ways = [
      Workbench.Way(threads: 1), Workbench.Way(threads: 3, pieceSize: pieceSize), streamed,
    ]
    for way in ways {
      let request = try self.request(bench, way, kept)
      let found = Evaluator.assess(request)
      if request.exports.streams["items"] != nil { tally.addStreamed(found) }
      if try found.json() != json {
        tally.differ("\(name), \(way): \(Self.difference(expected, found))")
      }
    }
    if tally.pairs % 4 == 0 {
      try checkTotals(bench, request, ways[tally.pairs / 4 % 3], kept, &tally)
    }
    if expected.verdicts.contains(where: { $0.outcome == .violated && $0.evidence.total > 0 }) {
      try checkBreaches(bench, ways[tally.pairs % 3], kept, &tally)
    }
    tally.pairs += 1
    if tally.pairs % 10 == 0 || ProcessInfo.processInfo.environment["TUANTHU_WHY"] != nil {
      tally.add(census(request))
    }
  }

  private func checkTotals(
    _ bench: borrowing Workbench, _ oracle: EvaluationRequest, _ way: Workbench.Way,
    _ kept: ExportSet, _ tally: inout AgreementTally
  ) throws {
    let expected = Evaluator.totals(oracle)
    let found = Evaluator.totals(try request(bench, way, kept))
    if found != expected {
      tally.differ("\(name), \(way), totals: \(Self.difference(expected, found))")
    }
  }

  private func checkBreaches(
    _ bench: borrowing Workbench, _ way: Workbench.Way, _ kept: ExportSet,
    _ tally: inout AgreementTally
  ) throws {
    let oracle = try bench.request(
      rulebook, Workbench.Way(threads: 0), exports: kept, evidence: .max)
    let breaches = try AgreementBreaches(oracle)
    if let difference = breaches.difference { tally.differ("\(name), evidence: \(difference)") }
    let (difference, spooled) = try breaches.difference(try request(bench, way, kept))
    if let difference { tally.differ("\(name), \(way), breaches: \(difference)") }
    tally.breaches += breaches.expected.count
    tally.spooled += spooled
  }

  private func request(
    _ bench: borrowing Workbench, _ way: Workbench.Way, _ kept: ExportSet
  ) throws -> EvaluationRequest {
    try bench.request(
      rulebook, way, exports: way.threads == 1 && !way.isStreamed ? kept : nil, evidence: evidence)
  }

  // MARK: - Who judged

  /// How many records kernels judged, and how many the oracle.
  struct Census {
    var kernels = 0
    var oracle = 0
  }

  private func census(_ request: EvaluationRequest) -> Census {
    let oracle = Oracle(request)
    var census = Census()
    guard let table = request.exports.tables["items"] else { return census }
    let units = rulebook.registry.byCode(during: request.period)
    for obligation in rulebook.obligations where obligation.dataset == "items" {
      let bound = units.filter {
        oracle.isTrue(obligation.binds.when, for: $0.value, request.period)
      }
      let ask = Ask(obligation, request.period, bound: bound, known: units, oracle)
      var request = request
      request.threads = 1
      for found in Engine(request, oracle.store).found([ask], over: table) {
        census.oracle += found.slow.count
        census.kernels += found.judged?.totals.counts.recordCount ?? 0
      }
    }
    return census
  }

  // MARK: - Differences

  private static func difference(_ expected: Assessment, _ found: Assessment) -> String {
    for (left, right) in zip(expected.verdicts, found.verdicts) where left != right {
      return parts(left, right)
    }
    return parts(expected, found)
  }

  private static func difference(
    _ expected: [ObligationTotals], _ found: [ObligationTotals]
  ) -> String {
    for (left, right) in zip(expected, found) where left != right { return parts(left, right) }
    return "\(expected.count) and \(found.count)"
  }

  /// Each property that differs.
  private static func parts<Value>(_ expected: Value, _ found: Value) -> String {
    let pairs = zip(Mirror(reflecting: expected).children, Mirror(reflecting: found).children)
    let different = pairs.compactMap { left, right -> String? in
      let (one, two) = ("\(left.value)", "\(right.value)")
      return one == two
        ? nil : "\n  \(left.label ?? ""):\n    \(one.prefix(1500))\n    \(two.prefix(1500))"
    }
    let what = (expected as? Verdict).map { "\($0.unit) \($0.obligation) \($0.group ?? "")" } ?? ""
    return what + different.joined()
  }
}
