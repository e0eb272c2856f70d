import Assessment
import Testing

@testable import Evaluation

/// All records that prove a violation: what a way of judging lists, beside what the oracle names when it
/// names everything.
struct AgreementBreaches {
  /// What the oracle lists.
  let expected: [Breach]
  private let named: [String]

  /// - Parameter oracle: a request that names every record, for the oracle.
  init(_ oracle: EvaluationRequest) throws {
    let (assessment, breaches) = Evaluator.assessWithBreaches(oracle)
    expected = try Self.all(breaches)
    named = assessment.verdicts.filter { $0.outcome == .violated }.flatMap(Self.named).sorted()
  }

  /// How the oracle's list differs from what its verdicts name; `nil` where it does not.
  var difference: String? {
    Self.difference(named, expected.map(Self.name).sorted())
  }

  /// How the list of a request differs from the oracle's, `nil` where it does not; and how many of its
  /// breaches kernels found.
  func difference(_ request: EvaluationRequest) throws -> (String?, spooled: Int) {
    var request = request
    request.spool = ProofSpool.Bounds(chunk: 64, kept: 200)
    let list = Evaluator.assessWithBreaches(request).breaches
    let found = try Self.all(list)
    let difference = Self.difference(expected.map { "\($0)" }, found.map { "\($0)" })
    return (difference, found.count - list.judged.count)
  }

  private static func all(_ list: BreachList) throws -> [Breach] {
    var all: [Breach] = []
    try list.forEach { all.append($0) }
    return all
  }

  private static func named(_ verdict: Verdict) -> [String] {
    let place = [verdict.obligation, verdict.period, verdict.unit, verdict.group ?? "-"]
    func line(_ record: EvidenceRecord, isWaived: Bool) -> String {
      (place + [record.key, record.due ?? "-", record.done ?? "-", "\(isWaived)"])
        .joined(separator: " ")
    }
    return verdict.evidence.records.map { line($0, isWaived: false) }
      + (verdict.waived?.evidence.records ?? []).map { line($0, isWaived: true) }
  }

  private static func name(_ breach: Breach) -> String {
    [
      breach.obligation, breach.period, breach.unit, breach.group ?? "-",
      breach.key ?? "\(breach.file):\(breach.line)", breach.due ?? "-", breach.done ?? "-",
      "\(!breach.waivers.isEmpty)",
    ].joined(separator: " ")
  }

  private static func difference(_ expected: [String], _ found: [String]) -> String? {
    if expected == found { return nil }
    let place = zip(expected, found).enumerated().first { $1.0 != $1.1 }
    return "\(expected.count) and \(found.count) breaches: "
      + (place.map { "\n    \($0.element.0)\n    \($0.element.1)" } ?? "")
  }
}
