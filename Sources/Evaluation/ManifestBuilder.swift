import Assessment
import Expressions
import Rulebook

/// Lists what an assessment was made from.
enum ManifestBuilder {
  /// The files of rules and exports with their hashes.
  static func manifest(_ request: EvaluationRequest) -> Manifest {
    let zone = request.rulebook.calendar.zone
    let rules = request.rulebook.sources.map {
      Manifest.Input(role: "rules", path: $0.path, sha256: $0.sha256, snapshot: nil, records: nil)
    }
    let files = request.spans.values.flatMap(\.exports.files) + request.exports.files
    let byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    let exports = byPath.values.map {
      Manifest.Input(
        role: "exports", path: $0.path, sha256: $0.sha256, snapshot: $0.snapshot?.iso(in: zone),
        records: $0.recordCount,
        encoding: $0.encoding.map { Manifest.Encoding(name: $0.name, reason: $0.reason) })
    }
    let inputs = (exports + rules).sorted { ($0.role, $0.path) < ($1.role, $1.path) }
    return Manifest(tool: "", inputs: inputs, options: [:])
  }
}

extension RuleFault {
  /// Faults of one rule, gathered by what went wrong.
  static func gathered(_ faults: [(key: String, error: EvaluationError)], rule: String)
    -> [RuleFault]
  {
    Dictionary(grouping: faults) { $0.error.message }.map { message, group in
      RuleFault(
        rule: rule, message: message, count: Set(group.map(\.key)).count,
        example: group.map(\.key).min() ?? "")
    }.sorted { $0.message.en < $1.message.en }
  }
}
