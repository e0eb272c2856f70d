/// Decodes the encodings that have a table of bytes.
struct CodePageStage: DecodingStage {
  private let page: CodePage
  /// The last byte of the block before, where a mark in the next block could join with it.
  private var held: UInt8?

  init(_ page: CodePage) { self.page = page }

  mutating func decode(
    _ block: UnsafeBufferPointer<UInt8>, isLast: Bool, into piece: inout DecodedPiece
  ) {
    if let held { piece.put(page.entries[Int(held)].letter) }
    page.entries.withUnsafeBufferPointer { entries in
      var end = piece.text + piece.count
      for index in block.indices {
        let entry = entries[Int(block[index])]
        if entry.isPlain {
          entry.letter.write(to: end)
          end += entry.letter.length
        } else {
          piece.count = end - piece.text
          decodeSpecial(block, at: index, &piece)
          end = piece.text + piece.count
        }
      }
      piece.count = end - piece.text
    }
    hold(block.last ?? held, isLast, &piece)
  }

  /// A mark replaces the character before it, where the two make one.
  @inline(__always)
  private func decodeSpecial(
    _ block: UnsafeBufferPointer<UInt8>, at index: Int, _ piece: inout DecodedPiece
  ) {
    let byte = block[index]
    if let base = index > 0 ? block[index - 1] : held {
      let joined = page.pair(base, byte)
      if joined != .none {
        piece.count -= page.entries[Int(base)].letter.length
        return piece.put(joined)
      }
    }
    let letter = page.entries[Int(byte)].letter
    if letter != .none { return piece.put(letter) }
    piece.fail(page.isMark(byte) ? .strayMark : .unassigned, [byte], at: index)
  }

  private mutating func hold(_ last: UInt8?, _ isLast: Bool, _ piece: inout DecodedPiece) {
    held = nil
    guard let last, !isLast, page.isBase[Int(last)] else { return }
    piece.count -= page.entries[Int(last)].letter.length
    held = last
  }
}
