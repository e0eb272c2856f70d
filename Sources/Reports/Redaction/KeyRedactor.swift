import Assessment
import Diagnostics

/// Puts pseudonyms in the place of the keys of records, so that a report can leave the house. Files and rows
/// stay: by them the unit that handed it in finds the record.
package struct KeyRedactor: Sendable {
  let pseudonyms: Pseudonyms
  /// For each dataset of the rules the columns that hold keys, its own or those of other records.
  let columns: [String: Set<String>]

  /// - Parameter columns: for each dataset of the rules the ids of columns that hold keys of records.
  package init(_ pseudonyms: Pseudonyms, columns: [String: Set<String>]) {
    (self.pseudonyms, self.columns) = (pseudonyms, columns)
  }

  /// An assessment without keys.
  package func redacted(_ assessment: Assessment) -> Assessment {
    let run = RedactionRun(self, assessment)
    var redacted = assessment
    redacted.verdicts = assessment.verdicts.map(run.redacted)
    redacted.ruleFaults = assessment.ruleFaults.map(run.redacted)
    redacted.places = run.redacted(assessment.places)
    redacted.manifest.options["redact-keys"] = pseudonyms.fingerprint
    return redacted
  }

  /// A record of a list of all breaches, without its key.
  package func redacted(_ breach: Breach) -> Breach {
    guard let key = breach.key, columns[breach.dataset] != nil else { return breach }
    var redacted = breach
    redacted.key = pseudonyms.name(of: key)
    return redacted
  }

  /// An explanation without keys.
  /// - Parameter assessment: the one it is about, as it was.
  package func redacted(_ explanation: Explanation, of assessment: Assessment) -> Explanation {
    RedactionRun(self, assessment).redacted(explanation)
  }
}

/// The redaction of one assessment.
struct RedactionRun {
  let redactor: KeyRedactor
  private let files: Set<String>
  /// The dataset of each obligation.
  private let datasets: [String: String]
  /// The dataset of each verdict, by its number.
  private let verdicts: [String: String]

  init(_ redactor: KeyRedactor, _ assessment: Assessment) {
    self.redactor = redactor
    files = Set(assessment.manifest.inputs.filter { $0.role == "exports" }.map(\.path))
    let datasets = Dictionary(assessment.obligations.map { ($0.id, $0.dataset) }) { first, _ in
      first
    }
    self.datasets = datasets
    let pairs = assessment.verdicts.map { ($0.number, datasets[$0.obligation] ?? "") }
    verdicts = Dictionary(pairs) { first, _ in first }
  }

  /// The dataset of the verdict with a number.
  func verdictDataset(_ number: String) -> String? { verdicts[number] }

  // MARK: - Keys

  /// What stands for a key. A record without one is called by its file and row, and stays so.
  func name(_ key: String, in dataset: String?) -> String {
    guard let dataset, redactor.columns[dataset] != nil, !key.isEmpty, !isPlace(key) else {
      return key
    }
    return redactor.pseudonyms.name(of: key)
  }

  private func isPlace(_ key: String) -> Bool {
    guard let colon = key.lastIndex(of: ":"), Int(key[key.index(after: colon)...]) != nil else {
      return false
    }
    return files.contains(String(key[..<colon]))
  }

  // MARK: - Verdicts

  func redacted(_ verdict: Verdict) -> Verdict {
    let dataset = datasets[verdict.obligation]
    var redacted = verdict
    redacted.evidence = self.redacted(verdict.evidence, dataset)
    redacted.unknown = self.redacted(verdict.unknown, dataset)
    redacted.waived = verdict.waived.map {
      Verdict.Waived(
        waivers: $0.waivers, counts: $0.counts, counted: $0.counted,
        evidence: self.redacted($0.evidence, dataset))
    }
    for index in redacted.answers.indices {
      redacted.answers[index].breaches = verdict.answers[index].breaches.map {
        name($0, in: dataset)
      }
    }
    return redacted
  }

  private func redacted(_ evidence: Evidence, _ dataset: String?) -> Evidence {
    Evidence(
      total: evidence.total,
      records: evidence.records.map {
        EvidenceRecord(
          key: name($0.key, in: dataset), due: $0.due, done: $0.done, columns: $0.columns)
      })
  }

  /// A fault of an obligation, or of a check of a dataset.
  func redacted(_ fault: RuleFault) -> RuleFault {
    let dataset = datasets[fault.rule] ?? fault.rule.split(separator: "/").first.map(String.init)
    return RuleFault(
      rule: fault.rule, message: fault.message, count: fault.count,
      example: name(fault.example, in: dataset))
  }

  // MARK: - Places

  func redacted(_ places: Places) -> Places {
    let records = places.records.map { dataset, records in
      let named = records.map { (name($0.key, in: dataset), $0.value) }
      return (dataset, Dictionary(named) { first, _ in first })
    }
    return Places(
      records: Dictionary(records) { first, _ in first }, defects: places.defects.map(redacted))
  }

  /// Messages that show what stands in a record they do not name: one of many like it, and a row that is taken
  /// for a remark.
  private static let quoting: Set<String> = ["TT0532", "TT0575"]

  private func redacted(_ defect: Places.Defect) -> Places.Defect {
    let columns = defect.dataset.flatMap { redactor.columns[$0] }
    let isQuoting = defect.code.map(Self.quoting.contains) ?? false
    guard columns != nil || isQuoting else { return defect }
    let isKey = defect.column.map { columns?.contains($0) == true } ?? false
    let value = isKey ? defect.value.flatMap { $0.isEmpty ? nil : $0 } : nil
    let key = defect.key.flatMap { isPlace($0) ? nil : $0 }
    let mask = TextMask([key, value].compactMap(\.self), redactor.pseudonyms)
    return Places.Defect(
      kind: defect.kind, code: defect.code, dataset: defect.dataset, file: defect.file,
      line: defect.line, field: defect.field, column: defect.column,
      key: defect.key.map { name($0, in: defect.dataset) },
      value: value.map(redactor.pseudonyms.name) ?? defect.value,
      message: mask.masked(defect.message, withoutQuotes: isQuoting),
      hint: defect.hint)
  }
}
