import Calendars
import Diagnostics
import Expressions
import Registry
import Rulebook

/// Two obligations with targets in force for the same thing: the same records, the same condition and
/// measure, a unit that both bind, days that both targets have.
struct Overlaps {
  /// What is found in a rulebook: one finding for each pair of obligations.
  static func findings(_ view: RuleView) -> [Diagnostic] {
    let overlaps = Overlaps(rulebook: view.rulebook)
    let groups = Dictionary(grouping: view.rulebook.obligations) { obligation in
      subject(obligation, view.sight(of: obligation))
    }
    return groups.values.flatMap { group in
      group.indices.flatMap { index in
        group[..<index].compactMap { overlaps.finding($0, group[index]) }
      }
    }
  }

  private let rulebook: Rulebook

  /// What an obligation measures, whatever it is called and whoever it binds.
  private struct Subject: Hashable {
    let dataset: String
    let every: Schedule
    let rollUp: Bool
    let expressions: [String]
  }

  private static func subject(_ obligation: Obligation, _ sight: Sight) -> Subject {
    let keys = TermKeys(sight: sight)
    let expressions = [
      obligation.filter, obligation.per, obligation.due, obligation.done, obligation.require,
      obligation.pending,
    ]
    return Subject(
      dataset: obligation.dataset, every: obligation.every, rollUp: obligation.rollUp,
      expressions: expressions.map(keys.key)
        + [obligation.clock?.key(keys) ?? "", obligation.measure.key(keys)])
  }

  private func finding(_ first: Obligation, _ second: Obligation) -> Diagnostic? {
    for one in first.targets {
      for other in second.targets where areInForce(first, one, second, other) {
        return .targetsOfTwo(other, of: second, one, of: first)
      }
    }
    return nil
  }

  private func areInForce(
    _ first: Obligation, _ one: Target, _ second: Obligation, _ other: Target
  ) -> Bool {
    let days = one.dates.intersection(other.dates)
      .intersection(first.inForce).intersection(second.inForce)
      .intersection(before(first, second)).intersection(before(second, first))
    guard !days.isEmpty else { return false }
    let left = [first.binds.when, one.units].compactMap { $0 }
    let right = [second.binds.when, other.units].compactMap { $0 }
    return rulebook.registry.units.isEmpty
      ? surelyMeet(left, right) : haveUnit(left + right, during: days)
  }

  /// The days before one obligation takes the place of another, if it ever does.
  private func before(_ newer: Obligation, _ older: Obligation) -> DateSpan {
    let succession = rulebook.successions.first {
      $0.newer.fullID == newer.fullID && $0.older.fullID == older.fullID
    }
    return DateSpan(until: succession?.from.adding(days: -1))
  }

  private func haveUnit(_ conditions: [CheckedExpression], during days: DateSpan) -> Bool {
    rulebook.registry.units.contains { unit in
      unit.dates.overlaps(days)
        && conditions.allSatisfy { UnitActivation.holds($0, for: unit) }
    }
  }

  // MARK: - Without a registry

  /// Whether the units of one side are all among those of the other, as far as the texts tell.
  private func surelyMeet(_ left: [CheckedExpression], _ right: [CheckedExpression]) -> Bool {
    implies(left, right) || implies(right, left)
  }

  private func implies(_ narrow: [CheckedExpression], _ wide: [CheckedExpression]) -> Bool {
    let conditions = narrow.map { ConditionMaker.condition($0, .unit) }
    let facts = conditions.reduce(Facts()) { $0.adding($1, true) }
    return wide.map { ConditionMaker.condition($0, .unit) }.allSatisfy { condition in
      if case .impossible = facts.assuming(condition, false) { true } else { false }
    }
  }
}
