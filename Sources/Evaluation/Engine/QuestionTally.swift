import Rulebook
import Tables

/// Adds up the records of a question, slice by slice.
final class QuestionTally {
  /// The question.
  let question: Question
  /// What came of it.
  let totals: Totals
  private let evidence: EvidenceBound

  /// How many records are named.
  struct EvidenceBound: Sendable {
    /// The most.
    var limit: UInt32
    /// Whether that is for all groups of a unit together.
    var isPerUnit = false
  }

  init(_ question: Question, _ evidence: EvidenceBound) {
    self.question = question
    self.evidence = evidence
    totals = Totals(question.parts.map(\.kind))
  }

  /// What the records of a word are.
  private struct Word {
    let pass: UInt64
    let uncounted: UInt64
    let fail: UInt64
    let notDue: UInt64
    let proves: UInt64
    /// Those that the oracle has to be asked about.
    let slow: UInt64
  }

  /// Adds the records of a slice.
  /// - Parameter ask: called with the index, in the slice, of each record that the oracle has to be asked
  ///   about; not with those of a slice that a step of a roll-up has asked about already.
  func add(_ slice: BatchSlice, ask: (Int) -> Void) {
    for (index, step) in question.steps.enumerated() {
      reserve(step)
      for word in 0..<slice.words {
        let found = self.word(word, slice.records(ofWord: word), step)
        count(found, word, step)
        for part in question.parts.indices { add(found, word, step, index, part) }
        if found.proves != 0 { keep(found, word, step, slice) }
        if index == 0 { forEachBit(of: found.slow) { ask(word * 64 + $0) } }
      }
    }
  }

  /// Adds what another thread found.
  func absorb(_ other: QuestionTally) {
    guard let places = question.steps.first?.places.space,
      let theirs = other.question.steps.first?.places.space
    else { return }
    let pairs = zip(question.parts, other.question.parts).map { own, their in
      own.pairs.first.flatMap { own in their.pairs.first.map { own.space.absorb($0.space) } } ?? []
    }
    totals.absorb(other.totals, places: places.absorb(theirs), pairs: pairs)
  }

  private func reserve(_ step: Question.Step) {
    totals.reserve(step.places.space.count)
    for (index, part) in question.parts.enumerated() {
      if let pairs = part.pairs.first { totals.parts[index].seen.reserve(pairs.space.count) }
    }
  }

  // MARK: - What records are

  @inline(__always)
  private func word(_ word: Int, _ records: UInt64, _ step: Question.Step) -> Word {
    let (inScope, outOfScope) = (question.scope.yes.words[word], question.scope.no.words[word])
    let settled = known(question.early, word)
    let isOut = outOfScope | inScope & settled & question.timing.no.words[word]
    let unclear = step.units.unclear.words[word] & ~outOfScope
    let mine = step.units.register.valid.words[word] & records & ~isOut
    let judged =
      mine & inScope & question.timing.yes.words[word] & settled & known(question.late, word)
      & step.places.valid.words[word]
    let notDue = judged & (question.notDue?.words[word] ?? 0)
    let pass = judged & question.condition.yes.words[word] & ~notDue
    let fail = judged & question.condition.no.words[word] & ~notDue
    return split(pass, fail, notDue, word, all: (mine | unclear) & records)
  }

  @inline(__always)
  private func split(
    _ pass: UInt64, _ fail: UInt64, _ notDue: UInt64, _ word: Int, all: UInt64
  ) -> Word {
    var (pass, fail, notDue) = (pass, fail, notDue)
    var proves: UInt64
    switch question.ask.obligation.evidence {
    case .failing: proves = fail
    case .satisfying: proves = pass
    case .custom: proves = question.proof?.yes.words[word] ?? 0
    }
    if let proof = question.proof {
      let known = proof.yes.words[word] | proof.no.words[word]
      (pass, fail, notDue) = (pass & known, fail & known, notDue & known)
    }
    let known = pass | fail | notDue
    proves &= known
    let counted = question.counted?.yes.words[word] ?? .max
    return Word(
      pass: pass & counted, uncounted: pass & ~counted, fail: fail, notDue: notDue,
      proves: proves, slow: all & ~known)
  }

  @inline(__always)
  private func known(_ needs: [Question.Need], _ word: Int) -> UInt64 {
    var known = UInt64.max
    for need in needs { known &= need.known(word) }
    return known
  }

  // MARK: - Adding up

  @inline(__always)
  private func count(_ found: Word, _ word: Int, _ step: Question.Step) {
    let places = step.places.slots + word * 64
    let proves = found.proves
    totals.counts.withNumbers { counts in
      Self.count(found.pass & ~proves, 0, places, counts)
      Self.count(found.uncounted & ~proves, 1, places, counts)
      Self.count(found.fail & ~proves, 2, places, counts)
      Self.count(found.notDue & ~proves, 3, places, counts)
      Self.count(found.pass & proves, 4, places, counts)
      Self.count(found.uncounted & proves, 5, places, counts)
      Self.count(found.fail & proves, 6, places, counts)
      Self.count(found.notDue & proves, 7, places, counts)
    }
  }

  @inline(__always)
  private static func count(
    _ records: UInt64, _ kind: Int, _ places: UnsafeMutablePointer<Int32>,
    _ counts: UnsafeMutablePointer<UInt32>
  ) {
    forEachBit(of: records) { counts[Int(places[$0]) * Totals.Kind.count + kind] &+= 1 }
  }

  private func add(
    _ found: Word, _ word: Int, _ step: Question.Step, _ stepIndex: Int, _ index: Int
  ) {
    let part = question.parts[index]
    let records = found.pass & (part.filter?.yes.words[word] ?? .max)
    if records == 0 { return }
    let places = step.places.slots + word * 64
    totals.parts[index].counts.withNumbers { counts in
      forEachBit(of: records) { counts[Int(places[$0])] &+= 1 }
    }
    guard let value = part.value else { return }
    let values = value.values + word * 64
    switch part.kind {
    case .sum, .mean:
      totals.parts[index].sums.withNumbers { sums in
        forEachBit(of: records) { sums[Int(places[$0])] &+= Int128(values[$0]) }
      }
    case .distinct:
      let pairs = part.pairs[stepIndex].slots + word * 64
      totals.parts[index].seen.withNumbers { seen in
        forEachBit(of: records) { seen[Int(pairs[$0])] = 1 }
      }
    default: rank(records, found.proves, places, values, index)
    }
  }

  private func rank(
    _ records: UInt64, _ proves: UInt64, _ places: UnsafeMutablePointer<Int32>,
    _ values: UnsafeMutablePointer<Int64>, _ index: Int
  ) {
    forEachBit(of: records) { bit in
      let value = PartTotals.RankedValue(
        place: places[bit], value: values[bit], proves: proves >> UInt64(bit) & 1 == 1)
      totals.parts[index].ranked[value, default: 0] += 1
    }
  }

  // MARK: - Evidence

  private func keep(_ found: Word, _ word: Int, _ step: Question.Step, _ slice: BatchSlice) {
    forEachBit(of: found.proves) { bit in
      let index = word * 64 + bit
      let place = step.places.slots[index]
      let owner = evidence.isPerUnit ? step.units.register.slots[index] : place
      totals.keep(
        proof(index, place, kind(of: bit, found), slice), of: Int(owner), limit: evidence.limit)
    }
  }

  private func kind(of bit: Int, _ found: Word) -> Totals.Kind {
    func has(_ word: UInt64) -> Bool { word >> UInt64(bit) & 1 == 1 }
    let possible: Possible = has(found.fail) ? .fail : has(found.notDue) ? .notDue : .pass
    return Totals.Kind(possible, counts: has(found.pass), proves: true)
  }

  private func proof(
    _ index: Int, _ place: Int32, _ kind: Totals.Kind, _ slice: BatchSlice
  ) -> Totals.Proof {
    let (row, word) = (slice.start + index, index / 64)
    func value(_ register: NumberRegister?) -> Int64? {
      guard let register, register.valid.words[word] >> UInt64(index & 63) & 1 == 1 else {
        return nil
      }
      return register.values[index]
    }
    return Totals.Proof(
      place: place, kind: UInt8(kind.number), file: Int32(slice.batch.file),
      piece: Int32(slice.batch.piece), line: Int32(clamping: slice.batch.lines[row]),
      row: Int32(row), due: value(question.due), done: value(question.done))
  }
}
