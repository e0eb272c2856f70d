/// Passes UTF-8 on, and replaces what is none.
///
/// Well-formed is what table 3-7 of The Unicode Standard lists; of what is not, each maximal part
/// that could have begun a character becomes one U+FFFD (section 3.9, "Substitution of maximal
/// subparts").
struct UTF8Stage: DecodingStage {
  /// The bytes of a character that the next block goes on with; three at most.
  private var held: [UInt8] = []
  private var isAtStart = true

  mutating func decode(
    _ block: UnsafeBufferPointer<UInt8>, isLast: Bool, into piece: inout DecodedPiece
  ) {
    guard !held.isEmpty else { return pass(block, isLast, heldCount: 0, &piece) }
    let whole = held + block
    let heldCount = held.count
    held = []
    whole.withUnsafeBufferPointer { pass($0, isLast, heldCount: heldCount, &piece) }
  }

  private mutating func pass(
    _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, heldCount: Int,
    _ piece: inout DecodedPiece
  ) {
    var index = 0
    while index < bytes.count {
      index = passASCII(bytes, from: index, &piece)
      guard index < bytes.count else { break }
      switch UTF8Sequence(bytes, at: index) {
      case .character(let length):
        passCharacter(bytes, index, length, &piece)
        index += length
      case .malformed(let length):
        let found = Array(bytes[index..<index + length])
        piece.fail(.malformed, found, at: index - heldCount)
        index += length
      case .cutOff:
        let found = Array(bytes[index...])
        if isLast { piece.fail(.cutOff, found, at: index - heldCount) } else { held = found }
        index = bytes.count
      }
    }
    if piece.count > 0 { isAtStart = false }
  }

  private func passASCII(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ piece: inout DecodedPiece
  ) -> Int {
    var index = start
    var end = piece.text + piece.count
    while index < bytes.count, bytes[index] < 0x80 {
      end.pointee = bytes[index]
      end += 1
      index += 1
    }
    piece.count = end - piece.text
    return index
  }

  private mutating func passCharacter(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int, _ piece: inout DecodedPiece
  ) {
    let isFirst = isAtStart && piece.count == 0
    isAtStart = false
    if isFirst, length == 3, bytes[index] == 0xEF, bytes[index + 1] == 0xBB,
      bytes[index + 2] == 0xBF
    {
      return
    }
    for byte in bytes[index..<index + length] {
      piece.text[piece.count] = byte
      piece.count += 1
    }
  }
}

/// What stands at a place in UTF-8 that is no ASCII.
enum UTF8Sequence: Equatable {
  /// A character of so many bytes.
  case character(Int)
  /// So many bytes that are none.
  case malformed(Int)
  /// The start of a character that the bytes end inside of.
  case cutOff

  /// Looks at the bytes from `index` on.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let lead = bytes[index]
    guard let (length, second) = Self.form(lead) else {
      self = .malformed(1)
      return
    }
    for place in 1..<length {
      guard index + place < bytes.count else {
        self = .cutOff
        return
      }
      let range = place == 1 ? second : 0x80...0xBF
      guard range.contains(bytes[index + place]) else {
        self = .malformed(place)
        return
      }
    }
    self = .character(length)
  }

  /// How many bytes a lead byte asks for, and which the second may be.
  private static func form(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
