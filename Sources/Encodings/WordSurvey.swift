/// The different words of a text that have bytes beyond ASCII, whatever the encoding.
///
/// Bounded: it keeps no more words than `limit`, and none longer than `longest`.
struct WordSurvey: Sendable {
  /// Each different word, as bytes, in the order in which they came.
  private(set) var words: [[UInt8]] = []
  /// Words with combining marks of UTF-8, counted each time they occur.
  private(set) var decomposedCount = 0
  /// All words with bytes beyond ASCII, counted each time they occur.
  private(set) var count = 0

  /// Whether no byte beyond ASCII was seen, nor a control character that is a letter in VISCII.
  private(set) var isASCII = true

  private var known: Set<[UInt8]> = []
  private var open: [UInt8] = []
  private var isForeign = false

  /// How many different words are kept.
  static let limit = 4096
  /// Vietnamese has no syllable of more than seven letters; decomposed, they are 13 bytes of UTF-8.
  static let longest = 48

  /// Takes the next bytes; a word may go on in the next ones.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch Self.kinds[Int(byte)] {
      case .other: endWord()
      case .letter: extend(byte)
      case .foreign:
        extend(byte)
        isForeign = true
        isASCII = false
      }
    }
  }

  /// Takes what was added last for a whole word.
  mutating func endWord() {
    if isForeign { count += 1 }
    if isForeign, open.count <= Self.longest {
      if Self.hasCombiningMark(open) { decomposedCount += 1 }
      if words.count < Self.limit, known.insert(open).inserted { words.append(open) }
    }
    open.removeAll(keepingCapacity: true)
    isForeign = false
  }

  private mutating func extend(_ byte: UInt8) {
    if open.count <= Self.longest { open.append(byte) }
  }

  /// U+0300 to U+036F are CC 80 to CD AF.
  private static func hasCombiningMark(_ word: [UInt8]) -> Bool {
    zip(word, word.dropFirst()).contains { lead, next in
      (lead == 0xCC && next >= 0x80) || (lead == 0xCD && (0x80...0xAF).contains(next))
    }
  }

  private enum Kind { case other, letter, foreign }

  /// ASCII letters; bytes from 80 on, and the six control characters that are letters in VISCII.
  private static let kinds: [Kind] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x80..., 0x02, 0x05, 0x06, 0x14, 0x19, 0x1E: .foreign
    default: .other
    }
  }
}
