/// Where a stage of decoding writes the text of one block, and says what it could not decode.
struct DecodedPiece: ~Copyable {
  /// A fault whose line is not known yet.
  struct Fault {
    let kind: DecodingFault.Kind
    /// Counted from the start of the block; negative for bytes that came with an earlier one.
    let offset: Int
    let bytes: [UInt8]
    /// How much text stood before it.
    let position: Int
  }

  /// Room for the text: three times the bytes of the block, and some more.
  let text: UnsafeMutablePointer<UInt8>
  /// How much text there is.
  var count = 0
  /// What stands in the text for what could not be decoded.
  let replacement: PackedLetter
  /// In the order in which they stand.
  var faults: [Fault] = []

  /// Room that a stage may need beyond three bytes of text for each byte of the block.
  static let slack = 16

  /// A piece without text.
  init(_ text: UnsafeMutablePointer<UInt8>, _ replacement: PackedLetter) {
    self.text = text
    self.replacement = replacement
  }

  /// Writes a character.
  mutating func put(_ letter: PackedLetter) {
    letter.write(to: text + count)
    count += letter.length
  }

  /// Notes bytes that could not be decoded.
  mutating func fail(_ kind: DecodingFault.Kind, _ bytes: [UInt8], at offset: Int) {
    faults.append(Fault(kind: kind, offset: offset, bytes: bytes, position: count))
    put(replacement)
  }
}

/// The UTF-8 of a character of up to three bytes, and its length, in one word.
struct PackedLetter: Sendable, Hashable {
  /// The first byte lowest; the length in the bits from 24.
  var word: UInt32

  /// No character.
  static let none = PackedLetter(word: 0)

  /// The replacement character.
  static let replacement = PackedLetter("\u{FFFD}")

  /// One byte, which need not be a character.
  init(byte: UInt8) { word = UInt32(byte) | 1 << 24 }

  /// A character below U+10000.
  init(_ letter: Unicode.Scalar) {
    let bytes = Array(String(Character(letter)).utf8)
    word = bytes.reversed().reduce(UInt32(bytes.count)) { $0 << 8 | UInt32($1) }
    word = word & 0xFF_FFFF | UInt32(bytes.count) << 24
  }

  init(word: UInt32) { self.word = word }

  /// How many bytes it has.
  var length: Int { Int(word >> 24 & 7) }

  /// Writes four bytes, of which `length` count.
  func write(to place: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(place).storeBytes(of: word.littleEndian, as: UInt32.self)
  }
}
