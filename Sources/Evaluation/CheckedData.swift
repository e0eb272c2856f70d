import Assessment
import Exports
import Rulebook
import Tables

/// What is wrong with cells and records: defects of the exports, and broken checks of the datasets.
struct CheckedData {
  /// Each with its place, by file, line and field.
  let defects: [Places.Defect]

  /// A record that breaks a check.
  struct Breach {
    let check: DataCheck
    let row: Row
    /// What the check looked at.
    let seen: String?
  }

  /// Gathers the defects of a request.
  /// - Parameter others: what was found otherwise.
  init(
    _ request: EvaluationRequest, _ oracle: Oracle, _ streamed: StreamedRecords,
    and others: [Places.Defect]
  ) {
    let read = request.exports.defects.map(\.placed)
    let checks = Dictionary(grouping: request.rulebook.checks, by: \.dataset)
    let broken = checks.flatMap { dataset, checks in
      Self.breaches(of: checks, in: request.exports.tables[dataset], request, oracle).map(\.placed)
    }
    defects = (read + broken + streamed.breaches + others).sorted { $0.sortKey < $1.sortKey }
  }

  private static func breaches(
    of checks: [DataCheck], in table: Table?, _ request: EvaluationRequest, _ oracle: Oracle
  ) -> [Breach] {
    if request.threads > 0, let table {
      return Engine(request, oracle.store).breaches(of: checks, in: table, oracle)
    }
    return checks.flatMap { oracle.breaches(of: $0) }
  }

  /// How many there are of each kind; remarks on how a file was read are none.
  var counts: [DefectCount] {
    let counted = defects.filter { !Places.Defect.remarkKinds.contains($0.kind) }
    return Dictionary(grouping: counted) { [$0.dataset ?? "", $0.kind, $0.column ?? ""] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { _, group in
        DefectCount(
          kind: group[0].kind, dataset: group[0].dataset, column: group[0].column,
          count: group.count)
      }
  }
}

extension CheckedData {
  /// One for each check that says how urgent it is and is broken.
  func findings(_ checks: [DataCheck]) -> [Finding] {
    let counts = Dictionary(grouping: defects.filter { $0.code == nil }) {
      [$0.dataset ?? "", $0.kind]
    }.mapValues(\.count)
    return checks.compactMap { check in
      guard let severity = check.severity, let count = counts[[check.dataset, check.id]] else {
        return nil
      }
      return Finding(
        kind: .brokenCheck, severity: severity, dataset: check.dataset, count: count,
        message: .brokenCheck(check.says, count))
    }
  }
}

extension CheckedData.Breach {
  fileprivate var placed: Places.Defect {
    Places.Defect(
      kind: check.id, code: nil, dataset: check.dataset, file: row.file.path, line: row.line,
      field: nil, column: nil, key: row.keyText, value: seen, message: check.says)
  }
}

extension Defect {
  fileprivate var placed: Places.Defect {
    Places.Defect(
      kind: kind.rawValue, code: diagnostic.code, dataset: dataset, file: file, line: line,
      field: column, column: columnID, key: key, value: value, message: diagnostic.message,
      hint: key == nil && column == nil ? diagnostic.hint : nil)
  }
}

extension Places.Defect {
  fileprivate var sortKey: (String, Int, Int, String) {
    (file, line ?? 0, field ?? 0, kind + " " + (column ?? ""))
  }
}
