/// What cells were read as, by their bytes as they stand in the file: an open-addressing table, so that
/// a cell met before costs neither trimming nor a `String`.
///
/// It starts anew when it has grown large: a column of ever new texts is not remembered for ever.
final class CellCache {
  /// One cell.
  struct Slot {
    /// A short cell's first eight bytes, zeros behind them; a longer one's hash.
    var first: UInt64 = 0
    /// A short cell's next eight bytes; where a longer one stands in the store.
    var second: UInt64 = 0
    /// How many bytes it has; -1 where the slot is free.
    var length: Int32 = -1
    /// What it was read as.
    var state = State.empty
    /// Its value, or the index of its fault.
    var value: Int64 = 0
  }

  /// What a cell was read as.
  enum State: Int32 {
    case empty
    case value
    case fault
  }

  /// Cells up to this length are compared as two words.
  static let shortLength = 16
  /// Longer cells are not remembered.
  static let longestLength = 256
  private static let mostCells = 1 << 17
  private static let mostBytes = 4 << 20

  private(set) var slots: UnsafeMutablePointer<Slot>
  /// The number of slots, a power of two, less one.
  private(set) var mask = 255
  /// The bytes of longer cells.
  private(set) var store: UnsafeMutablePointer<UInt8>
  private var storeSize = 1024
  private var stored = 0
  private var count = 0
  private var faults: [CellFault] = []

  init() {
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    store = .allocate(capacity: storeSize + ByteWindow.slack)
    store.initialize(repeating: 0, count: storeSize + ByteWindow.slack)
  }

  deinit {
    slots.deallocate()
    store.deallocate()
  }

  /// Forgets everything.
  func clear() {
    slots.deallocate()
    mask = 255
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    (stored, count, faults) = (0, 0, [])
  }

  /// What a cell was read as, if it was met before. Some bytes behind it must be readable.
  func reading(of cell: Bytes) -> CellReading? {
    guard let start = cell.baseAddress, cell.count <= Self.longestLength else { return nil }
    let key = CellKey(start, cell.count)
    let slot = slots[CellProbe(self).slot(of: key, start, cell.count)]
    if slot.length < 0 { return nil }
    switch slot.state {
    case .empty: return .empty
    case .value: return .value(slot.value)
    case .fault: return .fault(faults[Int(slot.value)])
    }
  }

  /// Remembers what a cell that was not met before was read as.
  func add(_ cell: Bytes, _ reading: CellReading) {
    guard let start = cell.baseAddress, cell.count <= Self.longestLength else { return }
    if count >= Self.mostCells || stored + cell.count > Self.mostBytes { clear() }
    if (count + 1) * 2 > mask { grow() }
    var slot = slot(reading)
    let key = CellKey(start, cell.count)
    (slot.first, slot.second, slot.length) = (key.first, key.second, Int32(cell.count))
    if cell.count > Self.shortLength { slot.second = UInt64(keep(cell)) }
    slots[CellProbe(self).slot(of: key, start, cell.count)] = slot
    count += 1
  }

  private func slot(_ reading: CellReading) -> Slot {
    var slot = Slot()
    switch reading {
    case .value(let value): (slot.state, slot.value) = (.value, value)
    case .fault(let fault):
      slot.state = .fault
      slot.value = Int64(faults.firstIndex(of: fault) ?? faults.count)
      if slot.value == faults.count { faults.append(fault) }
    case .empty, .unknown: break
    }
    return slot
  }

  /// Copies a longer cell into the store; returns where it stands.
  private func keep(_ cell: Bytes) -> Int {
    if stored + cell.count > storeSize {
      let larger = UnsafeMutablePointer<UInt8>.allocate(
        capacity: storeSize * 2 + ByteWindow.slack)
      larger.initialize(repeating: 0, count: storeSize * 2 + ByteWindow.slack)
      larger.update(from: store, count: stored)
      store.deallocate()
      store = larger
      storeSize *= 2
    }
    for (index, byte) in cell.enumerated() { store[stored + index] = byte }
    stored += cell.count
    return stored - cell.count
  }

  private func grow() {
    let (old, oldCount) = (slots, mask + 1)
    mask = oldCount * 2 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    for index in 0..<oldCount where old[index].length >= 0 {
      var place = CellKey.hash(of: old[index]) & mask
      while slots[place].length >= 0 { place = (place + 1) & mask }
      slots[place] = old[index]
    }
    old.deallocate()
  }
}
