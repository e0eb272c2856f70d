/// The letter with an accent that most of the words that fit have, and the bytes that it is.
struct TellingLetter: Sendable {
  /// One byte, or a letter and its mark.
  let bytes: [UInt8]
  /// The letter.
  let letter: String
  /// In how many different words it stands.
  let count: Int

  /// `nil` where no word fits.
  init?(_ words: [[UInt8]], _ reading: WordReading) {
    var counts: [[UInt8]: Int] = [:]
    for (word, fit) in zip(words, reading.fits) where fit == .fits {
      for letter in Set(Self.letters(word, reading.encoding)) { counts[letter, default: 0] += 1 }
    }
    let best = counts.max { ($0.value, $1.key.description) < ($1.value, $0.key.description) }
    guard let best else { return nil }
    (bytes, count) = best
    letter = String(decoding: TextDecoder.decode(bytes, as: reading.encoding).text, as: UTF8.self)
  }

  /// The letters beyond ASCII of a word, as bytes.
  private static func letters(_ word: [UInt8], _ encoding: Encoding) -> [[UInt8]] {
    var letters: [[UInt8]] = []
    var start = 0
    while start < word.count {
      let end = (start + 1...min(start + 4, word.count)).last {
        isOneLetter(Array(word[start..<$0]), encoding)
      }
      let length = (end ?? start + 1) - start
      let letter = Array(word[start..<start + length])
      if letter != [word[start]] || word[start] >= 0x80 { letters.append(letter) }
      start += length
    }
    return letters
  }

  private static func isOneLetter(_ bytes: [UInt8], _ encoding: Encoding) -> Bool {
    let (text, faults) = TextDecoder.decode(bytes, as: encoding)
    return faults.isEmpty && String(decoding: text, as: UTF8.self).count == 1
  }
}
