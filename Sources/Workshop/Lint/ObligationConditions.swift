import Diagnostics
import Expressions
import Rulebook

/// Conditions of obligations and checks that are always true or always false, each looked at with
/// what those before it leave: `binds`, then `where`, then the rest.
enum ObligationConditions {
  /// What is found in one obligation.
  static func findings(_ obligation: Obligation, _ sight: Sight) -> [Diagnostic] {
    let bound = facts(Facts(), obligation.binds.when, .unit)
    let known = obligation.isOverOtherUnits ? Facts() : bound
    let scope = facts(known, obligation.filter, sight)
    let units = obligation.targets.map(\.units)
    return ConditionFindings.find(in: obligation.binds.when, .binds, .unit, Facts())
      + ConditionFindings.find(in: obligation.filter, .scope, sight, known)
      + obligation.recordExpressions.flatMap {
        ConditionFindings.find(in: $0.expression, $0.role, sight, scope)
      } + units.flatMap { ConditionFindings.find(in: $0, .targetUnits, .unit, bound) }
      + alwaysInTime(obligation, sight)
  }

  /// What is found in checks of data.
  static func findings(_ view: RuleView) -> [Diagnostic] {
    view.rulebook.checks.flatMap {
      ConditionFindings.find(in: $0.require, .check, view.sight(of: $0), Facts())
    }
  }

  private static func facts(
    _ facts: Facts, _ expression: CheckedExpression?, _ sight: Sight
  ) -> Facts {
    expression.map { facts.adding(ConditionMaker.condition($0, sight), true) } ?? facts
  }

  private static func alwaysInTime(_ obligation: Obligation, _ sight: Sight) -> [Diagnostic] {
    let keys = TermKeys(sight: sight)
    guard let due = obligation.due, let done = obligation.done, keys.key(due) == keys.key(done)
    else { return [] }
    return [.dueIsDone(due.span, done: done.span)]
  }
}

extension Obligation {
  /// Whether the `unit` of its records is one below the unit that is bound.
  fileprivate var isOverOtherUnits: Bool { dataset == BuiltInDatasets.units.id && rollUp }
}
