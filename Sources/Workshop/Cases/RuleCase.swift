import Diagnostics
import Evaluation
import Rulebook

/// A test of a rule, as a legal officer writes it beside the rule: records in, verdict out.
package struct RuleCase: Sendable {
  /// What it is about, in the author's words.
  package let note: String
  /// Where the note is written.
  package let span: Span
  /// The obligation under test.
  package let obligation: Obligation
  /// A rulebook of this obligation alone, with the units and records of the case.
  package let request: EvaluationRequest
  /// What should come out, for each unit asked about.
  package let wants: [Want]
}

/// What should come out for one unit.
package struct Want: Sendable {
  /// The code of the unit.
  package let unit: String
  /// The group of its records, where an obligation has a verdict for each; `nil` for the worst.
  package let group: String?
  /// In the order of the keys of `want`.
  package let expectations: [Expectation]

  /// The unit, and the group after a `/`.
  package var name: String { [unit, group].compactMap { $0 }.joined(separator: "/") }
}
