import Diagnostics
import Expressions
import Rulebook

/// Working hours asked of a calendar that has none: every such deadline would be unknown.
enum WorkingTime {
  private static let functions: Set<String> = ["workingHours", "workingHoursBetween"]

  /// What is found in the expressions of one obligation.
  static func findings(_ obligation: Obligation, _ rulebook: Rulebook) -> [Diagnostic] {
    guard rulebook.calendar.hours.isEmpty else { return [] }
    let expressions = obligation.allRecordExpressions
    return expressions.compactMap { expression in
      use(in: expression.root, of: expression).map(Diagnostic.noHours)
    }
  }

  /// Where hours are used first.
  private static func use(in node: CheckedNode, of expression: CheckedExpression) -> Span? {
    if node.type == .workingHours { return expression.span(node) }
    if case .call(let call) = node.kind, functions.contains(call.name) {
      return expression.span(node)
    }
    return node.parts.lazy.compactMap { use(in: $0, of: expression) }.first
  }
}
