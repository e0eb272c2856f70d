import Foundation

/// By what a cell is looked for: two words and a hash.
struct CellKey {
  /// See `CellCache.Entry`.
  let first: UInt64
  /// See `CellCache.Entry`; 0 for a longer cell.
  let second: UInt64
  /// Where it is looked for.
  let hash: UInt64

  /// The key of a cell of at most `CellCache.longestLength` bytes.
  @inline(__always)
  init(_ cell: UnsafePointer<UInt8>, _ count: Int) {
    if count <= CellCache.shortLength {
      let bits = UInt64(truncatingIfNeeded: count) &* 8
      first = word(cell) & (count >= 8 ? .max : ~(.max &<< bits))
      second = word(cell, 8) & (count <= 8 ? 0 : count == 16 ? .max : ~(.max &<< bits))
      hash = Self.hash(first, second, count)
    } else {
      first = Self.hash(cell, count)
      second = 0
      hash = first
    }
  }

  /// The hash of a cell that was met.
  static func hash(of entry: CellCache.Entry) -> UInt64 {
    Int(entry.length) > CellCache.shortLength
      ? entry.first : hash(entry.first, entry.second, Int(entry.length))
  }

  /// The bits of a hash that a slot holds.
  @inline(__always)
  static func tag(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash &>> 32) & (.max &<< CellCache.numberBits)
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ second: UInt64, _ count: Int) -> UInt64 {
    mix(first ^ 0x9E37_79B9_7F4A_7C15, second ^ 0xD6E8_FEB8_6659_FD93)
      &+ UInt64(truncatingIfNeeded: count)
  }

  /// Mixes sixteen bytes at a time by multiplication; only spreads, guards against nobody.
  @inline(__always)
  private static func hash(_ cell: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: count)
    var index = 0
    while index &+ 16 < count {
      hash = mix(
        word(cell, index) ^ 0x9E37_79B9_7F4A_7C15, word(cell, index &+ 8) ^ hash)
      index &+= 16
    }
    return mix(
      word(cell, count &- 16) ^ 0xD6E8_FEB8_6659_FD93, word(cell, count &- 8) ^ hash)
  }

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

/// Looks for cells in a cache that does not change meanwhile; the kernel of columns whose cells are
/// read once for each text.
struct CellProbe: CellKernel {
  private let slots: UnsafeMutablePointer<UInt32>
  private let entries: UnsafeMutablePointer<CellCache.Entry>
  private let store: UnsafeMutablePointer<UInt8>
  private let mask: Int

  /// A probe of `cache` as it is now.
  init(_ cache: CellCache) {
    (slots, entries, store, mask) = (cache.slots, cache.entries, cache.store, cache.mask)
  }

  @inline(__always)
  func read(_ cell: UnsafePointer<UInt8>, _ count: Int) -> KernelCell {
    if count > CellCache.longestLength { return KernelCell(0, isSure: 0, isEmpty: 0) }
    let entry = entries + number(of: CellKey(cell, count), cell, count)
    let state = entry.pointee.state
    return KernelCell(
      entry.pointee.value, isSure: bit(state == .value), isEmpty: bit(state == .empty))
  }

  /// The number of the entry of a cell; 0 where there is none.
  @inline(__always)
  func number(of key: CellKey, _ cell: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let tag = CellKey.tag(key.hash)
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while slots[place] != 0 {
      let number = slots[place] ^ tag
      if number &>> CellCache.numberBits == 0 {
        let entry = entries + Int(number)
        if isEqual(entry, key, cell, count) { return Int(number) }
      }
      place = (place &+ 1) & mask
    }
    return 0
  }

  @inline(__always)
  private func isEqual(
    _ entry: UnsafeMutablePointer<CellCache.Entry>, _ key: CellKey,
    _ cell: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    let isAlike = bit(entry.pointee.first == key.first) & bit(Int(entry.pointee.length) == count)
    if count <= CellCache.shortLength {
      return isAlike & bit(entry.pointee.second == key.second) == 1
    }
    return isAlike == 1 && isStored(Int(truncatingIfNeeded: entry.pointee.second), cell, count)
  }

  /// Whether a longer cell's bytes stand at a place of the store.
  @inline(__always)
  private func isStored(_ place: Int, _ cell: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let own = UnsafePointer(store + place)
    var difference = word(own, count &- 16) ^ word(cell, count &- 16)
    difference |= word(own, count &- 8) ^ word(cell, count &- 8)
    if count > 32 { difference |= bit(memcmp(own, cell, count) != 0) }
    return difference | word(own) ^ word(cell) | word(own, 8) ^ word(cell, 8) == 0
  }
}
