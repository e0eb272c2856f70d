import Diagnostics

/// Weighs the words of a text against the encodings that have no mark of their own.
///
/// A word read in the right encoding is nearly always a syllable of Vietnamese, and one read in a
/// wrong one seldom is. So the reading wins in which more of the *different* words are syllables:
/// by at least `margin` words, and with at least two thirds of those that say anything.
/// Windows-1252 is for texts that are no Vietnamese in any reading. UTF-8 that is well-formed
/// throughout wins unless another reading beats it by any word, or one in twenty. All else is
/// undecided.
struct EncodingVerdict {
  private let survey: WordSurvey
  private let isUTF8: Bool
  private let isWhole: Bool

  /// - Parameters:
  ///   - isUTF8: whether all the bytes are well-formed UTF-8.
  ///   - isWhole: whether the words are those of the whole file.
  init(_ survey: WordSurvey, isUTF8: Bool, _ isWhole: Bool) {
    self.survey = survey
    self.isUTF8 = isUTF8
    self.isWhole = isWhole
  }

  /// By how many different words the best reading must lead: two, or one in twenty.
  var margin: Int { max(2, survey.words.count / 20) }

  /// The answer and its evidence.
  var guess: EncodingGuess {
    if survey.isASCII { return EncodingGuess(.decided(.utf8), .onlyASCII, survey) }
    return isUTF8 ? guessUTF8 : guessLegacy
  }

  /// Bytes of another encoding are well-formed by accident only where they are few: Đến in VISCII
  /// is.
  private var guessUTF8: EncodingGuess {
    let utf8 = reading(.utf8)
    let lead = max(1, survey.words.count / 20)
    if survey.words.count - utf8.fitCount >= lead {
      let best = ranked(utf8)[0]
      if best.lead(over: utf8) >= lead {
        return undecided([.utf8, best.encoding], .wellFormedBut(best, utf8))
      }
    }
    return EncodingGuess(.decided(.utf8), .wellFormed(survey.count), survey)
  }

  private var guessLegacy: EncodingGuess {
    let ranked = ranked(reading(.utf8))
    let (best, second) = (ranked[0], ranked[1])
    guard best.fitCount > 0, best.fitCount * 3 >= best.weighed * 2 else {
      return guessForeign(best, second)
    }
    if best.lead(over: second) >= margin { return decided(best, over: second) }
    if isWhole, best.fitCount >= margin, best.texts == second.texts {
      return decided(best, alike: second)
    }
    let near = [best, second].filter { $0.fitCount > 0 }
    return undecided(near.map(\.encoding), .tooClose(best, second, margin))
  }

  /// The readings as Vietnamese, the best first.
  private func ranked(_ utf8: WordReading) -> [WordReading] {
    let readings = [utf8] + [.windows1258, .tcvn3, .vni, .viscii].map(reading)
    return readings.enumerated()
      .sorted { ($1.element.fitCount, $0.offset) < ($0.element.fitCount, $1.offset) }.map(\.element)
  }

  private func reading(_ encoding: Encoding) -> WordReading {
    WordReading(survey.words, as: encoding)
  }

  /// No reading is Vietnamese.
  private func guessForeign(_ best: WordReading, _ second: WordReading) -> EncodingGuess {
    let western = reading(.windows1252)
    if western.weighed == 0, !survey.words.isEmpty { return guessSigns }
    let isWestern = western.fitCount * 20 >= western.weighed * 19
    if isWestern, western.lead(over: best) >= margin {
      return EncodingGuess(.decided(.windows1252), .western(western, best))
    }
    let near = [best, second].filter { $0.fitCount * 5 > $0.weighed }
    let all = near + [western].filter { $0.fitCount * 2 > $0.weighed }
    return undecided(all.prefix(2).map(\.encoding), .noReading(best, second, western))
  }

  /// There are signs beyond ASCII and no letters; other encodings have most of them too.
  private var guessSigns: EncodingGuess {
    isWhole
      ? EncodingGuess(.decided(.windows1252), .onlySigns)
      : undecided([.windows1252, .windows1258], .onlySigns)
  }

  private func decided(_ best: WordReading, over second: WordReading) -> EncodingGuess {
    let letter = TellingLetter(survey.words, best)
    return EncodingGuess(
      .decided(best.encoding), .syllables(best, over: second, letter), wordsFor(best.encoding))
  }

  private func decided(_ best: WordReading, alike second: WordReading) -> EncodingGuess {
    EncodingGuess(
      .decided(best.encoding), .readAlike(best, second), wordsFor(best.encoding))
  }

  private func undecided(_ near: [Encoding], _ why: Text) -> EncodingGuess {
    EncodingGuess(.undecided(near), why)
  }

  /// Only UTF-8 has decomposed words.
  private func wordsFor(_ encoding: Encoding) -> WordSurvey? {
    encoding == .utf8 ? survey : nil
  }
}
