import Assessment
import Diagnostics
import Evaluation
import Rulebook

/// A test of an index: measures and points of one unit in, points and totals out.
package struct IndexCase: Sendable {
  /// What it is about, in the author's words.
  package let note: String
  /// Where the note is written.
  package let span: Span
  /// The index under test.
  let index: ScoreIndex
  /// What is known of the unit.
  let facts: UnitFacts
  /// The id of the total that is looked at; `nil` for the first.
  let total: String?
  /// What should come out, in the order written.
  let wants: [IndexWant]
}

/// One figure that should come out of an index.
struct IndexWant: Sendable {
  /// `points`, `percent`, `parts.on-time`.
  let key: String
  /// In the notation of cases: `5.88`, `[4, 6]`, `none`, a word.
  let wanted: String
  /// What came out, in the same notation.
  let actual: @Sendable (UnitScore?) -> String
}

/// What came out of a case of an index.
package struct IndexCaseResult: Sendable {
  /// The case.
  package let indexCase: IndexCase
  /// What did not come out as wanted: its key, what was wanted, what came out.
  let mismatches: [(key: String, wanted: String, actual: String)]

  /// Whether everything came out as wanted.
  package var passes: Bool { mismatches.isEmpty }

  /// Runs a case.
  package init(_ indexCase: IndexCase) {
    let totals = indexCase.index.totals
    let total = totals.first { $0.id == indexCase.total } ?? totals.first
    let unit = total.flatMap { IndexScorer.score(indexCase.index, $0, indexCase.facts) }
    self.indexCase = indexCase
    mismatches = indexCase.wants.compactMap { want in
      let actual = want.actual(unit)
      return actual == want.wanted ? nil : (want.key, want.wanted, actual)
    }
  }
}
