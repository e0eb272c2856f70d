import Assessment
import Calendars
import Expressions
import Numbers
import Rulebook
import Tables

/// Evaluates one record for one obligation: slow and obvious, expression by expression.
struct RecordEvaluator {
  let obligation: Obligation
  private let period: Period
  private let asOf: Instant
  let calendar: WorkCalendar
  var activation: RecordActivation
  private let row: Row
  /// What is said about the unit; `nil` when the unit is unknown.
  let terms: UnitTerms?
  /// Columns and datasets that leave the record unknown.
  var causes: Set<String> = []
  /// Mistakes of the rule on values that were all known.
  var faults: [EvaluationError] = []
  /// Up to when anybody has seen what happened to the record.
  var snapshot: Instant?
  /// Whether to keep what every expression came to.
  var isInspecting = false
  /// What every expression came to, in the order of evaluation.
  private(set) var inspected: [InspectedExpression] = []
  /// What the clock shows, once it is worked out.
  var clockReading: ClockReading?

  /// An evaluator for one record.
  init(
    _ obligation: Obligation, row: Row, period: Period, asOf: Instant, calendar: WorkCalendar,
    activation: RecordActivation, terms: UnitTerms?
  ) {
    self.obligation = obligation
    self.row = row
    self.period = period
    self.asOf = asOf
    self.calendar = calendar
    self.activation = activation
    self.terms = terms
    snapshot = row.file.snapshot
  }

  /// The zone of local days and times.
  var zone: Zone { calendar.zone }

  /// What the record is for the obligation.
  mutating func result() -> RecordResult {
    let key = row.key
    var result = RecordResult(
      key: key ?? row.keyText, place: row.place, possible: .out, contribution: .none, lawDay: nil,
      answersDay: nil, due: nil, done: nil, proves: false, causes: [])
    result.isKeyed = key != nil
    let scope = truth(obligation.filter)
    guard scope != .no else { return result }
    work(out: obligation.lets)
    readClock()
    let due = moment(obligation.due, named: "due")
    let done = moment(obligation.done, named: "done")
    let timing = periodAndLaw()
    guard timing.truth != .no else { return result }
    result.lawDay = timing.lawDay
    result.possible = condition(due, done)
    result.group = group()
    if scope == .maybe || timing.truth == .maybe { result.possible.insert(.out) }
    result.coverage = coverage(timing.day)
    finish(&result, due, done, timing.day)
    return result
  }

  // MARK: - Scope

  private struct Timing {
    let truth: Truth
    let day: Day?
    let lawDay: Day?
  }

  /// Whether the record falls into the period, and the rule was in force for it.
  private mutating func periodAndLaw() -> Timing {
    let member = membership()
    let lawDay = obligation.lawOn.map { moment($0, named: nil).day(in: zone) } ?? member.day
    let inForce = Truth(lawDay.map(isInForce))
    return Timing(truth: member.isIn.and(inForce), day: member.day, lawDay: lawDay)
  }

  private mutating func membership() -> Membership {
    guard let when = obligation.when else { return Membership(always: period) }
    let from = moment(when, named: nil)
    guard let openUntil = obligation.openUntil else { return Membership(from, period, in: zone) }
    return Membership(
      from: from, until: moment(openUntil, named: nil, quietly: true), period, in: zone,
      horizon: deadline.horizon)
  }

  private func isInForce(on day: Day) -> Bool {
    let isReplaced = terms?.succession.map { $0.from <= day } ?? false
    return !isReplaced && obligation.isInForce(on: day)
  }

  /// The waivers that are about the record.
  private mutating func coverage(_ day: Day?) -> WaiverCoverage {
    guard let day else { return undatedCoverage() }
    var coverage = WaiverCoverage.none
    for waiver in waivers where waiver.dates.contains(day) {
      coverage.add(truth(waiver.filter), waiver.id)
    }
    return coverage
  }

  /// On a day that is not known, waivers that together are about every day of the period cover the
  /// record: otherwise it is none of the period's.
  private mutating func undatedCoverage() -> WaiverCoverage {
    var sure: [Waiver] = []
    var coverage = WaiverCoverage.none
    for waiver in waivers {
      let truth = truth(waiver.filter)
      if truth == .yes { sure.append(waiver) }
      coverage.add(truth.and(.maybe), waiver.id)
    }
    guard terms?.waiving.isWhole(sure) == true else { return coverage }
    return WaiverCoverage(isCovered: .yes, ids: Set(sure.map(\.id)))
  }

  private var waivers: [Waiver] { terms?.waiving.waivers ?? [] }

  /// The group of `per`.
  private mutating func group() -> RecordResult.Group {
    guard let per = obligation.per else { return .whole }
    if case .string(let name)? = evaluate(per).value { return .named(name) }
    return .unknown
  }

  private mutating func work(out lets: [Let]) {
    for item in lets { activation.values[item.name] = evaluate(item.expression, quietly: true) }
  }

  // MARK: - Condition

  /// A record that is not due yet stays so, whatever else is asked of it: nothing is owed before the
  /// deadline. Otherwise it passes when it is in time and fulfils `require`.
  private mutating func condition(_ due: Known<Moment>, _ done: Known<Moment>) -> Possible {
    let timed = obligation.due == nil ? pendingOrPass() : deadline.possible(due: due, done: done)
    guard timed.contains(.pass) else { return timed }
    switch truth(obligation.require) {
    case .yes: return timed
    case .no: return isWaiting(done) ? timed : timed.subtracting(.pass).union(.fail)
    case .maybe: return timed.union(.fail)
    }
  }

  /// Whether `require` asks about what may have been done since anybody looked.
  private func isWaiting(_ done: Known<Moment>) -> Bool {
    guard done == .absent, let require = obligation.require else { return false }
    let lets = require.variables.isEmpty ? [] : obligation.lets.map(\.expression)
    let reads = ([require] + lets).reduce(into: Set()) { $0.formUnion($1.reads) }
    return require.variables.contains("done")
      || !reads.isDisjoint(with: obligation.done?.reads ?? [])
  }

  private mutating func pendingOrPass() -> Possible {
    guard obligation.pending != nil else { return .pass }
    switch truth(obligation.pending) {
    case .yes: return .notDue
    case .no: return .pass
    case .maybe: return [.pass, .notDue]
    }
  }

  private var deadline: Deadline {
    Deadline(zone: zone, asOf: asOf, snapshot: snapshot)
  }

  // MARK: - What follows from it

  private mutating func finish(
    _ result: inout RecordResult, _ due: Known<Moment>, _ done: Known<Moment>, _ day: Day?
  ) {
    result.due = due.value
    result.done = done.value
    result.answersDay = answersDay(due, day)
    result.clock = clockReading
    result.contribution = contribution(obligation.measure)
    for lookup in obligation.targets.compactMap(\.lookup) {
      result.limits[lookup.text.text] = .some(evaluate(lookup).value?.exactNumber)
    }
    result.proves = proves(result.possible)
    if !result.possible.isKnown || result.coverage.isCovered == .maybe {
      result.causes = unreadableColumns.union(causes).sorted()
    }
  }

  /// The day after a due date, the day of a due moment; `day` where nothing is due.
  private mutating func answersDay(_ due: Known<Moment>, _ day: Day?) -> Day? {
    if let expression = obligation.answersOn { return moment(expression, named: nil).day(in: zone) }
    guard obligation.due != nil else { return day }
    switch due {
    case .value(.day(let day)): return day.adding(days: 1)
    case .value(.instant(let instant)):
      return zone.local(of: Instant(microseconds: instant.microseconds + 1)).day
    default: return nil
    }
  }

  private mutating func proves(_ possible: Possible) -> Bool {
    switch obligation.evidence {
    case .failing: possible == .fail
    case .satisfying: possible == .pass
    case .custom(let expression): possible.isKnown && possible != .out && truth(expression) == .yes
    }
  }

  private mutating func contribution(_ measure: Measure) -> Contribution {
    switch measure {
    case .share: .none
    case .total(let aggregate): contribution(aggregate)
    case .mean(let expression), .quantile(let expression, _): number(expression)
    case .ratio(let of, let to): .pair(contribution(of), contribution(to))
    }
  }

  private mutating func contribution(_ aggregate: Aggregate) -> Contribution {
    let isCounted = truth(aggregate.filter)
    return .filtered(isCounted, isCounted == .no ? .none : contribution(aggregate.function))
  }

  private mutating func contribution(_ function: Aggregate.Function) -> Contribution {
    switch function {
    case .count: .none
    case .sum(let expression): number(expression)
    case .distinct(let expression): .value(evaluate(expression).value.map(\.distinctText))
    }
  }

  /// A summand; an unreadable one lies in the range that its column declares, if it does.
  private mutating func number(_ expression: CheckedExpression) -> Contribution {
    if let number = evaluate(expression).value?.exactNumber { return .known(number) }
    guard let column = expression.soleColumn.flatMap(declaration) else {
      return .number(low: nil, high: nil)
    }
    return .number(low: column.minimum, high: column.maximum)
  }

  private func declaration(_ path: ColumnPath) -> Column? {
    path.columns.count == 1 ? row.table.dataset.columns[path.columns[0]] : nil
  }

  // MARK: - Expressions

  mutating func truth(_ expression: CheckedExpression?) -> Truth {
    guard let expression else { return .yes }
    guard case .bool(let value)? = evaluate(expression).value else { return .maybe }
    return value ? .yes : .no
  }

  /// A date or moment; an empty cell makes it absent.
  private mutating func moment(
    _ expression: CheckedExpression?, named name: String?, quietly: Bool = false
  ) -> Known<Moment> {
    guard let expression else { return .absent }
    let outcome = evaluate(expression, quietly: quietly || name == "done")
    if let name { activation.values[name] = outcome }
    switch outcome {
    case .value(.date(let day)): return .value(.day(day))
    case .value(.timestamp(let instant)): return .value(.instant(instant))
    case .error(let error) where error.isEmptyCell: return .absent
    default: return .unknown
    }
  }

  mutating func evaluate(_ expression: CheckedExpression, quietly: Bool = false) -> Outcome {
    let outcome = expression.evaluate(activation)
    if isInspecting {
      inspected.append(InspectedExpression(expression, of: obligation, activation))
    }
    guard case .error(let error) = outcome else { return outcome }
    switch error.kind {
    case .emptyCell(let path): if !quietly { causes.formUnion(name(of: path)) }
    case .rule: faults.append(error)
    }
    return outcome
  }

  /// The columns of the record that the obligation uses and nobody can read.
  private var unreadableColumns: Set<String> {
    let paths = (obligation.expressions + waivers.compactMap(\.filter)).flatMap(\.columns)
    let columns = paths.filter { activation.cell($0) == .unreadable }.flatMap(name)
    let lists = obligation.datasets.dropFirst().filter { !activation.isHandedIn($0) }
    return Set(columns + lists)
  }

  private func name(of path: ColumnPath) -> [String] {
    guard path.variable == obligation.record, let first = path.columns.first else { return [] }
    return [row.table.dataset.columns[first].id]
  }
}
