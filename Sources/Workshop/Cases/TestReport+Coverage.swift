import Assessment
import Diagnostics

extension TestReport {
  private static let outcomes: [Verdict.Outcome] = [
    .met, .violated, .undetermined, .notApplicable, .noTarget,
  ]

  /// A line an obligation, and under it what no case tries out.
  func table(_ coverage: [ObligationCoverage]) -> [String] {
    guard !coverage.isEmpty else { return [] }
    let names = [Text.obligationColumn.in(language)] + coverage.map(\.obligation.fullID)
    let width = names.map(DisplayWidth.of).max() ?? 0
    let words = Self.outcomes.map(\.rawValue) + [Text.branchColumn.in(language)]
    let rows = coverage.flatMap { one in
      [row(one.obligation.fullID, cells(one), words, width)] + gaps(one).map { "  " + $0 }
    }
    return [Text.coverage.in(language), row(names[0], words, words, width)] + rows + [""]
  }

  private func row(_ name: String, _ cells: [String], _ words: [String], _ width: Int) -> String {
    let padding = String(repeating: " ", count: width - DisplayWidth.of(name))
    return zip(cells, words).reduce(name + padding) { line, pair in
      let width = DisplayWidth.of(pair.1) + 2 - DisplayWidth.of(pair.0)
      return line + String(repeating: " ", count: max(1, width)) + pair.0
    }
  }

  private func cells(_ coverage: ObligationCoverage) -> [String] {
    let counts = Self.outcomes.map { outcome in
      let count = coverage.outcomes[outcome, default: 0]
      return count == 0 && !coverage.required.contains(outcome) ? "–" : String(count)
    }
    let seen = coverage.branches.reduce(0) { $0 + $1.seen.count }
    return counts + ["\(seen)/\(coverage.branches.count * 2)"]
  }

  private func gaps(_ coverage: ObligationCoverage) -> [String] {
    coverage.missingOutcomes.map { Text.missingOutcome($0).in(language) }
      + coverage.missingBranches.map { Text.missingBranch($0).in(language) }
  }
}
