import Diagnostics

/// Makes a checked expression of a text.
package enum ExpressionCompiler {
  /// Parses and checks an expression.
  ///
  /// All mistakes that can be found at once are reported; the expression is `nil` when there is one.
  /// - Parameter expecting: the types the result may have; empty for any. An `int` also serves as
  ///   a `decimal`.
  package static func compile(
    _ text: MappedText, in scope: Scope, expecting: [ValueType] = []
  ) -> (CheckedExpression?, [Diagnostic]) {
    let (syntax, slips) = Parser.parse(text, scope.dialect)
    guard let syntax else { return (nil, slips) }
    var checker = Checker(text, scope)
    let root = checker.checkWhole(syntax, expecting: expecting)
    let diagnostics = (slips + checker.diagnostics).sorted(by: Diagnostic.inOrder)
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    let expression = CheckedExpression(
      text: text, type: root.type.settled, root: root, columns: checker.columns,
      reads: checker.reads, relations: checker.relations, variables: checker.variables)
    return (expression, diagnostics)
  }
}
