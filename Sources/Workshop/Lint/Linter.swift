import Diagnostics
import Foundation
import Rulebook
import Tables

/// Looks for what is wrong with rules that load: conditions that decide nothing, targets that nobody
/// can reach, texts without a clause or source, what nobody uses.
package enum Linter {
  /// The findings, all of them warnings, in the order of files and lines.
  /// - Parameter loading: what loading found; rule authors may accept its warnings too.
  package static func findings(
    in rulebook: Rulebook, besides loading: [Diagnostic] = []
  ) -> [Diagnostic] {
    let found = loading + findings(RuleView(rulebook))
    let left = found.filter { finding in
      finding.severity == .error || !rulebook.allowances.contains { $0.covers(finding) }
    }
    let idle = rulebook.allowances.filter { !found.contains(where: $0.covers) }
    return (left + idle.map(Diagnostic.nothingToAllow)).sorted(by: Diagnostic.inOrder)
  }

  private static func findings(_ view: RuleView) -> [Diagnostic] {
    let obligations = view.rulebook.obligations
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let found = sideBySide(obligations.count, threads: threads) { findings(obligations[$0], view) }
    return found.flatMap(\.self) + view.rulebook.directives.flatMap(Citations.findings)
      + ObligationConditions.findings(view) + Overlaps.findings(view) + Unused.findings(view)
      + IdleWaivers.findings(view) + UnitWords.findings(view) + Blanks.findings(view.rulebook)
  }

  private static func findings(_ obligation: Obligation, _ view: RuleView) -> [Diagnostic] {
    let sight = view.sight(of: obligation)
    return ObligationConditions.findings(obligation, sight)
      + Deadlines.findings(obligation, sight) + Reach.findings(obligation, sight)
      + TimeKinds.findings(obligation, sight) + Citations.findings(obligation)
      + WorkingTime.findings(obligation, view.rulebook)
  }
}

extension Allowance {
  /// Whether it accepts a finding.
  fileprivate func covers(_ finding: Diagnostic) -> Bool {
    finding.primary.map { covers(finding.code, at: $0.span) } ?? false
  }
}

/// A rulebook, and what the names in its expressions stand for.
struct RuleView {
  /// The rules.
  let rulebook: Rulebook
  private let datasets: [String: Dataset]

  /// A view of a rulebook.
  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    let all = rulebook.datasets + [rulebook.units]
    datasets = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
  }

  /// What the expressions of an obligation see.
  func sight(of obligation: Obligation) -> Sight {
    Sight(obligation, datasets)
  }

  /// What a check of records sees.
  func sight(of check: DataCheck) -> Sight {
    Sight(of: datasets[check.dataset], among: datasets)
  }
}
