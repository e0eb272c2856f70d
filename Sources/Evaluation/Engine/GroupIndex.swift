import CScan
import Tables

/// Numbers the different combinations of a place, a code and a value in the order in which they are met: see
/// `cgroups_table`. It is kept small, so that it stays near the processor. Only one thread uses it at a
/// time, so that nothing is gained by checking each access.
final class GroupIndex {
  /// What tells groups apart.
  struct Key: Hashable {
    let place: Int32
    let code: Int64
    let value: Int64
  }

  /// How many combinations there are.
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var heads: UnsafeMutablePointer<UInt64>
  @exclusivity(unchecked) private var values: UnsafeMutablePointer<Int64>?
  /// For how many there is room, besides number 0, which is of no record.
  @exclusivity(unchecked) private var room = 1023
  @exclusivity(unchecked) private var slots: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) private var mask = 2047

  /// - Parameter hasValues: whether values tell combinations apart; else all are zero.
  init(hasValues: Bool) {
    heads = .make(room + 1, of: .max)
    values = hasValues ? .make(room + 1, of: 0) : nil
    slots = .make(mask + 1, of: 0)
  }

  deinit {
    heads.deallocate()
    values?.deallocate()
    slots.deallocate()
  }

  /// The table as it is now.
  var table: cgroups_table {
    // As many bits as the greatest number has that fits before the table grows.
    cgroups_table(
      slots: slots, mask: mask, number_mask: UInt32(truncatingIfNeeded: mask), heads: heads,
      values: values)
  }

  /// The combination with a number.
  func key(_ number: Int) -> Key {
    let head = heads[number + 1]
    return Key(
      place: Int32(truncatingIfNeeded: head >> 32), code: Int64(head & 0xFFFF_FFFF),
      value: values?[number + 1] ?? 0)
  }

  /// All, in the order of their numbers.
  var keys: [Key] { (0..<count).map(key) }

  /// The number of a combination, which is added when new; a code is that of a text, less than 2^32.
  func number(_ place: Int32, _ code: Int64, _ value: Int64) -> Int32 {
    let head = cgroups_head(place, code)
    var slot = 0
    let known = cgroups_number(table, head, value, &slot)
    if known > 0 { return Int32(known) - 1 }
    if count == room { makeRoom() }
    count += 1
    heads[count] = head
    values?[count] = value
    put(count, at: slot)
    if count * 8 > mask * 5 { grow() }
    return Int32(count - 1)
  }

  private func put(_ number: Int, at slot: Int) {
    let hash = cgroups_hash(heads[number], values?[number] ?? 0)
    slots[slot] = UInt32(number) | cgroups_tag(hash, UInt32(truncatingIfNeeded: mask))
  }

  private func makeRoom() {
    heads = heads.grown(room + 1, to: 2 * room + 1)
    values = values?.grown(room + 1, to: 2 * room + 1)
    room *= 2
  }

  private func grow() {
    slots.deallocate()
    mask = mask * 2 + 1
    slots = .make(mask + 1, of: 0)
    for number in 1...count {
      let hash = cgroups_hash(heads[number], values?[number] ?? 0)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      put(number, at: slot)
    }
  }
}
