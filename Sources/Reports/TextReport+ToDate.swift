import Assessment
import Calendars
import Diagnostics
import Numbers

extension TextReport {
  /// How far each longer period stands: a few lines an obligation, however many units there are.
  func toDate(_ paper: inout Paper) {
    let verdicts = assessment.verdicts.filter { $0.outcome == .toDate }
    if verdicts.isEmpty { return }
    paper.heading(say(Words.toDate))
    paper.line(say(Words.notJudged))
    let groups = Dictionary(grouping: verdicts) { [$0.obligation, $0.period] }
    for group in groups.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      write(toDate: group.value, &paper)
    }
  }

  private func write(toDate verdicts: [Verdict], _ paper: inout Paper) {
    guard let one = verdicts.first else { return }
    paper.line("• " + heading(one, verdicts))
    let shown = verdicts.sorted(by: furthestFirst).prefix(shownRecords)
    for verdict in shown {
      let unit = units[verdict.unit]?.name ?? verdict.unit
      paper.line("\(unit): \(measure(verdict))", indent: 4)
    }
    if verdicts.count > shown.count {
      paper.line(say(Words.moreUnits(verdicts.count - shown.count)), indent: 4)
    }
    let lacking = verdicts.compactMap(\.missingMonths)
    if !lacking.isEmpty {
      let names = months(Set(lacking.joined()).sorted())
      paper.line(say(Words.lackingMonths(names, lacking.count)), indent: 4)
    }
  }

  /// The title, the period, what is asked for, and all units together.
  private func heading(_ one: Verdict, _ verdicts: [Verdict]) -> String {
    let obligation = obligations[one.obligation]
    let kind = obligation?.measure ?? .share
    let days = one.window.map { " (\(self.days($0)))" } ?? ""
    let targets = Set(
      verdicts.compactMap { verdict in
        verdict.target.map { "\(figures.comparison($0.comparison, kind)) (\($0.cite))" }
      })
    let parts = [
      (obligation.map { say($0.title) } ?? one.obligation) + " – \(one.period)\(days)",
      targets.isEmpty ? nil : targets.sorted().joined(separator: "; "),
      verdicts.count > 1 ? total(verdicts, kind) : nil,
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  /// All units together, where that means something: passed of all.
  private func total(_ verdicts: [Verdict], _ kind: MeasureKind) -> String? {
    let passed = verdicts.reduce(0) { $0 + $1.counts.passed }
    let all = verdicts.reduce(0) { $0 + $1.counts.passed + $1.counts.failed }
    guard kind == .share, let share = try? Rational(Int128(passed), over: Int128(all)) else {
      return nil
    }
    let measured = "\(figures.count(passed))/\(figures.count(all)) (\(figures.percent(share)))"
    return say(Words.total(figures.count(verdicts.count), measured))
  }

  /// Those furthest from what their target asks for come first, those without a number last.
  private func furthestFirst(_ left: Verdict, _ right: Verdict) -> Bool {
    let isLower = (left.target ?? right.target)?.comparison.isLower ?? true
    guard let first = left.measured?.value, let second = right.measured?.value, first != second
    else {
      let hasNone = (left.measured == nil, right.measured == nil)
      return hasNone.0 != hasNone.1 ? hasNone.1 : left.unit < right.unit
    }
    return isLower ? first < second : first > second
  }
}
