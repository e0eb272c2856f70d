/// Numbers the different combinations of a place, a code and a value in the order in which they are met
/// (an open-addressing table).
final class GroupIndex {
  /// What tells groups apart.
  struct Key: Hashable {
    let place: Int32
    let code: Int64
    let value: Int64
  }

  /// In the order of their numbers.
  private(set) var keys: [Key] = []
  private var slots = [Int32](repeating: -1, count: 1024)

  /// The number of a combination, which is added when new.
  @inline(__always)
  func number(_ place: Int32, _ code: Int64, _ value: Int64) -> Int32 {
    let mask = slots.count - 1
    var slot = Self.hash(place, code, value) & mask
    while true {
      let number = slots[slot]
      if number < 0 { return add(Key(place: place, code: code, value: value), slot) }
      let key = keys[Int(number)]
      if key.place == place, key.code == code, key.value == value { return number }
      slot = (slot + 1) & mask
    }
  }

  private func add(_ key: Key, _ slot: Int) -> Int32 {
    let number = Int32(keys.count)
    keys.append(key)
    slots[slot] = number
    if keys.count * 2 > slots.count { grow() }
    return number
  }

  private func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, key) in keys.enumerated() {
      var slot = Self.hash(key.place, key.code, key.value) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number)
    }
  }

  @inline(__always)
  private static func hash(_ place: Int32, _ code: Int64, _ value: Int64) -> Int {
    let mixed =
      UInt64(bitPattern: code) &* 0x9E37_79B9_7F4A_7C15
      ^ UInt64(bitPattern: value) &* 0xD6E8_FEB8_6659_FD93
      ^ UInt64(UInt32(bitPattern: place)) &* 0xC2B2_AE3D_27D4_EB4F
    return Int(truncatingIfNeeded: mixed ^ mixed >> 29) & Int.max
  }
}

/// Finds the group of each record: of its place, a text and a limit.
final class GroupKernel: Kernel {
  let register: SlotRegister
  private let index: GroupIndex
  private let places: SlotRegister
  private let codes: NumberRegister?
  private let values: NumberRegister?

  /// - Parameter other: finds the same groups for other records.
  init(
    _ places: SlotRegister, codes: NumberRegister?, values: NumberRegister?,
    sharing other: GroupKernel?
  ) {
    (self.places, self.codes, self.values) = (places, codes, values)
    index = other?.index ?? GroupIndex()
    register = SlotRegister(other?.register.space ?? .groups(index, of: places.space))
  }

  func run(_ slice: BatchSlice) {
    for word in 0..<slice.words {
      let valid =
        places.valid.words[word] & (codes?.valid.words[word] ?? .max)
        & (values?.valid.words[word] ?? .max)
      register.valid.words[word] = valid
      var rest = valid
      while rest != 0 {
        let record = word * 64 + rest.trailingZeroBitCount
        register.slots[record] = index.number(
          places.slots[record], codes?.values[record] ?? 0, values?.values[record] ?? 0)
        rest &= rest - 1
      }
    }
  }
}
