/// By what a cell is looked for: two words and a hash.
struct CellKey {
  /// See `CellCache.Slot`.
  let first: UInt64
  /// See `CellCache.Slot`; 0 for a longer cell.
  let second: UInt64
  /// Where it is looked for.
  let hash: Int

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
      hash = Int(truncatingIfNeeded: first)
    }
  }

  /// The hash of a cell in a slot.
  static func hash(of slot: CellCache.Slot) -> Int {
    Int(slot.length) > CellCache.shortLength
      ? Int(truncatingIfNeeded: slot.first) : hash(slot.first, slot.second, Int(slot.length))
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ second: UInt64, _ count: Int) -> Int {
    let mixed = mix(first ^ 0x9E37_79B9_7F4A_7C15, second ^ 0xD6E8_FEB8_6659_FD93)
    return Int(truncatingIfNeeded: mixed &+ UInt64(truncatingIfNeeded: count))
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
  private let slots: UnsafeMutablePointer<CellCache.Slot>
  private let store: UnsafeMutablePointer<UInt8>
  private let mask: Int

  /// A probe of `cache` as it is now.
  init(_ cache: CellCache) {
    (slots, store, mask) = (cache.slots, cache.store, cache.mask)
  }

  @inline(__always)
  func read(_ cell: UnsafePointer<UInt8>, _ count: Int) -> KernelCell {
    if count > CellCache.longestLength { return KernelCell(0, isSure: 0, isEmpty: 0) }
    let slot = slots + slot(of: CellKey(cell, count), cell, count)
    let isKnown = bit(slot.pointee.length >= 0)
    let isSure = bit(slot.pointee.state == .value)
    let isEmpty = bit(slot.pointee.state == .empty) & isKnown
    return KernelCell(slot.pointee.value, isSure: isSure, isEmpty: isEmpty)
  }

  /// The slot of a cell, or the free one where it belongs.
  @inline(__always)
  func slot(of key: CellKey, _ cell: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var place = key.hash & mask
    while slots[place].length >= 0, !isEqual(slots + place, key, cell, count) {
      place = (place &+ 1) & mask
    }
    return place
  }

  @inline(__always)
  private func isEqual(
    _ slot: UnsafeMutablePointer<CellCache.Slot>, _ key: CellKey, _ cell: UnsafePointer<UInt8>,
    _ count: Int
  ) -> Bool {
    let isAlike =
      bit(slot.pointee.first == key.first) & bit(Int(slot.pointee.length) == count)
    if count <= CellCache.shortLength {
      return isAlike & bit(slot.pointee.second == key.second) == 1
    }
    return isAlike == 1 && isStored(Int(truncatingIfNeeded: slot.pointee.second), cell, count)
  }

  /// Whether a longer cell's bytes stand at a place of the store.
  @inline(__always)
  private func isStored(_ place: Int, _ cell: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let own = UnsafePointer(store + place)
    var difference = (word(own, count &- 16) ^ word(cell, count &- 16))
    difference |= word(own, count &- 8) ^ word(cell, count &- 8)
    var index = 0
    while index &+ 16 < count {
      difference |= word(own, index) ^ word(cell, index)
      difference |= word(own, index &+ 8) ^ word(cell, index &+ 8)
      index &+= 16
    }
    return difference == 0
  }
}
