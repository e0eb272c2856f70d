import Diagnostics
import Expressions

/// A condition as the lint sees it: what is joined, and single tests of single terms.
struct Condition: Sendable {
  /// What it is made of.
  indirect enum Kind: Sendable {
    case constant(Bool)
    case test(Test)
    case not(Condition)
    /// Joined with `&&`.
    case all([Condition])
    /// Joined with `||`.
    case any([Condition])
    case choice(Condition, then: Condition, otherwise: Condition)
  }

  /// What it is made of.
  let kind: Kind
  /// The part of the expression that says it.
  let node: CheckedNode
  /// Where that is written.
  let span: Span
  /// The same for conditions that say the same, whatever the order of their operands.
  let key: String
  /// Whether it is the value of a `let`, which is looked at by itself.
  let isElsewhere: Bool
}

/// A test of one term: a column, a count, the order of two of these.
struct Test: Sendable {
  /// The same for terms that have the same value.
  let term: String
  /// What the term can be, by declaration.
  let domain: Domain
  /// Why it can be no more than that.
  let reason: Text?
  /// What explains the reason.
  let declaration: Span?
  /// What the term is where the test is true.
  let passing: Domain
  /// What the term is where the test is false.
  let failing: Domain
}
