import Assessment
import Diagnostics

/// What is supposed, in words.
extension TrialReport {
  /// Targets shown of those that were in force; one obligation may have many, by unit.
  private static let shownTargets = 3

  /// The as-of where it stays, and the one unit that was asked for.
  func scope(_ paper: inout Paper) {
    if !isOtherAsOf {
      paper.line(field(Words.asOf, "\(figures.date(trial.before.asOf)) (\(trial.zone))"))
    }
    if let unit = trial.after.manifest.options["unit"] { paper.line(field(TrialWords.unit, unit)) }
  }

  func changes(_ paper: inout Paper) {
    paper.heading(say(TrialWords.supposed))
    if isOtherAsOf { asOf(&paper) }
    for change in trial.changes.targets { write(change, &paper) }
    for directive in trial.changes.without {
      let name = "\(directive.number) – \(say(directive.title)) (\(directive.id))"
      paper.line("• \(say(TrialWords.leftOut(name, figures.count(directive.obligations))))")
    }
    if let rules = trial.changes.rules { write(rules, &paper) }
  }

  /// A supposed as-of that is the one in use is said all the same.
  private var isOtherAsOf: Bool {
    trial.before.asOf != trial.after.asOf || trial.changes == Trial.Changes()
  }

  private func asOf(_ paper: inout Paper) {
    let moments = [trial.before.asOf, trial.after.asOf].map(figures.date)
    paper.line("• \(field(Words.asOf, moments.joined(separator: " → "))) (\(trial.zone))")
    let snapshots = trial.after.manifest.inputs.compactMap(\.snapshot)
    if let last = snapshots.max(), last < trial.after.asOf {
      paper.line(say(TrialWords.snapshot(figures.date(last))), indent: 4)
    }
  }

  private func write(_ change: Trial.TargetChange, _ paper: inout Paper) {
    let before = limits(change.before) { "\(limit($0, change.measure)) (\($0.cite))" }
    let after = limits(change.after) { limit($0, change.measure) }
    paper.line("• \(field(TrialWords.target, say(change.title))) (\(change.obligation))")
    paper.line(
      "\(before ?? say(TrialWords.noTarget)) → \(after ?? change.supposed), "
        + say(TrialWords.allUnits), indent: 4)
  }

  private func limits(_ targets: [TargetSummary], _ words: (TargetSummary) -> String) -> String? {
    if targets.isEmpty { return nil }
    let more = targets.count > Self.shownTargets ? ["…"] : []
    return (targets.prefix(Self.shownTargets).map(words) + more).joined(separator: "; ")
  }

  private func write(_ rules: Trial.RulesChange, _ paper: inout Paper) {
    let folders = [rules.before, rules.after].map { $0.joined(separator: ", ") }
    paper.line("• \(field(TrialWords.folders, folders.joined(separator: " → ")))")
    for (label, list) in [(TrialWords.added, rules.added), (TrialWords.removed, rules.removed)]
    where !list.isEmpty {
      paper.line(field(label, figures.count(list.count)), indent: 4)
      for one in list { paper.line("– \(say(one.title)) (\(one.id))", indent: 6) }
    }
  }
}
