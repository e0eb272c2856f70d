import Diagnostics

/// Makes a checked expression of a text.
package enum ExpressionCompiler {
  /// Parses and checks an expression.
  ///
  /// All mistakes that can be found at once are reported; the expression is `nil` when there is one.
  /// - Parameter expecting: the types the result may have; empty for any.
  package static func compile(
    _ text: MappedText, in scope: Scope, expecting: [ValueType] = []
  ) -> (CheckedExpression?, [Diagnostic]) {
    (nil, [])
  }
}

extension CheckedExpression {
  /// The value for one record.
  package func evaluate(_ activation: some Activation) -> Outcome { .unknown }
}
