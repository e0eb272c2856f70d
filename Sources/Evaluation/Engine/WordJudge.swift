import Rulebook

/// Says what the records of a word of masks are for a question.
struct WordJudge {
  /// What they are, a bit for each record.
  struct Word {
    let pass: UInt64
    /// Passing records that are not among those counted.
    let uncounted: UInt64
    let fail: UInt64
    let notDue: UInt64
    /// Those that prove a violation.
    let proves: UInt64
    /// Those that the oracle has to be asked about.
    let slow: UInt64

    /// What a record is that proves a violation.
    func kind(of bit: Int) -> Totals.Kind {
      func has(_ word: UInt64) -> Bool { word >> UInt64(bit) & 1 == 1 }
      let possible: Possible = has(fail) ? .fail : has(notDue) ? .notDue : .pass
      return Totals.Kind(possible, counts: has(pass), proves: true)
    }
  }

  private typealias Words = UnsafeMutablePointer<UInt64>

  private let inScope: Words
  private let outOfScope: Words
  private let inTime: Words
  private let outOfTime: Words
  private let passes: Words
  private let fails: Words
  private let waits: Words
  private let counted: Words
  private let early: Words
  private let late: Words
  private let provesIf: Words
  private let hasUnit: Words
  private let hasNoClearUnit: Words
  private let hasPlace: Words
  private let provesIfFailing: UInt64
  private let provesIfPassing: UInt64

  /// The judge of a question, which must stay, for a step of a roll-up: whose records are whose.
  init(_ question: Question, _ step: Question.Step) {
    (inScope, outOfScope) = (question.scope.yes.words, question.scope.no.words)
    (inTime, outOfTime) = (question.timing.yes.words, question.timing.no.words)
    (passes, fails) = (question.condition.yes.words, question.condition.no.words)
    (waits, counted) = (question.notDue.words, question.counted.words)
    (early, late) = (question.early.words, question.late.words)
    provesIf = question.proof.words
    (hasUnit, hasPlace) = (step.units.register.valid.words, step.places.valid.words)
    hasNoClearUnit = step.units.unclear.words
    switch question.ask.obligation.evidence {
    case .failing: (provesIfFailing, provesIfPassing) = (.max, 0)
    case .satisfying: (provesIfFailing, provesIfPassing) = (0, .max)
    case .custom: (provesIfFailing, provesIfPassing) = (.max, .max)
    }
    isCustom = if case .custom = question.ask.obligation.evidence { .max } else { 0 }
  }

  /// All ones where a condition of its own says which records prove a violation.
  private let isCustom: UInt64

  /// What the records of a word are.
  /// - Parameter records: those that there are.
  @inline(__always)
  func word(_ word: Int, _ records: UInt64) -> Word {
    let (isIn, settled) = (inScope[word], early[word])
    let isOut = outOfScope[word] | isIn & settled & outOfTime[word]
    let unclear = hasNoClearUnit[word] & ~outOfScope[word]
    let mine = hasUnit[word] & records & ~isOut
    let judged =
      mine & isIn & inTime[word] & settled & late[word] & hasPlace[word]
    let notDue = judged & waits[word]
    let pass = judged & passes[word] & ~notDue
    let fail = judged & fails[word] & ~notDue
    let proves =
      provesIf[word] & (fail & provesIfFailing | pass & provesIfPassing | notDue & isCustom)
    let known = pass | fail | notDue
    return Word(
      pass: pass & counted[word], uncounted: pass & ~counted[word], fail: fail, notDue: notDue,
      proves: proves, slow: (mine | unclear) & records & ~known)
  }
}
