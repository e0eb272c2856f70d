import Assessment
import Calendars
import Expressions
import Registry
import Rulebook
import Tables

/// What the records of a dataset are for one obligation, by unit.
struct ObligationResults: Sendable {
  /// Records that may be in scope, by the code of their unit.
  var byUnit: [String: [RecordResult]] = [:]
  /// Records that may be in scope and whose unit is unknown.
  var unassigned: [RecordResult] = []
  /// Mistakes of the rule, with the key of the record.
  var faults: [(key: String, error: EvaluationError)] = []
}

/// The record-at-a-time evaluator: reads rows, knows no plan, and is obvious on sight. Faster
/// evaluators must agree with it.
struct Oracle {
  private let request: EvaluationRequest
  private let references: References
  private let rows: [String: [Row]]

  /// An oracle over the tables of a request.
  init(_ request: EvaluationRequest) {
    self.request = request
    references = References(request.exports.tables)
    rows = request.exports.tables.mapValues(\.rows)
  }

  /// Evaluates every record that may belong to one of `bound`.
  /// - Parameters:
  ///   - bound: the units bound by the obligation, by code.
  ///   - known: the codes of all units of the period; any other unit text is unknown.
  func results(
    _ obligation: Obligation, _ period: Period, bound: [String: Unit], known: Set<String>
  ) -> ObligationResults {
    var results = ObligationResults()
    let terms = bound.mapValues { self.terms(obligation, $0, period) }
    for row in rows[obligation.dataset] ?? [] {
      let code = unitCode(row, obligation, known)
      if let code, bound[code] == nil { continue }
      let unit = code.flatMap { bound[$0] }
      var evaluator = self.evaluator(
        obligation, row, period, unit, code.flatMap { terms[$0] })
      let result = evaluator.result()
      results.faults += evaluator.faults.map { (result.key, $0) }
      guard result.possible != .out else { continue }
      if let code {
        results.byUnit[code, default: []].append(result)
      } else {
        results.unassigned.append(result)
      }
    }
    return results
  }

  /// What else is said about a unit that the obligation binds.
  func terms(_ obligation: Obligation, _ unit: Unit, _ period: Period) -> UnitTerms {
    UnitTerms(request.rulebook, obligation, unit, period)
  }

  /// Whether a text of units binds or applies to `unit`: `binds.when`, `units` of a target.
  func isTrue(_ expression: CheckedExpression?, for unit: Unit, _ period: Period) -> Bool {
    guard let expression else { return true }
    let activation = self.activation(nil, "", unit, period)
    guard case .value(.bool(let value)) = expression.evaluate(activation) else { return false }
    return value
  }

  /// The rows of a dataset that break a check of it. A check that cannot be told is not broken.
  func breaches(of check: DataCheck) -> [Row] {
    let record = request.rulebook.datasets.first { $0.id == check.dataset }?.record ?? ""
    return (rows[check.dataset] ?? []).filter { row in
      let activation = self.activation(row, record, nil, request.period)
      guard case .value(.bool(false)) = check.require.evaluate(activation) else { return false }
      return true
    }
  }

  /// How many records of a dataset name no known unit in a column.
  func strays(in dataset: String, column: Int, known: Set<String>) -> Int {
    (rows[dataset] ?? []).count { row in
      guard case .text(let code) = row.cell(column) else { return true }
      return !known.contains(code)
    }
  }

  /// The unit codes that stand in a column of a dataset.
  func units(in dataset: String, column: Int) -> Set<String> {
    Set(
      (rows[dataset] ?? []).compactMap { row in
        if case .text(let code) = row.cell(column) { code } else { nil }
      })
  }

  private func unitCode(_ row: Row, _ obligation: Obligation, _ known: Set<String>) -> String? {
    guard let column = obligation.unitColumn.columns.first,
      case .text(let code) = row.cell(column), known.contains(code)
    else { return nil }
    return code
  }

  private func evaluator(
    _ obligation: Obligation, _ row: Row, _ period: Period, _ unit: Unit?, _ terms: UnitTerms?
  ) -> RecordEvaluator {
    RecordEvaluator(
      obligation, row: row, period: period, asOf: request.asOf,
      zone: request.rulebook.calendar.zone,
      activation: activation(row, obligation.record, unit, period), terms: terms)
  }

  private func activation(
    _ row: Row?, _ record: String, _ unit: Unit?, _ period: Period
  ) -> RecordActivation {
    RecordActivation(
      row: row, recordName: record, unit: unit, period: period, asOf: request.asOf,
      calendar: request.rulebook.calendar, references: references)
  }
}
