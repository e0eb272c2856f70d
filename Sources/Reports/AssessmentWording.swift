import Assessment
import Calendars
import Diagnostics
import Numbers

/// What reports say alike of the verdicts of an assessment.
protocol AssessmentWording: Wording {
  var assessment: Assessment { get }
  /// The obligations by id.
  var obligations: [String: ObligationSummary] { get }
}

extension AssessmentWording {
  /// How many verdicts there are of each outcome, worst first.
  func tally(_ verdicts: [Verdict]) -> String {
    Verdict.Outcome.allCases.compactMap { outcome in
      let count = verdicts.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(say(Words.outcome(outcome)).lowercased()) \(count)"
    }.joined(separator: ", ")
  }

  /// The number with what it is made of: `45/50 (90%), chưa đến hạn 3, chưa xác định 2`.
  func measure(_ verdict: Verdict) -> String {
    let kind = obligations[verdict.obligation]?.measure ?? .share
    return measure(verdict.measured, verdict.counts, verdict.bounds, kind)
  }

  /// Why nothing can be said; of a longer period, which months are missing.
  func reason(_ reason: Verdict.Reason, _ verdict: Verdict) -> String {
    guard reason == .missingHandIn, let missing = verdict.missingMonths else {
      return say(Words.reason(reason))
    }
    return say(Words.lackingMonths(months(missing)))
  }

  /// What was asked for, who says so, and how much is missing.
  func target(_ target: TargetSummary, _ verdict: Verdict) -> String {
    let kind = obligations[verdict.obligation]?.measure ?? .share
    var words = "\(limit(target, kind)) (\(target.cite))"
    if let shortfall = verdict.shortfall {
      words +=
        "; " + say(Words.missing(shortfall, target.comparison.isShort(verdict.measured?.value)))
    }
    return words
  }

  /// The article with the number of its directive, and the duty in a few words.
  func cite(_ citation: CitationSummary, _ directive: String?) -> String {
    let number = assessment.directives.first { $0.id == directive }?.number
      .nonRepeated(in: citation.cite)
    let source = [citation.cite, number].compactMap { $0 }.joined(separator: " ")
    return source + (citation.says.map { " – \($0)" } ?? "")
  }

  /// The key of a record, when it was due and when done.
  func describe(_ record: EvidenceRecord) -> String {
    var words = record.key
    if let due = record.due {
      words +=
        ": \(say(Words.due(figures.date(due)))), "
        + say(Words.done(record.done.map(figures.date)))
    }
    return words
  }

  /// The days of a period that has ends of its own.
  func days(_ window: Verdict.Window) -> String {
    say(Words.window(figures.date(window.first), figures.date(window.last), window.time))
  }

  /// Months, with those that follow each other taken together: `2025-01 – 2025-03, 2025-07`.
  func months(_ names: [String]) -> String {
    let stretches = names.reduce(into: [(first: String, last: String)]()) { stretches, name in
      if let before = stretches.last, Period(before.last)?.next?.name == name {
        stretches[stretches.count - 1].last = name
      } else {
        stretches.append((name, name))
      }
    }
    return stretches.map { $0.first == $0.last ? $0.first : "\($0.first) – \($0.last)" }
      .joined(separator: ", ")
  }

  /// Under a verdict: what took the place of its obligation.
  func replaced(_ replacement: Replacement) -> String {
    let words = Words.replacedBy(
      say(replacement.title), replacement.document, figures.date(replacement.from))
    return say(words) + reason(replacement)
  }

  /// Why something took the place of something else.
  func reason(_ replacement: Replacement) -> String {
    ": " + replacement.because + (replacement.cite.map { " (\($0))" } ?? "")
  }

  /// The outcome in capitals; a waived one with the numbers of its documents.
  func words(of verdict: Verdict) -> String {
    guard verdict.outcome == .waived, let waived = verdict.waived else {
      return say(Words.outcome(verdict.outcome)).uppercased()
    }
    let documents = Set(waived.waivers.map(\.document)).sorted().joined(separator: ", ")
    return say(Words.waivedUnder("")).uppercased() + documents
  }

  /// The documents, how much they set apart, and what it would be without them.
  func waived(_ verdict: Verdict) -> [String] {
    guard let waived = verdict.waived else { return [] }
    let records = figures.count(waived.counts.total)
    return waived.waivers.map(document)
      + [
        field(Words.setApart, say(Words.cases(records, own(waived.counts)))),
        field(Words.counted, counted(waived.counted, verdict)),
      ]
  }

  private func document(_ waiver: Verdict.AppliedWaiver) -> String {
    let days = say(Words.since(figures.date(waiver.from), figures.date(waiver.until)))
    return say(Words.waivedUnder(waiver.document))
      + " (\(waiver.approver); \(days)): \(waiver.reason)"
  }

  private func own(_ counts: Verdict.Counts) -> String {
    let parts: [(Int, Text)] = [
      (counts.passed, Words.outcome(.met)), (counts.failed, Words.outcome(.violated)),
    ]
    let known = parts.filter { $0.0 > 0 }.map {
      "\(say($0.1).lowercased()) \(figures.count($0.0))"
    }
    let open = [
      counts.notDue > 0 ? say(Words.notDue(figures.count(counts.notDue))) : nil,
      counts.unknown > 0 ? say(Words.unknown(figures.count(counts.unknown))) : nil,
    ].compactMap { $0 }
    return (known + open).joined(separator: ", ")
  }

  private func counted(_ part: Verdict.Part, _ verdict: Verdict) -> String {
    let kind = obligations[verdict.obligation]?.measure ?? .share
    return "\(say(Words.outcome(part.outcome)).lowercased()), "
      + (part.measured.map { fraction($0, kind) } ?? say(Words.none))
  }

  /// The breaches that are somebody's own, and their own share.
  func part(_ answer: Answer) -> String {
    let counts = answer.counts
    if counts.failed == 0 { return say(Words.notReached) }
    var words = say(Words.breaches(figures.count(counts.failed)))
    if let share = counts.share {
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

  /// The post, and who held it from when to when.
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

extension String {
  /// Itself, unless `words` already hold it.
  fileprivate func nonRepeated(in words: String) -> String? { words.contains(self) ? nil : self }
}
