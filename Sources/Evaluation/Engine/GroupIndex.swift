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
  /// Place and code of each, behind number 0, which is of no record; `nil` while the grid knows them all.
  @exclusivity(unchecked) private var heads: UnsafeMutablePointer<UInt64>?
  @exclusivity(unchecked) private var values: UnsafeMutablePointer<Int64>?
  /// For how many heads and values there is room, besides number 0.
  @exclusivity(unchecked) private var room = 1023
  /// The table; not filled while the grid holds all that tells combinations apart.
  @exclusivity(unchecked) private var slots: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) private var mask = 0
  /// Where the lowest places and codes are found at once.
  private let grid: CodeGrid

  /// - Parameters:
  ///   - hasValues: whether values tell combinations apart; else all are zero.
  ///   - places: how many there are by now.
  init(hasValues: Bool, places: Int) {
    grid = CodeGrid(rows: places)
    slots = .make(1, of: 0)
    guard hasValues else { return }
    heads = .make(room + 1, of: .max)
    values = .make(room + 1, of: 0)
  }

  deinit {
    heads?.deallocate()
    values?.deallocate()
    slots.deallocate()
  }

  /// The table as it is now.
  var table: cgroups_table {
    // As many bits as the greatest number has that fits before the table grows.
    cgroups_table(
      slots: slots, mask: mask, number_mask: UInt32(truncatingIfNeeded: mask), heads: heads,
      values: values, grid: grid.numbers, rows: grid.rows, code_bits: UInt32(grid.codeBits))
  }

  /// Whether all combinations are in the grid, which tells them apart.
  private var isInGrid: Bool { values == nil && !grid.isGivenUp }

  /// Writes down the place and code of each combination, which only the grid may know: before anybody asks for a key.
  func settle() {
    if heads != nil { return }
    while room < count { room = 2 * room + 1 }
    let heads = UnsafeMutablePointer<UInt64>.make(room + 1, of: .max)
    grid.forEach { heads[$0] = cgroups_head($1, $2) }
    self.heads = heads
  }

  /// The combination with a number.
  func key(_ number: Int) -> Key {
    let head = heads?[number + 1] ?? .max
    return Key(
      place: Int32(truncatingIfNeeded: head >> 32), code: Int64(head & 0xFFFF_FFFF),
      value: values?[number + 1] ?? 0)
  }

  /// All, in the order of their numbers.
  var keys: LazyMapSequence<Range<Int>, Key> { (0..<count).lazy.map { self.key($0) } }

  /// Adds the combinations of another when both are settled; gives the number here of each there.
  /// - Parameter parents: the place here of each place there.
  func absorb(_ other: GroupIndex, parents: [Int32]) -> [Int32] {
    var all: [Int32] = []
    for first in stride(from: 0, to: other.count, by: 64) {
      // Behind the last comes the last again, which adds nothing.
      let keys = (first..<first + 64).map { other.key(min($0, other.count - 1)) }
      let places = keys.map { parents[Int($0.place)] }
      var (table, numbers) = (table, places)
      let missing = cgroups_find(
        &table, places, keys.map(\.code), values == nil ? nil : keys.map(\.value), &numbers)
      forEachBit(of: missing) {
        numbers[$0] = number(places[$0], keys[$0].code, keys[$0].value)
      }
      all += numbers.prefix(other.count - first)
    }
    return all
  }

  /// The number of a combination, which is added when new; a code is that of a text, less than 2^32.
  /// - Parameter greatest: the greatest code that is asked for soon.
  func number(
    _ place: Int32, _ code: Int64, _ value: Int64, greatest: @autoclosure () -> Int64 = 0
  ) -> Int32 {
    guard isInGrid else { return tabled(place, code, value, greatest()) }
    let known = grid[place, code]
    if known > 0 { return Int32(known) - 1 }
    if !grid.makeRoom(place, code, greatest: greatest()) {
      leaveGrid()
      return tabled(place, code, value, 0)
    }
    add(cgroups_head(place, code), value)
    grid.put(count, place, code)
    return Int32(count - 1)
  }

  /// The same where the table tells combinations apart.
  private func tabled(
    _ place: Int32, _ code: Int64, _ value: Int64, _ greatest: @autoclosure () -> Int64
  ) -> Int32 {
    let head = cgroups_head(place, code)
    var slot = 0
    let known = cgroups_number(table, head, value, &slot)
    if known > 0 { return Int32(known) - 1 }
    add(head, value)
    put(count, at: slot)
    if count * 8 > mask * 5 { makeTable() }
    if grid.makeRoom(place, code, greatest: greatest()) { grid.put(count, place, code) }
    return Int32(count - 1)
  }

  private func add(_ head: UInt64, _ value: Int64) {
    if let heads, count == room {
      self.heads = heads.grown(room + 1, to: 2 * room + 1)
      values = values?.grown(room + 1, to: 2 * room + 1)
      room *= 2
    }
    count += 1
    heads?[count] = head
    values?[count] = value
  }

  private func leaveGrid() {
    settle()
    grid.clear()
    makeTable()
  }

  private func put(_ number: Int, at slot: Int) {
    slots[slot] =
      UInt32(number) | cgroups_tag(hash(of: number), UInt32(truncatingIfNeeded: mask))
  }

  private func hash(of number: Int) -> UInt64 {
    cgroups_hash(heads?[number] ?? .max, values?[number] ?? 0)
  }

  /// Makes a table with room for twice as many as there are.
  private func makeTable() {
    slots.deallocate()
    mask = 2047
    while count * 4 > mask { mask = mask * 2 + 1 }
    slots = .make(mask + 1, of: 0)
    for number in 1..<count + 1 {
      var slot = Int(truncatingIfNeeded: hash(of: number)) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      put(number, at: slot)
    }
  }
}
