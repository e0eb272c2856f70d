import Assessment

/// Who held a post of a unit, or the lack of a holder, with all violations that they answer for.
struct AnsweringHead {
  /// The code of the unit.
  let unit: String
  /// The holding, without the counts and breaches of any one verdict.
  let answer: Answer
  /// The violations, each with the head's own part of it; in the order of the assessment.
  fileprivate(set) var items: [(verdict: Verdict, answer: Answer)] = []

  /// How many breaches are theirs.
  var failed: Int { items.reduce(0) { $0 + $1.answer.counts.failed } }

  fileprivate var order: [String] {
    [unit, answer.from ?? "9", answer.holder ?? "9", answer.post, answer.state.rawValue]
  }
}

extension Assessment {
  /// Every holder of a post with breaches of their own days, and what nobody answers for; by unit, then by
  /// the day they came in.
  var answeringHeads: [AnsweringHead] {
    var heads: [Holding: AnsweringHead] = [:]
    for verdict in verdicts where verdict.outcome == .violated {
      for answer in verdict.answers where verdict.isFor(answer) {
        let holding = Holding(unit: verdict.unit, answer: answer.withoutRecords)
        heads[holding, default: AnsweringHead(unit: verdict.unit, answer: holding.answer)]
          .items.append((verdict, answer))
      }
    }
    return heads.values.sorted { $0.order.lexicographicallyPrecedes($1.order) }
  }

  private struct Holding: Hashable {
    let unit: String
    let answer: Answer
  }
}

extension Verdict {
  /// Whether somebody answers for breaches of their own, or for a violation that rests on no failing record
  /// and is the post's as a whole.
  fileprivate func isFor(_ answer: Answer) -> Bool {
    answer.counts.failed > 0 || !answer.breaches.isEmpty || counts.failed == 0
  }
}

extension Answer {
  fileprivate var withoutRecords: Answer {
    var holding = self
    holding.counts = Verdict.Counts()
    holding.breaches = []
    return holding
  }
}
