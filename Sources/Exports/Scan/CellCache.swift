import CScan

/// What cells were read as, by their bytes as they stand in the file: an open-addressing table, so that
/// a cell met before costs neither trimming nor a `String`.
///
/// It starts anew when it has grown large: a column of ever new texts is not remembered for ever.
final class CellCache {
  private static let mostCells = 1 << Int(CCELLS_NUMBER_BITS) - 1
  private static let mostBytes = 4 << 20

  /// Small, so that they stay near the processor.
  private var slots: UnsafeMutablePointer<UInt32>
  private var mask = 255
  /// The cells in the order in which they were met, from number 1.
  private var entries: UnsafeMutablePointer<ccells_entry>
  private var store: UnsafeMutablePointer<UInt8>
  private var room = 128
  private var storeRoom = 1024
  private var stored = 0
  private var count = 0
  private var longest = 0
  private var hashes: [UInt64] = []
  private var faults: [CellFault] = []

  init() {
    slots = .make(mask + 1, of: 0)
    entries = .make(room + 1, of: ccells_entry())
    entries[0].is_doubtful = 1
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
    (stored, count, longest, hashes, faults) = (0, 0, 0, [], [])
  }

  /// The cells that were met before, as they are now.
  var known: ccells_known {
    ccells_known(
      slots: slots, mask: mask, entries: entries, count: count, longest: longest,
      store: store)
  }

  /// What a cell was read as, if it was met before. Some bytes behind it must be readable.
  func reading(of cell: Bytes) -> CellReading? {
    guard cell.count <= Int(CCELLS_LONGEST) else { return nil }
    let number = Int(ccells_number_of(known, cell.baseAddress, cell.count))
    if number == 0 { return nil }
    let entry = entries[number]
    if entry.is_sure == 1 { return .value(entry.value) }
    return entry.is_doubtful == 1 ? .fault(faults[Int(entry.flaw)]) : .empty
  }

  /// Remembers what a cell that was not met before was read as.
  func add(_ cell: Bytes, _ reading: CellReading) {
    guard cell.count <= Int(CCELLS_LONGEST) else { return }
    if count >= Self.mostCells || stored + cell.count > Self.mostBytes { clear() }
    if (count + 1) * 4 > mask { grow() }
    if count == room { (entries, room) = (entries.grown(room + 1, to: 2 * room + 1), 2 * room) }
    count += 1
    longest = max(longest, cell.count)
    entries[count] = entry(cell, reading)
    hashes.append(ccells_hash(cell.baseAddress, cell.count))
    place(count, hashes[count - 1])
  }

  private func entry(_ cell: Bytes, _ reading: CellReading) -> ccells_entry {
    var entry = ccells_entry_of(cell.baseAddress, cell.count)
    if cell.count > Int(CCELLS_SHORT) { entry.text.0 = UInt64(keep(cell)) }
    switch reading {
    case .value(let value): (entry.is_sure, entry.value) = (1, value)
    case .fault(let fault):
      let number = faults.firstIndex(of: fault) ?? faults.count
      if number == faults.count { faults.append(fault) }
      (entry.is_doubtful, entry.flaw) = (1, UInt16(number))
    case .empty, .unknown: break
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
    slots[slot] = UInt32(number) | ccells_tag(hash)
  }

  private func grow() {
    slots.deallocate()
    mask = 2 * mask + 1
    slots = .make(mask + 1, of: 0)
    for (index, hash) in hashes.enumerated() { place(index + 1, hash) }
  }
}
