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

    /// The records of a kind, by its number.
    @inline(__always)
    func records(ofKind number: Int) -> UInt64 {
      let records =
        switch number & 3 {
        case 0: pass
        case 1: uncounted
        case 2: fail
        default: notDue
        }
      return records & (number < 4 ? ~proves : proves)
    }

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
  private let provesIfFailing: UInt64
  private let provesIfPassing: UInt64

  /// The judge of a question, which must stay.
  init(_ question: Question) {
    (inScope, outOfScope) = (question.scope.yes.words, question.scope.no.words)
    (inTime, outOfTime) = (question.timing.yes.words, question.timing.no.words)
    (passes, fails) = (question.condition.yes.words, question.condition.no.words)
    (waits, counted) = (question.notDue.words, question.counted.words)
    (early, late) = (question.early.words, question.late.words)
    provesIf = question.proof.words
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
  /// - Parameters:
  ///   - records: those that there are.
  ///   - step: whose they are.
  @inline(__always)
  func word(_ word: Int, _ records: UInt64, _ step: Question.Step) -> Word {
    let (isIn, settled) = (inScope[word], early[word])
    let isOut = outOfScope[word] | isIn & settled & outOfTime[word]
    let unclear = step.units.unclear.words[word] & ~outOfScope[word]
    let mine = step.units.register.valid.words[word] & records & ~isOut
    let judged =
      mine & isIn & inTime[word] & settled & late[word] & step.places.valid.words[word]
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
