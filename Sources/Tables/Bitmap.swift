/// A growable row of bits: the masks of a column.
package struct Bitmap: Sendable, Hashable {
  /// 64 bits each, the first bit the lowest; bits from `count` on are zero.
  package var words: [UInt64] = []
  /// How many bits it holds.
  package var count = 0

  /// No bits.
  package init() {}

  /// Adds one bit at the end.
  package mutating func append(_ bit: Bool) {
    if count % 64 == 0 { words.append(0) }
    if bit { words[count / 64] |= 1 << UInt64(count % 64) }
    count += 1
  }

  /// The bit at `index`, which must be below `count`.
  package subscript(index: Int) -> Bool {
    get { words[index / 64] >> UInt64(index % 64) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(index % 64)
      if newValue { words[index / 64] |= bit } else { words[index / 64] &= ~bit }
    }
  }
}
