import Foundation
import Tables

/// Turns the bytes of text cells into codes of a dictionary, making a `String` only of bytes that
/// were not met before (an open-addressing table of byte strings: interning in place is several
/// times faster than a dictionary of `String`).
struct TextInterner {
  /// The texts, in Unicode's composed form (NFC).
  private(set) var dictionary = TextDictionary()
  private let allowed: Set<String>?
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var readings: [CellReading] = []
  private var hashes: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 64)

  /// An interner of `allowed` texts; of all texts when `nil`.
  init(allowed: [String]?) {
    self.allowed = allowed.map { Set($0.map(Self.composed)) }
  }

  /// The code of the text `cell` is, or why it is none.
  mutating func read(_ cell: Bytes) -> CellReading {
    let hash = Self.hash(cell)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if hashes[entry] == hash, isEqual(entry, cell) { return readings[entry] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(cell, hash, slot)
  }

  private mutating func add(_ cell: Bytes, _ hash: UInt64, _ slot: Int) -> CellReading {
    let reading = firstReading(of: cell)
    slots[slot] = Int32(truncatingIfNeeded: ends.count)
    bytes.append(contentsOf: cell)
    ends.append(bytes.count)
    readings.append(reading)
    hashes.append(hash)
    if ends.count * 2 > slots.count { grow() }
    return reading
  }

  private mutating func firstReading(of cell: Bytes) -> CellReading {
    guard let text = cell.text else { return .fault(.invalidEncoding) }
    let composed = cell.isASCII ? text : Self.composed(text)
    if let allowed, !allowed.contains(composed) { return .fault(.notAllowed) }
    return .value(dictionary.code(of: composed))
  }

  private static func composed(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping
  }

  private func isEqual(_ entry: Int, _ cell: Bytes) -> Bool {
    let start = entry == 0 ? 0 : ends[entry - 1]
    guard ends[entry] - start == cell.count else { return false }
    return bytes.withUnsafeBufferPointer { own in
      guard let left = own.baseAddress, let right = cell.baseAddress else { return true }
      return memcmp(left + start, right, cell.count) == 0
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (entry, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: entry)
    }
  }

  /// Mixes eight bytes at a time by multiplication; only spreads, guards against nobody.
  private static func hash(_ cell: Bytes) -> UInt64 {
    let raw = UnsafeRawBufferPointer(cell)
    var hash = UInt64(truncatingIfNeeded: cell.count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index + 8 <= raw.count {
      hash = mix(hash, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var tail: UInt64 = 0
    while index < raw.count {
      tail = tail << 8 | UInt64(raw[index])
      index += 1
    }
    return mix(hash, tail)
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low ^ word &* 0x9E37_79B9_7F4A_7C15
  }
}
