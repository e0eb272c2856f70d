import Diagnostics
import Expressions
import Rulebook

/// An expression of an obligation, and what it is for.
struct RuleExpression {
  /// What it is for.
  let role: ConditionRole
  /// The expression.
  let expression: CheckedExpression
}

extension Obligation {
  /// Its expressions over records that are in scope, in the order of the rule file.
  var recordExpressions: [RuleExpression] {
    let values =
      lets.map(\.expression) + (clock?.values ?? [])
      + [due, done, when, openUntil, lawOn, answersOn, per].compactMap { $0 }
    let conditions: [(ConditionRole, CheckedExpression?)] = [
      (.pause, clock?.pauses?.filter), (.require, require), (.pending, pending),
      (.evidence, evidence.expression),
    ]
    return values.map { RuleExpression(role: .value, expression: $0) }
      + conditions.compactMap { role, expression in
        expression.map { RuleExpression(role: role, expression: $0) }
      }
      + (measure.expressions + targets.compactMap(\.lookup)).map {
        RuleExpression(role: .value, expression: $0)
      }
  }

  /// All its expressions over records.
  var allRecordExpressions: [CheckedExpression] {
    [filter].compactMap { $0 } + recordExpressions.map(\.expression)
  }
}

extension Clock {
  /// What it reads of records, but the condition on pauses.
  fileprivate var values: [CheckedExpression] {
    [from, limit] + [pauses?.over, pauses?.from, pauses?.until].compactMap { $0 }
  }

  /// A text that is the same for clocks that show the same.
  func key(_ keys: TermKeys) -> String {
    values.map { keys.key($0) }.joined(separator: ", ") + keys.key(pauses?.filter)
  }
}

extension EvidenceChoice {
  fileprivate var expression: CheckedExpression? {
    if case .custom(let expression) = self { expression } else { nil }
  }
}

extension Measure {
  /// A text that is the same for measures of the same thing.
  func key(_ keys: TermKeys) -> String {
    switch self {
    case .share: "share"
    case .total(let aggregate): aggregate.key(keys)
    case .mean(let expression): "mean \(keys.key(expression))"
    case .quantile(let expression, let rank): "\(rank) \(keys.key(expression))"
    case .ratio(let of, let to): "\(of.key(keys)) to \(to.key(keys))"
    }
  }
}

extension Aggregate {
  fileprivate func key(_ keys: TermKeys) -> String {
    let filter = filter.map { " where \(keys.key($0))" } ?? ""
    return functionKey(keys) + filter
  }

  private func functionKey(_ keys: TermKeys) -> String {
    switch function {
    case .count: "count"
    case .sum(let expression): "sum \(keys.key(expression))"
    case .distinct(let expression): "distinct \(keys.key(expression))"
    }
  }
}

extension CheckedExpression {
  /// Where a part is written.
  func span(_ node: CheckedNode) -> Span { text.span(node.range) }

  /// Where it is written.
  var span: Span { span(root) }
}
