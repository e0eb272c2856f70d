import Diagnostics

/// What came of evaluating an expression.
package enum Outcome: Sendable {
  case value(Value)
  case error(EvaluationError)
  /// It depends on a cell that could not be understood.
  case unknown
}

/// Why an expression has no value.
package struct EvaluationError: Error, Sendable, Hashable {
  /// Who is to blame.
  package enum Kind: Sendable, Hashable {
    /// An empty cell was used.
    case emptyCell(ColumnPath)
    /// The rule failed on values that were all known: 1/0, overflow, a year the calendar lacks.
    case rule
  }

  /// Who is to blame.
  package let kind: Kind
  /// One sentence: what went wrong.
  package let message: Text
  /// The part of the expression that failed.
  package let span: Span?

  /// An error from its parts.
  package init(kind: Kind, message: Text, span: Span? = nil) {
    self.kind = kind
    self.message = message
    self.span = span
  }
}
