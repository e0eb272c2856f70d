import Calendars
import Expressions
import Rulebook

/// An expression of an obligation, and what each of its parts came to for one record.
package struct InspectedExpression: Sendable {
  /// The key it stands under: `where`, `due`, `let limit`, `binds.when`.
  package let role: String
  /// The expression.
  package let expression: CheckedExpression
  /// What it came to.
  package let outcome: Outcome
  /// What its parts came to, itself first.
  package let traced: [TracedValue]

  /// Evaluates an expression of `obligation` once more, with a trace.
  init(_ expression: CheckedExpression, of obligation: Obligation, _ activation: RecordActivation) {
    let place = expression.text.span(0..<0)
    let roles = Inspector.expressions(of: obligation)
    role = roles.first { $0.expression.text.span(0..<0) == place }?.role ?? ""
    self.expression = expression
    outcome = expression.evaluate(activation)
    traced = expression.trace(activation)
  }
}

/// A record with everything that was evaluated for it.
package struct InspectedRecord: Sendable {
  /// What the record is for the obligation.
  package let result: RecordResult
  /// In the order of evaluation.
  package let expressions: [InspectedExpression]
  /// How its deadline was counted, where that is a date and a length of time added up.
  package let reading: ClockReading?
}

/// Shows how verdicts come about: every expression of an obligation, record by record.
package enum Inspector {
  /// Every record that may belong to a unit, in scope or not, in the order of the files.
  /// - Parameter obligation: the full id; nothing for one that there is not.
  package static func records(
    _ request: EvaluationRequest, obligation: String, unit: String, period: Period
  ) -> [InspectedRecord] {
    let units = request.rulebook.registry.byCode(during: period)
    guard let obligation = request.rulebook.obligations.first(where: { $0.fullID == obligation }),
      let unit = units[unit]
    else { return [] }
    var oracle = Oracle(request)
    oracle.isInspecting = true
    return oracle.results(
      Ask(obligation, period, bound: [unit.code: unit], known: units, oracle)
    ).inspected
  }

  /// Every expression of an obligation, with the key it stands under: those on the unit first.
  package static func expressions(
    of obligation: Obligation
  ) -> [(role: String, expression: CheckedExpression)] {
    let all = obligation.unitRoles + obligation.roles
    guard case .custom(let evidence) = obligation.evidence else { return all }
    return all + [("evidence", evidence)]
  }

  /// The conditions on the unit itself: whether it is bound, and which targets are its.
  package static func conditions(
    _ request: EvaluationRequest, obligation: Obligation, unit: String, period: Period
  ) -> [InspectedExpression] {
    let oracle = Oracle(request)
    let units = request.rulebook.registry.byCode(during: period)
    guard let unit = units[unit] else { return [] }
    return obligation.unitRoles.map {
      oracle.inspected($0.expression, of: obligation, for: unit, period)
    }
  }
}
