/// What the bytes of a legacy encoding stand for.
///
/// A byte is a character of its own, or a mark that joins with the character before it (a *pair*),
/// or both, or nothing.
struct CodePage: Sendable {
  /// What a byte does, in one word: its character, if it has one, and whether it may be a mark.
  struct Entry: Sendable {
    let word: UInt32

    /// Whether the byte is a character, whatever stands before it.
    var isPlain: Bool { word & Self.special == 0 }
    /// The character; `none` for marks and unassigned bytes.
    var letter: PackedLetter { PackedLetter(word: word & 0x7FF_FFFF) }

    fileprivate static let special: UInt32 = 1 << 31
  }

  /// For each byte its entry.
  let entries: [Entry]
  /// For each mark, by `rows`, and each byte before it the character that they make together.
  private let pairs: [PackedLetter]
  /// The row of each mark in `pairs`; row 0 is empty.
  private let rows: [UInt8]
  /// Which bytes may be the first of a pair.
  let isBase: [Bool]

  /// - Parameters:
  ///   - letters: the character of each byte; `nil` where it has none.
  ///   - joined: the characters that two bytes make, by the two.
  init(_ letters: [Unicode.Scalar?], pairs joined: [Pair: Unicode.Scalar] = [:]) {
    let marks = Set(joined.keys.map(\.mark)).sorted()
    var rows = [UInt8](repeating: 0, count: 256)
    for (row, mark) in marks.enumerated() { rows[Int(mark)] = UInt8(row + 1) }
    var pairs = [PackedLetter](repeating: .none, count: (marks.count + 1) * 256)
    var isBase = [Bool](repeating: false, count: 256)
    for (pair, letter) in joined {
      pairs[Int(rows[Int(pair.mark)]) * 256 + Int(pair.base)] = PackedLetter(letter)
      isBase[Int(pair.base)] = true
    }
    entries = letters.enumerated().map { byte, letter in
      let isPlain = letter != nil && rows[byte] == 0
      return Entry(
        word: (letter.map(PackedLetter.init) ?? .none).word | (isPlain ? 0 : Entry.special))
    }
    (self.rows, self.pairs, self.isBase) = (rows, pairs, isBase)
  }

  /// Two bytes that make one character.
  struct Pair: Sendable, Hashable {
    let base: UInt8
    let mark: UInt8
  }

  /// The character that a byte makes with the one before it; `none` where they make none.
  func pair(_ base: UInt8, _ mark: UInt8) -> PackedLetter {
    pairs[Int(rows[Int(mark)]) * 256 + Int(base)]
  }

  /// Whether the byte joins with some byte before it.
  func isMark(_ byte: UInt8) -> Bool { rows[Int(byte)] != 0 }
}
