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
  var faults: [Oracle.Fault] = []
  /// Every record that was evaluated, in scope or not, when the oracle is inspecting.
  var inspected: [InspectedRecord] = []

  /// Adds what a record is for the unit with a code, or for an unknown one.
  mutating func add(_ result: RecordResult, of unit: String?, _ faults: [Oracle.Fault]) {
    self.faults += faults
    guard result.possible != .out else { return }
    if let unit {
      byUnit[unit, default: []].append(result)
    } else {
      unassigned.append(result)
    }
  }
}

/// The record-at-a-time evaluator: reads rows, knows no plan, and is obvious on sight. Faster
/// evaluators must agree with it.
struct Oracle {
  private let request: EvaluationRequest
  /// The records.
  let store: RecordStore
  /// Who handed in what.
  let handIns: HandIns
  /// Whether to keep what every expression came to.
  var isInspecting = false

  /// An oracle over the tables of a request.
  init(_ request: EvaluationRequest) {
    let store = RecordStore(request.exports, request)
    self.init(request, store, HandIns(request, present: UnitPresence(store, request.rulebook)))
  }

  /// An oracle over what is indexed already.
  init(_ request: EvaluationRequest, _ store: RecordStore, _ handIns: HandIns) {
    self.request = request
    self.store = store
    self.handIns = handIns
  }

  private var rows: [String: TableRows] { store.rows }

  /// A mistake of the rule, with the key of the record.
  typealias Fault = (key: String, error: EvaluationError)

  /// What a record is for one of the units that it may count for.
  struct Judged {
    /// The unit, or `nil` when it is unknown.
    let unit: Unit?
    let result: RecordResult
    let faults: [Fault]
    /// What every expression came to, when the oracle is inspecting.
    let inspected: InspectedRecord?
  }

  /// Evaluates every record that may belong to one of the bound units.
  func results(_ ask: Ask) -> ObligationResults {
    var results = ObligationResults()
    guard let rows = rows[ask.obligation.dataset] else { return results }
    for (place, row) in rows.enumerated() {
      for judged in judged(row, at: place, ask) {
        results.add(judged.result, of: judged.unit?.code, judged.faults)
        if let record = judged.inspected { results.inspected.append(record) }
      }
    }
    return results
  }

  /// Evaluates one record, for each unit that it may count for.
  /// - Parameter place: its place among the records of its dataset.
  func judged(_ row: Row, at place: Int, _ ask: Ask) -> [Judged] {
    let obligation = ask.obligation
    let code = unitCode(row, obligation, ask.known)
    if obligation.dataset == "units", !isUnit(place, ask.known[code ?? ""]) { return [] }
    return owners(code, obligation, ask.bound, ask.known).map { unit in
      let record = RecordValue(dataset: obligation.dataset, row: place)
      var evaluator = self.evaluator(
        obligation, record, row, ask.period, unit, of: code, unit.flatMap { ask.terms[$0.code] })
      evaluator.snapshot = snapshot(of: row, code, ask.related)
      evaluator.isInspecting = isInspecting
      let result = evaluator.result()
      return Judged(
        unit: unit, result: result, faults: evaluator.faults.map { (result.key, $0) },
        inspected: isInspecting
          ? InspectedRecord(
            result: result, expressions: evaluator.inspected, reading: evaluator.reading) : nil)
    }
  }

  /// The same over other records.
  func over(_ store: RecordStore) -> Oracle {
    var copy = Oracle(request, store, handIns)
    copy.isInspecting = isInspecting
    return copy
  }

  /// What else is said about the units that an obligation binds.
  func terms(_ obligation: Obligation) -> ObligationTerms {
    ObligationTerms(request.rulebook, obligation)
  }

  /// The days on which it may make a difference who answers for a unit.
  func turns(of unit: Unit, _ role: String) -> [Day] {
    request.rulebook.registry.post(unit: unit.code, role: role)?.turns ?? []
  }

  /// The bound units whose record it is: the one it names and, rolled up, those above it; `nil` for
  /// one that is unknown.
  private func owners(
    _ code: String?, _ obligation: Obligation, _ bound: [String: Unit], _ known: [String: Unit]
  ) -> [Unit?] {
    guard let code else { return [nil] }
    let codes = obligation.rollUp ? known.chain(from: code) : [code]
    let owners: [Unit] = codes.compactMap { bound[$0] }
    return owners
  }

  private func isUnit(_ place: Int, _ unit: Unit?) -> Bool {
    request.rulebook.registry.units[place] == unit
  }

  /// Whether a text of units binds or applies to `unit`: `binds.when`, `units` of a target.
  func isTrue(_ expression: CheckedExpression?, for unit: Unit, _ period: Period) -> Bool {
    guard let expression else { return true }
    let activation = self.activation(nil, "", unit, of: unit.code, period)
    guard case .value(.bool(let value)) = expression.evaluate(activation) else { return false }
    return value
  }

  /// What a condition on units came to for `unit`.
  func inspected(
    _ expression: CheckedExpression, of obligation: Obligation, for unit: Unit, _ period: Period
  ) -> InspectedExpression {
    InspectedExpression(
      expression, of: obligation, activation(nil, "", unit, of: unit.code, period))
  }

  /// The rows of a dataset that break a check of it. A check that cannot be told is not broken.
  func breaches(of check: DataCheck) -> [CheckedData.Breach] {
    guard let rows = rows[check.dataset] else { return [] }
    return rows.indices.filter { isBroken(check, at: $0) }.map {
      CheckedData.Breach(check: check, row: rows[$0], seen: seen(check, at: $0))
    }
  }

  /// Whether the record at a place of its dataset breaks a check for sure.
  func isBroken(_ check: DataCheck, at place: Int) -> Bool {
    guard case .value(.bool(false)) = check.require.evaluate(activation(check, at: place)) else {
      return false
    }
    return true
  }

  /// What a check looks at in the record at a place of its dataset.
  func seen(_ check: DataCheck, at place: Int) -> String? {
    rows[check.dataset].flatMap { rows in
      CheckedValues(check, rows[place], zone: request.rulebook.calendar.zone)
        .text { check.require.trace(activation(check, at: place)) }
    }
  }

  /// What the names of a check mean for the record at a place of its dataset. What belongs to its unit is
  /// known where the unit handed it in.
  private func activation(_ check: DataCheck, at place: Int) -> RecordActivation {
    let rulebook = request.rulebook
    let record = rulebook.datasets.first { $0.id == check.dataset }?.record ?? ""
    var code: String?
    if !check.require.relations.isEmpty, let column = rulebook.unitColumn(of: check.dataset),
      case .text(let text)? = rows[check.dataset]?[place].cell(column)
    {
      code = text
    }
    let value = RecordValue(dataset: check.dataset, row: place)
    return activation(value, record, nil, of: code, request.period)
  }

  private func unitCode(_ row: Row, _ obligation: Obligation, _ known: [String: Unit]) -> String? {
    guard let column = obligation.unitColumn.columns.first,
      case .text(let code) = row.cell(column), known[code] != nil
    else { return nil }
    return code
  }

  /// Up to when anybody has seen what happened to a record of the unit with a code, and to those that
  /// belong to it.
  private func snapshot(of row: Row, _ code: String?, _ related: [String]) -> Instant? {
    let others = related.compactMap { dataset in
      code.flatMap { handIns.snapshot(of: $0, dataset) }
    }
    return ([row.file.snapshot].compactMap(\.self) + others).min()
  }

  private func evaluator(
    _ obligation: Obligation, _ record: RecordValue, _ row: Row, _ period: Period, _ unit: Unit?,
    of code: String?, _ terms: UnitTerms?
  ) -> RecordEvaluator {
    RecordEvaluator(
      obligation, row: row, period: period, asOf: request.asOf,
      calendar: request.rulebook.calendar,
      activation: activation(record, obligation.record, unit, of: code, period), terms: terms)
  }

  /// - Parameters:
  ///   - unit: the one judged.
  ///   - code: the one whose record it is, which handed in what belongs to it.
  private func activation(
    _ record: RecordValue?, _ name: String, _ unit: Unit?, of code: String?, _ period: Period
  ) -> RecordActivation {
    RecordActivation(
      record: record, recordName: name, unit: unit, period: period, asOf: request.asOf,
      calendar: request.rulebook.calendar, store: store
    ) { dataset in
      code.map { handIns.state(of: $0, dataset) == .complete } ?? handIns.isReadable(dataset)
    }
  }
}
