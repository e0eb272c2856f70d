import Assessment
import Calendars
import Diagnostics
import Evaluation
import Expressions
import Registry
import Rulebook

/// Explains verdicts: which scope, which target and whose, each record's values, each deadline
/// counted, and who held the post.
package struct Explainer {
  private let request: EvaluationRequest
  private let obligation: Obligation
  private let renderer: TraceRenderer
  private let limit: Int
  private let key: String?

  /// An explainer of one obligation.
  /// - Parameters:
  ///   - limit: how many records are explained.
  ///   - key: only the record with this key.
  package init(
    _ request: EvaluationRequest, _ obligation: Obligation, language: Language, limit: Int,
    key: String? = nil
  ) {
    self.request = request
    self.obligation = obligation
    renderer = TraceRenderer(language: language, zone: request.rulebook.calendar.zone)
    self.limit = limit
    self.key = key
  }

  /// The explanation of a verdict of `assessment`, which must be the request's.
  /// - Parameter period: the period of the verdict.
  package func explanation(of verdict: Verdict, period: Period) -> Explanation {
    let inspected = Inspector.records(
      request, obligation: obligation.fullID, unit: verdict.unit, period: period
    ).filter { isOwn($0, verdict) }
    let records = inspected.map { ($0, state(of: $0, verdict)) }
    let shown = records.filter { key == nil ? $0.1 != .out : $0.0.result.key == key }
      .sorted { ($0.1, $0.0.result.key) < ($1.1, $1.0.result.key) }.prefix(limit)
    let inScope = records.count { $0.1 != .out }
    let conditions = Inspector.conditions(
      request, obligation: obligation, unit: verdict.unit, period: period)
    return Explanation(
      verdict: verdict.number, unit: conditions.map(reasoning), rule: rule,
      targets: targets(conditions, period), read: inspected.count,
      outOfScope: records.count { $0.1 == .out },
      records: shown.map { record($0.0, $0.1, verdict.unit) },
      omitted: key == nil ? inScope - shown.count : 0)
  }

  private func isOwn(_ record: InspectedRecord, _ verdict: Verdict) -> Bool {
    switch record.result.group {
    case .named(let name): name == verdict.group
    case .whole, .unknown: true
    }
  }

  // MARK: - Rule and unit

  private var rule: [Explanation.Reasoning] {
    Inspector.expressions(of: obligation).filter { !$0.role.contains(".") }.map {
      Explanation.Reasoning(
        role: $0.role,
        lines: $0.expression.text.text.split(separator: "\n").map(String.init))
    }
  }

  /// - Parameter conditions: what the conditions on the unit came to.
  private func targets(
    _ conditions: [InspectedExpression], _ period: Period
  ) -> [Explanation.Target] {
    obligation.targets.map { target in
      let condition = conditions.first { $0.expression.text == target.units?.text }
      var isForUnit = true
      if let condition, case .value(.bool(false)) = condition.outcome { isForUnit = false }
      return Explanation.Target(
        summary: target.summary, isForUnit: isForUnit,
        isInForce: target.dates.overlaps(period.days))
    }
  }

  private func reasoning(_ inspected: InspectedExpression) -> Explanation.Reasoning {
    let text = renderer.render(inspected.expression, inspected.traced)
    return Explanation.Reasoning(
      role: inspected.role,
      lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        .dropLast())
  }

  // MARK: - Records

  private func state(of record: InspectedRecord, _ verdict: Verdict) -> Explanation.State {
    let result = record.result
    if result.possible == .out { return .out }
    if result.coverage.isCovered == .yes { return .waived }
    if result.coverage.isCovered == .maybe { return .unknown }
    return state(result.possible)
  }

  private func state(_ possible: Possible) -> Explanation.State {
    switch possible {
    case .pass: return .passed
    case .fail: return .failed
    case .notDue: return .notDue
    default: return .unknown
    }
  }

  private func record(
    _ record: InspectedRecord, _ state: Explanation.State, _ unit: String
  ) -> Explanation.Record {
    let result = record.result
    let zone = request.rulebook.calendar.zone
    return Explanation.Record(
      key: result.key, place: result.place, state: state,
      unwaived: state == .waived ? self.state(result.possible) : nil,
      reasonings: record.expressions.filter { !$0.role.isEmpty }.map(reasoning),
      count: record.reading.flatMap { try? DeadlineCount.days($0, request.rulebook.calendar) }
        ?? [],
      due: result.due?.shown(in: zone), done: result.done?.shown(in: zone),
      answersOn: result.answersDay?.iso, holders: holders(unit, result), columns: result.causes)
  }

  private func holders(_ unit: String, _ result: RecordResult) -> [Answer] {
    Attribution(request.rulebook.registry, unit: unit, role: obligation.answers, limit: 0)
      .answers([result], proofless: nil)
  }
}
