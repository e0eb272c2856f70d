import Assessment
import Diagnostics
import Numbers

extension TextReport {
  /// Every holder of a post with breaches of their own days, and what nobody answers for.
  func byHead(_ paper: inout Paper) {
    paper.heading(say(Words.byHead))
    let entries = headEntries
    if entries.isEmpty { paper.line(say(Words.worst)) }
    for entry in entries { write(entry, &paper) }
  }

  private struct HeadEntry {
    let heading: String
    let sortKey: [String]
    var items: [(verdict: Verdict, answer: Answer)] = []
  }

  private var headEntries: [HeadEntry] {
    var entries: [String: HeadEntry] = [:]
    for verdict in assessment.verdicts where verdict.outcome == .violated {
      for item in verdict.answers
      where item.counts.failed > 0 || !item.breaches.isEmpty || isSole(verdict) {
        let heading = "\(person(item)) – \(units[verdict.unit]?.name ?? verdict.unit)"
        let key = [verdict.unit, item.from ?? "9", item.holder ?? "9"]
        entries[heading, default: HeadEntry(heading: heading, sortKey: key)].items.append(
          (verdict, item))
      }
    }
    return entries.values.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
  }

  /// Whether a violation rests on no failing record, so that the post answers for it as a whole.
  private func isSole(_ verdict: Verdict) -> Bool { verdict.counts.failed == 0 }

  private func write(_ entry: HeadEntry, _ paper: inout Paper) {
    paper.line(entry.heading)
    for (verdict, answer) in entry.items {
      let title = obligations[verdict.obligation].map { say($0.title) } ?? verdict.obligation
      paper.line("• \(title): \(part(answer))", indent: 2)
      let shown = answer.breaches.prefix(shownRecords)
      if !shown.isEmpty { paper.line(shown.joined(separator: ", "), indent: 4) }
    }
  }

  private func part(_ answer: Answer) -> String {
    let counts = answer.counts
    if counts.failed == 0 { return say(Words.notReached) }
    var words = say(Words.breaches(figures.count(counts.failed)))
    if let share = try? Rational(Int128(counts.passed), over: Int128(counts.passed + counts.failed))
    {
      words +=
        "; "
        + say(
          Words.ownPart(
            figures.count(counts.passed), figures.count(counts.passed + counts.failed),
            figures.percent(share)))
    }
    return words
  }

  /// An answer under a verdict: the post, who held it and from when to when, and how many breaches.
  func answer(_ answer: Answer) -> String {
    let counts =
      answer.counts.failed > 0
      ? ": " + say(Words.breaches(figures.count(answer.counts.failed))) : ""
    return person(answer) + counts
  }

  func person(_ answer: Answer) -> String {
    let words = "\(answer.post) – "
    switch answer.state {
    case .vacant: return words + say(Words.vacant)
    case .undated: return words + say(Words.undated)
    case .noPost: return words + say(Words.noPost)
    case .held: return words + holder(answer)
    case .overlapping: return words + holder(answer) + ", " + say(Words.overlapping)
    }
  }

  private func holder(_ answer: Answer) -> String {
    let kind = say(Words.holding(answer.kind ?? "official"))
    let dates = say(
      Words.since(figures.date(answer.from ?? ""), answer.until.map(figures.date)))
    let delegates = answer.delegates.map { "\(say(Words.delegated)) \($0.holder)" }
    return "\(answer.holder ?? "") (\(([kind, dates] + delegates).joined(separator: ", ")))"
  }
}
