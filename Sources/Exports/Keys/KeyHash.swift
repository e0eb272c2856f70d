/// A hash of the cells of a key: seeded, so that nobody can make a file whose keys have the same.
///
/// 64 bits are enough: what has the same hash is looked at again, so a collision costs time and nothing
/// else, and among 20 million keys there is one in a hundred thousand runs.
struct KeyHash {
  /// What it came to so far.
  private(set) var value: UInt64

  /// The hash of nothing.
  init(seed: UInt64) { value = seed }

  /// Adds a number.
  @inline(__always)
  mutating func add(_ number: UInt64) {
    let product = (value ^ number).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    value = product.high ^ product.low &+ 0xD6E8_FEB8_6659_FD93
  }

  /// Adds a text.
  @inline(__always)
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    let count = text.count
    if count >= 8, let start = text.baseAddress {
      var offset = 0
      while offset + 8 < count {
        add(word(start, offset))
        offset += 8
      }
      add(word(start, count - 8))
    } else {
      add(text.reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }
    add(UInt64(count))
  }
}
