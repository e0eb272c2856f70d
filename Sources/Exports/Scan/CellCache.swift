/// What cells were read as, by their bytes as they stand in the file: an open-addressing table, so that
/// a cell met before costs neither trimming nor a `String`.
///
/// It starts anew when it has grown large: a column of ever new texts is not remembered for ever.
final class CellCache {
  /// One cell.
  struct Entry {
    /// A short cell's first eight bytes, zeros behind them; a longer one's hash.
    var first: UInt64 = 0
    /// A short cell's next eight bytes; where a longer one stands in the store.
    var second: UInt64 = 0
    /// Its value, or the index of its fault.
    var value: Int64 = 0
    /// How many bytes it has.
    var length: Int32 = 0
    /// What it was read as.
    var state = State.unknown
  }

  /// What a cell was read as.
  enum State: Int32 {
    /// It was not met: the state of the entry before the first.
    case unknown
    case empty
    case value
    case fault
  }

  /// Cells up to this length are compared as two words.
  static let shortLength = 16
  /// Longer cells are not remembered.
  static let longestLength = 256
  /// The bits of a slot that are an entry's number; the others are the highest of its hash.
  static let numberBits: UInt32 = 17
  private static let mostCells = 1 << numberBits - 1
  private static let mostBytes = 4 << 20

  /// Numbers of entries, and bits of their hashes; 0 where there is none. Small, so that it stays near
  /// the processor.
  private(set) var slots: UnsafeMutablePointer<UInt32>
  /// The number of slots, a power of two, less one.
  private(set) var mask = 255
  /// The cells in the order in which they were met, from number 1.
  private(set) var entries: UnsafeMutablePointer<Entry>
  /// The bytes of longer cells.
  private(set) var store: UnsafeMutablePointer<UInt8>
  private var room = 128
  private var storeRoom = 1024
  private var stored = 0
  private var count = 0
  private var faults: [CellFault] = []

  init() {
    slots = .make(mask + 1, of: 0)
    entries = .make(room + 1, of: Entry())
    store = .make(storeRoom + ByteWindow.slack, of: 0)
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
    store.deallocate()
  }

  /// Forgets everything.
  func clear() {
    slots.deallocate()
    mask = 255
    slots = .make(mask + 1, of: 0)
    (stored, count, faults) = (0, 0, [])
  }

  /// What a cell was read as, if it was met before. Some bytes behind it must be readable.
  func reading(of cell: Bytes) -> CellReading? {
    guard let start = cell.baseAddress, cell.count <= Self.longestLength else { return nil }
    let number = CellProbe(self).number(of: CellKey(start, cell.count), start, cell.count)
    let entry = entries[number]
    switch entry.state {
    case .unknown: return nil
    case .empty: return .empty
    case .value: return .value(entry.value)
    case .fault: return .fault(faults[Int(entry.value)])
    }
  }

  /// Remembers what a cell that was not met before was read as.
  func add(_ cell: Bytes, _ reading: CellReading) {
    guard let start = cell.baseAddress, cell.count <= Self.longestLength else { return }
    if count >= Self.mostCells || stored + cell.count > Self.mostBytes { clear() }
    if (count + 1) * 2 > mask { grow() }
    if count == room { (entries, room) = (entries.grown(room + 1, to: 2 * room + 1), 2 * room) }
    let key = CellKey(start, cell.count)
    var entry = entry(reading)
    (entry.first, entry.second, entry.length) = (key.first, key.second, Int32(cell.count))
    if cell.count > Self.shortLength { entry.second = UInt64(keep(cell)) }
    count += 1
    entries[count] = entry
    place(count, key.hash)
  }

  private func entry(_ reading: CellReading) -> Entry {
    var entry = Entry()
    switch reading {
    case .value(let value): (entry.state, entry.value) = (.value, value)
    case .fault(let fault):
      entry.state = .fault
      entry.value = Int64(faults.firstIndex(of: fault) ?? faults.count)
      if entry.value == faults.count { faults.append(fault) }
    case .empty, .unknown: entry.state = .empty
    }
    return entry
  }

  /// Copies a longer cell into the store; returns where it stands.
  private func keep(_ cell: Bytes) -> Int {
    if stored + cell.count > storeRoom {
      store = store.grown(stored, to: 2 * storeRoom + ByteWindow.slack)
      storeRoom *= 2
    }
    for (index, byte) in cell.enumerated() { store[stored + index] = byte }
    stored += cell.count
    return stored - cell.count
  }

  private func place(_ number: Int, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(number) | CellKey.tag(hash)
  }

  private func grow() {
    slots.deallocate()
    mask = 2 * mask + 1
    slots = .make(mask + 1, of: 0)
    for number in stride(from: 1, through: count, by: 1) {
      place(number, CellKey.hash(of: entries[number]))
    }
  }
}

extension UnsafeMutablePointer {
  /// Room for some values, all the same at first.
  static func make(_ count: Int, of value: Pointee) -> Self {
    let pointer = allocate(capacity: count)
    pointer.initialize(repeating: value, count: count)
    return pointer
  }
}

extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
  /// The first `count` values with room for more behind them; the old room is gone.
  fileprivate func grown(_ count: Int, to room: Int) -> Self {
    let larger = Self.make(room, of: self[0])
    larger.update(from: self, count: count)
    deallocate()
    return larger
  }
}
