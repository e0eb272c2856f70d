import Assessment
import Diagnostics

/// A trial computation for a terminal: what is supposed, totals, then every flip, unit by unit.
package struct TrialReport: Wording, Sendable {
  let trial: Trial
  let language: Language
  let figures: Figures
  private let colour: Bool
  private let width: Int

  /// A report of `trial`, in lines of at most `width` cells.
  package init(_ trial: Trial, language: Language, colour: Bool = false, width: Int = 100) {
    self.trial = trial
    self.language = language
    self.colour = colour
    self.width = max(60, width)
    figures = Figures(language: language)
  }

  /// The whole report.
  package func render() -> String {
    var paper = Paper(width: width)
    paper.line("\(say(TrialWords.title)) \(say(TrialWords.period(trial.period)))")
    paper.line(say(trial.notice))
    scope(&paper)
    changes(&paper)
    summary(&paper)
    byObligation(&paper)
    byUnit(&paper)
    paper.skip()
    paper.line(say(trial.notice))
    return paper.text
  }

  // MARK: - Totals

  private func summary(_ paper: inout Paper) {
    paper.heading(say(Words.summary))
    let heads = [TrialWords.now, TrialWords.then, TrialWords.difference].map(say)
    paper.row(say(TrialWords.verdicts), heads, cell: 10)
    for total in trial.totals {
      paper.row(say(Words.outcome(total.outcome)), cells(total.before, total.after), cell: 10)
    }
    paper.row(
      say(Words.total), cells(trial.totals.before, trial.totals.after), cell: 10)
    paper.skip()
    let all = trial.totals.before + trial.flips.count { $0.before == nil }
    paper.line(
      say(
        trial.flips.isEmpty
          ? TrialWords.nothingFlips
          : TrialWords.flips(figures.count(trial.flips.count), of: figures.count(all))))
    if !trial.remeasured.isEmpty {
      paper.line(say(TrialWords.remeasured(figures.count(trial.remeasured.count))))
    }
  }

  private func cells(_ before: Int, _ after: Int) -> [String] {
    let size = figures.count(abs(after - before))
    let difference = before == after ? "–" : (after > before ? "+" : "−") + size
    return [figures.count(before), figures.count(after), difference]
  }

  // MARK: - By obligation

  private func byObligation(_ paper: inout Paper) {
    if trial.obligations.isEmpty { return }
    paper.heading(say(TrialWords.byObligation))
    for obligation in trial.obligations {
      paper.line("• \(say(obligation.title)) (\(obligation.id))")
      let totals = obligation.totals.map(words)
      paper.line(
        totals.isEmpty ? say(TrialWords.noVerdict) : totals.joined(separator: " · "), indent: 4)
    }
  }

  private func words(_ total: Trial.Total) -> String {
    let counts = total.before == total.after ? [total.before] : [total.before, total.after]
    return field(Words.outcome(total.outcome), counts.map(figures.count).joined(separator: " → "))
  }

  // MARK: - By unit

  private func byUnit(_ paper: inout Paper) {
    guard !trial.flips.isEmpty else { return }
    paper.heading(say(Words.byUnit))
    let flips = Dictionary(grouping: trial.flips, by: \.unit)
    let remeasured = Dictionary(grouping: trial.remeasured, by: \.unit)
    for unit in trial.units {
      guard let own = flips[unit.code] else { continue }
      paper.line("\(unit.name) (\(unit.code))")
      for flip in own { write(flip, &paper) }
      if let other = remeasured[unit.code] {
        paper.line(say(TrialWords.alsoRemeasured(figures.count(other.count))), indent: 2)
      }
    }
  }

  private func write(_ flip: Flip, _ paper: inout Paper) {
    let group = flip.group.map { " – \($0)" } ?? ""
    let period = flip.period == trial.period ? "" : " (\(say(Explaining.period(flip.period))))"
    paper.line(
      "\(badge(flip.before, TrialWords.notYet)) → \(badge(flip.after, TrialWords.noMore)) "
        + say(flip.title) + group + period, indent: 2)
    let lines = [
      line(Words.result, flip) { measure($0.measured, $0.counts, $0.bounds, $0.measure) },
      line(TrialWords.target, flip, target),
      hasBreaches(flip)
        ? line(TrialWords.breaches, flip) { figures.count($0.counts.failed) } : nil,
      flip.after?.reason.map { say(Words.reason($0)) },
    ]
    for line in lines.compactMap(\.self) { paper.line(line, indent: 6) }
    for part in (flip.before?.parts ?? []) { write(part, TrialWords.now, flip.before, &paper) }
    for part in (flip.after?.parts ?? []) { write(part, TrialWords.then, flip.after, &paper) }
  }

  private func hasBreaches(_ flip: Flip) -> Bool {
    [flip.before, flip.after].contains { ($0?.counts.failed ?? 0) > 0 }
  }

  private func write(
    _ part: Verdict.Part, _ side: Text, _ standing: Flip.Standing?, _ paper: inout Paper
  ) {
    let words = describe(part, standing?.measure ?? .share)
    paper.line("– \(say(side).lowercased()): \(words)", indent: 6)
  }

  /// What both sides say, once where it is the same; `nil` where neither says anything.
  private func line(
    _ label: Text, _ flip: Flip, _ words: (Flip.Standing) -> String?
  ) -> String? {
    let sides = [flip.before, flip.after].compactMap(\.self).compactMap(words)
    guard let first = sides.first, let last = sides.last else { return nil }
    return field(label, first == last ? first : "\(first) → \(last)")
  }

  private func target(_ standing: Flip.Standing) -> String? {
    guard standing.parts.isEmpty else { return nil }
    guard let target = standing.target else { return say(TrialWords.noTarget) }
    let short = standing.shortfall.map {
      " (\(say(Words.missing($0, target.comparison.isShort(standing.measured?.value)))))"
    }
    return limit(target, standing.measure) + (short ?? "")
  }

  private func badge(_ standing: Flip.Standing?, _ none: Text) -> String {
    let words = "[\((standing.map { say(Words.outcome($0.outcome)) } ?? say(none)).uppercased())]"
    guard colour, let outcome = standing?.outcome else { return words }
    let code = outcome == .violated ? "31" : outcome == .met ? "32" : "33"
    return "\u{1B}[\(code)m\(words)\u{1B}[0m"
  }
}

extension [Trial.Total] {
  fileprivate var before: Int { reduce(0) { $0 + $1.before } }
  fileprivate var after: Int { reduce(0) { $0 + $1.after } }
}
