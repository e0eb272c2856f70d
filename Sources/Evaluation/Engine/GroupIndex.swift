import CScan

/// Numbers the different combinations of a place, a code and a value in the order in which they are met:
/// an open-addressing table that holds the combinations themselves, so that a look costs one visit to
/// memory. Only one thread uses it at a time, so that nothing is gained by checking each access.
final class GroupIndex {
  /// What tells groups apart.
  struct Key: Hashable {
    let place: Int32
    let code: Int64
    let value: Int64
  }

  fileprivate struct Entry {
    /// Place and code.
    var head: UInt64 = 0
    /// -1 where there is none.
    var number: Int32 = -1
    /// The value, or that it is too great.
    var tag: UInt32 = 0
  }

  /// In the order of their numbers.
  @exclusivity(unchecked) private(set) var keys: [Key] = []
  @exclusivity(unchecked) private var entries: UnsafeMutablePointer<Entry>
  @exclusivity(unchecked) private var mask = 1023

  init() {
    entries = .allocate(capacity: mask + 1)
    entries.initialize(repeating: Entry(), count: mask + 1)
  }

  deinit { entries.deallocate() }

  /// The number of a combination, which is added when new; a code is that of a text, less than 2^32.
  func number(_ place: Int32, _ code: Int64, _ value: Int64) -> Int32 {
    var view = self.view
    return number(place, code, value, &view)
  }

  /// The table as it is now: to look for many combinations without asking a property for each.
  struct View {
    fileprivate let entries: UnsafeMutablePointer<Entry>
    fileprivate let mask: Int
  }

  /// The table as it is now.
  var view: View { View(entries: entries, mask: mask) }

  /// The same as `number`, in a view that is renewed when the table grows.
  func number(_ place: Int32, _ code: Int64, _ value: Int64, _ view: inout View) -> Int32 {
    let (head, tag) = (Self.head(place, code), Self.tag(value))
    var slot = Self.hash(head, value) & view.mask
    while true {
      let entry = view.entries[slot]
      if entry.number < 0 {
        let number = add(Key(place: place, code: code, value: value), slot)
        view = self.view
        return number
      }
      if entry.head == head, entry.tag == tag,
        tag != Self.greatTag || keys[Int(entry.number)].value == value
      {
        return entry.number
      }
      slot = (slot + 1) & view.mask
    }
  }

  /// Has memory bring the place where one looks first for a combination.
  @inline(__always)
  static func prefetch(_ place: Int32, _ code: Int64, _ value: Int64, _ view: View) {
    cscan_prefetch(view.entries + (hash(head(place, code), value) & view.mask))
  }

  /// The number of a combination if it stands where one looks first, which most do; else -1.
  @inline(__always)
  static func likelyNumber(_ place: Int32, _ code: Int64, _ value: Int64, _ view: View) -> Int32 {
    let (head, tag) = (head(place, code), tag(value))
    let entry = view.entries[hash(head, value) & view.mask]
    return entry.head == head && entry.tag == tag && tag != greatTag ? entry.number : -1
  }

  private func add(_ key: Key, _ slot: Int) -> Int32 {
    let number = Int32(keys.count)
    keys.append(key)
    put(key, number, at: slot)
    if keys.count * 2 > mask { grow() }
    return number
  }

  private func put(_ key: Key, _ number: Int32, at slot: Int) {
    entries[slot] = Entry(
      head: Self.head(key.place, key.code), number: number, tag: Self.tag(key.value))
  }

  private func grow() {
    entries.deallocate()
    mask = mask * 2 + 1
    entries = .allocate(capacity: mask + 1)
    entries.initialize(repeating: Entry(), count: mask + 1)
    for (number, key) in keys.enumerated() {
      var slot = Self.hash(Self.head(key.place, key.code), key.value) & mask
      while entries[slot].number >= 0 { slot = (slot + 1) & mask }
      put(key, Int32(number), at: slot)
    }
  }

  @inline(__always)
  private static func head(_ place: Int32, _ code: Int64) -> UInt64 {
    UInt64(UInt32(bitPattern: place)) << 32 | UInt64(UInt32(truncatingIfNeeded: code))
  }

  /// Stands for all values that are too great for a tag.
  private static let greatTag = UInt32.max

  @inline(__always)
  private static func tag(_ value: Int64) -> UInt32 {
    UInt32(truncatingIfNeeded: min(UInt64(bitPattern: value), UInt64(greatTag)))
  }

  @inline(__always)
  private static func hash(_ head: UInt64, _ value: Int64) -> Int {
    let mixed =
      head &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: value) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 32 ^ mixed >> 5) & Int.max
  }
}

/// Finds the group of each record: of its place, a text and a limit.
final class GroupKernel: Kernel {
  let register: SlotRegister
  private let index: GroupIndex
  private let places: SlotRegister
  private let codes: NumberRegister
  private let values: NumberRegister
  private let isByValue: Bool

  /// - Parameters:
  ///   - codes: `nil` where they tell nothing apart; the same of `values`.
  ///   - other: finds the same groups for other records.
  init(
    _ places: SlotRegister, codes: NumberRegister?, values: NumberRegister?,
    sharing other: GroupKernel?
  ) {
    self.places = places
    self.codes = codes ?? ConstantNumber(0, .int).register
    self.values = values ?? ConstantNumber(0, .int).register
    isByValue = values != nil
    index = other?.index ?? GroupIndex()
    register = SlotRegister(other?.register.space ?? .groups(index, of: places.space))
  }

  func run(_ slice: BatchSlice) {
    if isByValue { run(slice) { $0 } } else { run(slice) { _ in 0 } }
  }

  /// - Parameter value: what of a value tells groups apart.
  @inline(__always)
  private func run(_ slice: BatchSlice, _ value: (Int64) -> Int64) {
    let (slots, places) = (register.slots, self.places.slots)
    let (codes, values) = (self.codes.values, self.values.values)
    var view = index.view
    for word in 0..<slice.words {
      let valid =
        self.places.valid.words[word] & self.codes.valid.words[word]
        & self.values.valid.words[word] & slice.records(ofWord: word)
      register.valid.words[word] = valid
      for record in word * 64..<word * 64 + 64 {
        GroupIndex.prefetch(places[record], codes[record], value(values[record]), view)
      }
      var missing: UInt64 = 0
      for bit in 0..<64 {
        let record = word * 64 + bit
        let number = GroupIndex.likelyNumber(
          places[record], codes[record], value(values[record]), view)
        slots[record] = number
        missing |= UInt64(truncatingIfNeeded: number >> 31 & 1) << UInt64(bit)
      }
      forEachBit(of: missing & valid) { bit in
        let record = word * 64 + bit
        slots[record] = index.number(places[record], codes[record], value(values[record]), &view)
      }
    }
  }
}
