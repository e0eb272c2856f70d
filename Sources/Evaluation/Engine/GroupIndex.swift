import CScan

/// Numbers the different combinations of a place, a code and a value in the order in which they are met: an
/// open-addressing table of numbers, and the combinations themselves side by side. Both are kept small, so
/// that they stay near the processor. Only one thread uses it at a time, so that nothing is gained by
/// checking each access.
final class GroupIndex {
  /// What tells groups apart.
  struct Key: Hashable {
    let place: Int32
    let code: Int64
    let value: Int64
  }

  /// How many combinations there are.
  @exclusivity(unchecked) private(set) var count = 0
  /// Place and code of each combination.
  @exclusivity(unchecked) private var heads: UnsafeMutablePointer<UInt64>
  /// Their values.
  @exclusivity(unchecked) private var values: UnsafeMutablePointer<Int64>
  @exclusivity(unchecked) private var room = 1024
  /// Numbers of combinations; -1 where there is none.
  @exclusivity(unchecked) private var slots: UnsafeMutablePointer<Int32>
  @exclusivity(unchecked) private var mask = 2047
  private let hasValues: Bool

  /// - Parameter hasValues: whether values tell combinations apart; else all are zero.
  init(hasValues: Bool) {
    self.hasValues = hasValues
    heads = .allocate(capacity: room)
    values = .allocate(capacity: hasValues ? room : 0)
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: -1, count: mask + 1)
  }

  deinit {
    heads.deallocate()
    values.deallocate()
    slots.deallocate()
  }

  /// The combination with a number.
  func key(_ number: Int) -> Key {
    Key(
      place: Int32(truncatingIfNeeded: heads[number] >> 32),
      code: Int64(heads[number] & 0xFFFF_FFFF),
      value: hasValues ? values[number] : 0)
  }

  /// All, in the order of their numbers.
  var keys: [Key] { (0..<count).map(key) }

  /// The number of a combination, which is added when new; a code is that of a text, less than 2^32.
  func number(_ place: Int32, _ code: Int64, _ value: Int64) -> Int32 {
    let view = self.view
    let head = View.head(place, code)
    var slot = view.slot(head, value)
    while slots[slot] >= 0 {
      if view.isKey(Int(slots[slot]), head, value) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return add(head, value, slot)
  }

  private func add(_ head: UInt64, _ value: Int64, _ slot: Int) -> Int32 {
    if count == room { makeRoom() }
    heads[count] = head
    if hasValues { values[count] = value }
    slots[slot] = Int32(count)
    count += 1
    if count * 2 > mask { grow() }
    return Int32(count - 1)
  }

  private func makeRoom() {
    heads = heads.grown(count, to: 2 * room)
    if hasValues { values = values.grown(count, to: 2 * room) }
    room *= 2
  }

  private func grow() {
    slots.deallocate()
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: -1, count: mask + 1)
    let view = self.view
    for number in 0..<count {
      var slot = view.slot(heads[number], hasValues ? values[number] : 0)
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  /// The table as it is now.
  var view: View { View(slots: slots, heads: heads, values: hasValues ? values : nil, mask: mask) }

  /// The table as it is at some time: to look for many combinations without asking a property for each.
  struct View {
    fileprivate let slots: UnsafeMutablePointer<Int32>
    fileprivate let heads: UnsafeMutablePointer<UInt64>
    fileprivate let values: UnsafeMutablePointer<Int64>?
    fileprivate let mask: Int

    /// Place and code as one.
    @inline(__always)
    static func head(_ place: Int32, _ code: Int64) -> UInt64 {
      UInt64(UInt32(bitPattern: place)) << 32 | UInt64(UInt32(truncatingIfNeeded: code))
    }

    /// Where one looks first for a combination.
    @inline(__always)
    func slot(_ head: UInt64, _ value: Int64) -> Int {
      let mixed =
        head &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: value) &* 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: mixed >> 32 ^ mixed >> 5) & mask
    }

    /// Whether a combination has that number.
    @inline(__always)
    func isKey(_ number: Int, _ head: UInt64, _ value: Int64) -> Bool {
      heads[number] == head && (values == nil || values?[number] == value)
    }

    /// Has memory bring a slot.
    @inline(__always)
    func prefetch(_ slot: Int) { cscan_prefetch(slots + slot) }

    /// The number that a slot holds, -1 for none; has memory bring its combination.
    @inline(__always)
    func number(at slot: Int) -> Int32 {
      let number = slots[slot]
      cscan_prefetch(heads + Int(number))
      if let values { cscan_prefetch(values + Int(number)) }
      return number
    }
  }
}

extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
  /// The first `count` values with room for more behind them; the old room is gone.
  fileprivate func grown(_ count: Int, to room: Int) -> Self {
    let larger = Self.allocate(capacity: room)
    larger.update(from: self, count: count)
    deallocate()
    return larger
  }
}
