import Rulebook
import Tables

/// Adds up the records of a question, slice by slice.
final class QuestionTally {
  /// The question.
  let question: Question
  /// What came of it.
  let totals: Totals
  private let evidence: EvidenceBound
  /// The records with keys that prove a violation, where keys are wanted while records are read.
  private let keyed: SmallestKeys
  /// Where all records that prove a violation are put aside, and this tally's number there; `nil` where
  /// nobody asks for them.
  private let spool: (all: ProofSpool, number: Int)?
  /// One for each step of a roll-up.
  private let judges: [WordJudge]
  private let words: UnsafeMutablePointer<WordJudge.Word>
  /// How many owners have all the records that are named.
  private var fullOwners = 0
  /// Where threads tell each other of these, as long as they number owners alike.
  private let filled: FilledOwners?
  private let number: Int
  private var piece: FilledOwners.Piece?

  /// How many records are named.
  struct EvidenceBound: Sendable {
    /// The most.
    var limit: UInt32
    /// Whether that is for all groups of a unit together.
    var isPerUnit = false
  }

  /// - Parameters:
  ///   - number: the same of the same question on all threads.
  ///   - filled: shared by all threads.
  init(
    _ question: Question, _ evidence: EvidenceBound, number: Int, filled: FilledOwners,
    spool: ProofSpool? = nil
  ) {
    (self.question, self.evidence, self.number) = (question, evidence, number)
    self.spool = spool.map { ($0, number) }
    let isByUnit = question.steps.allSatisfy { $0.places === $0.units.register }
    self.filled = evidence.isPerUnit || isByUnit ? filled : nil
    totals = Totals(question.parts)
    keyed = SmallestKeys(limit: Int(evidence.limit))
    judges = question.steps.map { WordJudge(question, $0) }
    words = .allocate(capacity: Slice.words)
  }

  deinit { words.deallocate() }

  /// Adds the records of a slice.
  /// - Parameter ask: called with the index, in the slice, of each record that the oracle has to be asked
  ///   about; not with those of a slice that a step of a roll-up has asked about already.
  func add(_ slice: BatchSlice, ask: (Int) -> Void) {
    for (index, step) in question.steps.enumerated() {
      let (places, units) = (step.places.space.count, step.units.register.space.count)
      let owners = evidence.isPerUnit ? units : places
      totals.reserve(places, owners: owners * question.steps.count)
      begin(FilledOwners.Piece(of: slice.batch))
      let found = judge(slice, judges[index])
      totals.counts.add(words, slice.words, step.places.slots)
      for part in totals.parts { part.add(words, slice.words, step.places.slots, step: index) }
      if found.proves != 0 {
        keep(slice, step, index)
        putAside(slice, step)
      }
      if index > 0 || found.slow == 0 { continue }
      for word in 0..<slice.words { forEachBit(of: words[word].slow) { ask(word * 64 + $0) } }
    }
  }

  /// Asks no more for records of owners who have enough before a piece, when it begins.
  private func begin(_ piece: FilledOwners.Piece) {
    guard let filled, piece != self.piece else { return }
    self.piece = piece
    let kept = totals.keptCounts
    for owner in filled.filled(of: number, before: piece) where kept[owner] < evidence.limit {
      kept[owner] = evidence.limit
      fullOwners += 1
    }
  }

  /// An owner has as many records as are named.
  private func fill(_ owner: Int) {
    fullOwners += 1
    if let piece { filled?.fill(owner, of: number, by: piece) }
  }

  /// Says what the records of a slice are; and whether any proves a violation, or needs the oracle.
  private func judge(
    _ slice: BatchSlice, _ judge: WordJudge
  ) -> (proves: UInt64, slow: UInt64) {
    var (proves, slow): (UInt64, UInt64) = (0, 0)
    let words = words
    for index in 0..<slice.words {
      let word = judge.word(index, slice.records(ofWord: index))
      words[index] = word
      proves |= word.proves
      slow |= word.slow
    }
    return (proves, slow)
  }

  /// Adds the places of another thread, before `absorb`: tallies share them.
  func absorbPlaces(_ other: QuestionTally) {
    _ = places(of: other)
    _ = pairs(of: other)
  }

  private func places(of other: QuestionTally) -> [Int32] {
    guard let own = question.steps.first?.places.space,
      let theirs = other.question.steps.first?.places.space
    else { return [] }
    return own.absorb(theirs)
  }

  private func pairs(of other: QuestionTally) -> [[Int32]] {
    zip(question.parts, other.question.parts).map { own, their in
      own.pairs.first.flatMap { own in their.pairs.first.map { own.space.absorb($0.space) } } ?? []
    }
  }

  /// Adds what another thread found.
  func absorb(_ other: QuestionTally) {
    let places = places(of: other)
    totals.absorb(other.totals, places: places, pairs: pairs(of: other))
    keyed.absorb(
      other.keyed, owners: evidence.isPerUnit ? Array(0..<units) : places, places: places)
  }

  /// Puts the records with keys beside those without, when all threads' are there.
  func finish() { keyed.move(to: totals) }

  private var units: Int32 { Int32(question.steps.first?.units.register.space.count ?? 0) }

  // MARK: - Evidence

  /// Records come in order within a step of a roll-up only, so each step keeps its own first ones.
  private func keep(_ slice: BatchSlice, _ step: Question.Step, _ stepIndex: Int) {
    let steps = question.steps.count
    let owners = evidence.isPerUnit ? step.units.register.slots : step.places.slots
    if fullOwners == totals.ownerCount, slice.batch.keys == nil { return }
    let (kept, limit, words) = (totals.keptCounts, evidence.limit, words)
    let keys = slice.batch.keys?.texts
    if let keys { keep(slice, step, owners, keys) }
    for word in 0..<slice.words {
      let keyed = keys?.present.words[slice.start / 64 + word] ?? 0
      forEachBit(of: words[word].proves & ~keyed) { bit in
        let owner = Int(owners[word * 64 + bit]) * steps + stepIndex
        if kept[owner] < limit {
          kept[owner] += 1
          if kept[owner] == limit { fill(owner) }
          keep(slice, step, word * 64 + bit, words[word].kind(of: bit))
        }
      }
    }
  }

  private func keep(
    _ slice: BatchSlice, _ step: Question.Step, _ index: Int, _ kind: Totals.Kind
  ) {
    totals.keep(
      proof(index, step.places.slots[index], kind, slice),
      question.due == nil ? nil : moments(index))
  }

  /// Keeps the records that have a key, of which the smallest are wanted.
  private func keep(
    _ slice: BatchSlice, _ step: Question.Step, _ owners: UnsafeMutablePointer<Int32>,
    _ keys: ColumnCells
  ) {
    let space = evidence.isPerUnit ? step.units.register.space : step.places.space
    keyed.reserve(space.count)
    keys.withTexts { texts in keep(slice, step, owners, keys.present, texts) }
  }

  private func keep(
    _ slice: BatchSlice, _ step: Question.Step, _ owners: UnsafeMutablePointer<Int32>,
    _ present: Bitmap, _ texts: ColumnCells.Texts
  ) {
    for word in 0..<slice.words {
      let found = words[word]
      forEachBit(of: found.proves & present.words[slice.start / 64 + word]) { bit in
        let index = word * 64 + bit
        let owner = Int(owners[index])
        let text = texts[slice.start + index]
        guard keyed.mayTake(text, KeyHead(text), of: owner) else { return }
        let proof = proof(index, step.places.slots[index], found.kind(of: bit), slice)
        keyed.take(text, proof, question.due == nil ? nil : moments(index), of: owner)
      }
    }
  }

  /// Puts all of them aside, where somebody asks for them.
  private func putAside(_ slice: BatchSlice, _ step: Question.Step) {
    guard let spool else { return }
    let keys = slice.batch.keys?.texts
    for word in 0..<slice.words {
      forEachBit(of: words[word].proves) { bit in
        let index = word * 64 + bit
        let row = slice.start + index
        let place = step.places.slots[index]
        if let keys, keys.present[row] {
          keys.withText(row) { key in
            spool.all.add(entry(index, row, place, slice, spool.number, key.count), key: key)
          }
        } else {
          spool.all.add(entry(index, row, place, slice, spool.number, -1), key: nil)
        }
      }
    }
  }

  private func entry(
    _ index: Int, _ row: Int, _ place: Int32, _ slice: BatchSlice, _ tally: Int, _ keyCount: Int
  ) -> ProofSpool.Entry {
    let moments = question.due == nil ? Totals.Moments(due: nil, done: nil) : moments(index)
    return ProofSpool.Entry(
      tally: Int32(tally), place: place, line: Int32(clamping: slice.batch.lines[row]),
      row: Int32(row), due: moments.due ?? 0, done: moments.done ?? 0,
      hasDue: moments.due != nil, hasDone: moments.done != nil, keyCount: Int32(keyCount))
  }

  private func proof(
    _ index: Int, _ place: Int32, _ kind: Totals.Kind, _ slice: BatchSlice
  ) -> Totals.Proof {
    let row = slice.start + index
    return Totals.Proof(
      place: place, kind: kind, file: Int32(slice.batch.file), piece: Int32(slice.batch.piece),
      line: Int32(clamping: slice.batch.lines[row]), row: Int32(row))
  }

  private func moments(_ index: Int) -> Totals.Moments {
    func value(_ register: NumberRegister?) -> Int64? {
      guard let register, register.valid.words[index / 64] >> UInt64(index & 63) & 1 == 1 else {
        return nil
      }
      return register.values[index]
    }
    return Totals.Moments(due: value(question.due), done: value(question.done))
  }
}
