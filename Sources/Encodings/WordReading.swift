/// How well the words of a text fit an encoding.
struct WordReading: Sendable {
  /// What one word is when read so.
  enum Fit: Sendable {
    /// A syllable of Vietnamese; in Windows-1252 any word of Western letters, and in UTF-8
    /// too, since no other text becomes such words by accident.
    case fits
    /// No syllable, or bytes without meaning.
    case misfits
    /// Signs, or an abbreviation such as QĐ: says nothing.
    case neutral
  }

  /// The encoding.
  let encoding: Encoding
  /// For each word of the survey.
  let fits: [Fit]
  /// The texts of the words, to see where two encodings read the same.
  let texts: [[UInt8]]

  /// Reads each of the words.
  init(_ words: [[UInt8]], as encoding: Encoding) {
    self.encoding = encoding
    let read = words.map { TextDecoder.decode($0, as: encoding) }
    texts = read.map(\.text)
    fits = read.map { $0.faults.isEmpty ? Self.fit($0.text, encoding) : .misfits }
  }

  /// How many words fit.
  var fitCount: Int { fits.count { $0 == .fits } }
  /// How many words say something.
  var weighed: Int { fits.count { $0 != .neutral } }

  /// How many more words fit here than there, of those that fit only one of the two.
  func lead(over other: WordReading) -> Int {
    zip(fits, other.fits).reduce(0) { lead, pair in
      lead + (pair.0 == .fits ? 1 : 0) - (pair.1 == .fits ? 1 : 0)
    }
  }

  private static func fit(_ text: [UInt8], _ encoding: Encoding) -> Fit {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    let parts = scalars.split { !isLetter($0) }.filter { part in part.contains { !$0.isASCII } }
    let fits = parts.map { fit($0, encoding) }
    if fits.contains(.misfits) { return .misfits }
    return fits.contains(.fits) ? .fits : .neutral
  }

  private static func fit(_ part: Substring.UnicodeScalarView, _ encoding: Encoding) -> Fit {
    if isAbbreviation(part) { return .neutral }
    guard let syllable = Syllable(part) else { return .misfits }
    if encoding == .windows1252 {
      return syllable.isCasedAsUsual && isWestern(part) ? .fits : .misfits
    }
    let isCased = encoding == .tcvn3 || syllable.isCasedAsUsual
    if isCased && syllable.isValid { return .fits }
    return encoding == .utf8 && isWestern(part) ? .fits : .misfits
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }

  /// Capitals whose only letter beyond ASCII is Đ (QĐ, NĐ, TTHĐ), or `đ` alone, for đồng.
  private static func isAbbreviation(_ part: Substring.UnicodeScalarView) -> Bool {
    let foreign = part.filter { !$0.isASCII }
    if part.count == 1 { return foreign.first == "đ" || foreign.first == "Đ" }
    let hasVowel = part.contains { "AEIOUY".unicodeScalars.contains($0) }
    return !hasVowel && part.allSatisfy { $0.properties.isUppercase }
      && foreign.allSatisfy { $0 == "Đ" }
  }

  /// Letters of Western languages (up to Latin Extended-B), no more than half of them beyond ASCII.
  private static func isWestern(_ part: Substring.UnicodeScalarView) -> Bool {
    let foreign = part.filter { !$0.isASCII }
    let isLatin = foreign.allSatisfy { $0.value < 0x250 || $0.properties.isDiacritic }
    return isLatin && (foreign.count * 2 <= part.count || part.count == 1)
  }
}
