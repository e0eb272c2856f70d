import Assessment
import Diagnostics
import Evaluation
import Expressions
import Rulebook

/// A part of an expression that cases should see both true and false.
package struct Branch: Sendable {
  /// The key of the expression: `where`, `let limit`, `binds.when`.
  package let role: String
  /// Where the part is written.
  package let span: Span
  /// The part as written.
  package let text: String
  /// The values that some case gave it.
  package fileprivate(set) var seen: Set<Bool> = []

  /// The values that no case gave it, true first.
  package var missing: [Bool] { [true, false].filter { !seen.contains($0) } }
}

/// How much of an obligation its cases try out.
package struct ObligationCoverage: Sendable {
  /// The obligation.
  package let obligation: Obligation
  /// How many verdicts of cases came to each outcome.
  package private(set) var outcomes: [Verdict.Outcome: Int] = [:]
  /// In the order of evaluation.
  package private(set) var branches: [Branch]

  /// The outcomes that need a case.
  ///
  /// Without a target there are only *no target* and *not applicable*. A rule never is the latter whose
  /// `when-empty` says something else, or which adds up records: none of them make nought.
  package var required: [Verdict.Outcome] {
    let isSum = !obligation.measure.isPerRecord
    if obligation.targets.isEmpty { return isSum ? [.noTarget] : [.noTarget, .notApplicable] }
    let judged: [Verdict.Outcome] = [.met, .violated, .undetermined]
    return obligation.whenEmpty == .notApplicable && !isSum ? judged + [.notApplicable] : judged
  }

  /// The outcomes that need a case and have none.
  package var missingOutcomes: [Verdict.Outcome] {
    required.filter { outcomes[$0, default: 0] == 0 }
  }

  /// The branches that no case saw both true and false.
  package var missingBranches: [Branch] { branches.filter { !$0.missing.isEmpty } }

  /// Whether nothing is missing.
  package var isComplete: Bool { missingOutcomes.isEmpty && missingBranches.isEmpty }

  /// What some cases, all of this obligation, try out.
  init(_ obligation: Obligation, _ results: [CaseResult]) {
    self.obligation = obligation
    var seen: [Span: Set<Bool>] = [:]
    for unit in results.flatMap(\.units) {
      for verdict in unit.verdicts { outcomes[verdict.outcome, default: 0] += 1 }
      for inspected in unit.conditions + unit.records.flatMap(\.expressions) {
        for part in inspected.traced {
          guard case .value(.bool(let value)) = part.outcome else { continue }
          seen[inspected.expression.text.span(part.range), default: []].insert(value)
        }
      }
    }
    branches = Inspector.expressions(of: obligation).flatMap { role, expression in
      expression.branches.map { range in
        let span = expression.text.span(range)
        return Branch(role: role, span: span, text: span.text, seen: seen[span] ?? [])
      }
    }
  }

  /// The coverage of every obligation of a rulebook, by id.
  package static func all(_ rulebook: Rulebook, _ results: [CaseResult]) -> [ObligationCoverage] {
    let byObligation = Dictionary(grouping: results) { $0.ruleCase.obligation.fullID }
    return rulebook.obligations.map { ObligationCoverage($0, byObligation[$0.fullID] ?? []) }
  }
}
