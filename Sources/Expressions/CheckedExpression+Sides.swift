/// Both sides of a sum or difference, for one record.
package struct Sides: Sendable {
  /// What is added to or subtracted from.
  package let left: Value
  /// What is added or subtracted.
  package let right: Value
  /// Whether it is a difference.
  package let isDifference: Bool
}

extension CheckedExpression {
  /// The values of both sides where the expression, or the branch that it takes, is `a + b` or `a - b`;
  /// `nil` for any other, and where a side has no value.
  package func sides(_ activation: some Activation) -> Sides? {
    var evaluator = Evaluator(source: activation, text: text)
    return evaluator.sides(of: root)
  }

  /// The variable, when the expression is nothing but one.
  package var soleVariable: String? {
    if case .variable(let name) = root.kind { name } else { nil }
  }
}

extension Evaluator {
  fileprivate mutating func sides(of node: CheckedNode) -> Sides? {
    switch node.kind {
    case .conditional(let condition, let then, let otherwise):
      guard case .value(.bool(let truth)) = evaluate(condition) else { return nil }
      return sides(of: truth ? then : otherwise)
    case .call(let call) where ["+", "-"].contains(call.name) && call.arguments.count == 2:
      guard case .value(let left) = evaluate(call.arguments[0]),
        case .value(let right) = evaluate(call.arguments[1])
      else { return nil }
      return Sides(left: left, right: right, isDifference: call.name == "-")
    default: return nil
    }
  }
}
