import Diagnostics

/// What a text is written in, as far as its bytes tell, and the evidence.
package struct EncodingGuess: Sendable, Hashable {
  /// The answer.
  package enum Answer: Sendable, Hashable {
    /// The bytes speak for one encoding.
    case decided(Encoding)
    /// They do not; these come nearest, the likelier first. Empty where the bytes make sense in
    /// none.
    case undecided([Encoding])
  }

  /// The answer.
  package let answer: Answer
  /// Why, in one sentence without a point.
  package let evidence: Text
  /// Words of UTF-8 or UTF-16 whose accents are code points of their own (NFD).
  package let decomposedWords: Int
  /// Words with accents or other letters beyond ASCII; 0 where the encoding is undecided.
  package let accentedWords: Int

  /// The encoding, where the bytes decide.
  package var encoding: Encoding? {
    if case .decided(let encoding) = answer { encoding } else { nil }
  }

  /// How many bytes of a file are looked at, unless the whole of it is asked for.
  package static let headSize = 64 * 1024

  /// Looks at bytes that are in memory.
  ///
  /// - Parameter isWhole: whether they are the whole file; else what they end in is left out.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) {
    var survey = EncodingSurvey()
    survey.add(bytes)
    self = survey.guess(isWhole: isWhole)
  }

  init(_ answer: Answer, _ evidence: Text, _ survey: WordSurvey? = nil) {
    self.answer = answer
    self.evidence = evidence
    decomposedWords = survey?.decomposedCount ?? 0
    accentedWords = survey?.count ?? 0
  }
}
