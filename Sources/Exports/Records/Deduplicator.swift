import Calendars
import Tables

/// Finds records that share a key and makes one of them.
///
/// Of the records of one unit only those of the latest snapshot count, and those without a snapshot.
/// What is left of one key is one record: cells in which it differs become unreadable. It stands at
/// the place of the earliest snapshot, so that what had not happened is claimed only up to then;
/// of equals, at the first in the order of files and lines. Apart from places, the result does not
/// depend on the order of files and rows. Records with an empty or unreadable key are left alone.
struct Deduplicator {
  /// A record: its batch, and its index there.
  struct Place: Hashable {
    let batch: Int
    let row: Int
  }

  /// Records that became one.
  enum Merger {
    /// The second is the same as the first.
    case duplicate(kept: Place, dropped: Place)
    /// They differ in columns; the first is kept.
    case conflict([Place], columns: [Int])
  }

  /// The table; one record for each key after `run`.
  private(set) var table: Table
  /// What became one, in the order of files and lines.
  private(set) var mergers: [Merger] = []
  private let unitColumn: Int?
  private var dropped: [Int: Set<Int>] = [:]

  /// Looks for duplicates in `table`.
  init(_ table: Table, unitColumn: Int?) {
    self.table = table
    self.unitColumn = unitColumn
  }

  /// Makes one record of those that share a key.
  mutating func run() {
    if table.dataset.key.isEmpty { return }
    for group in KeyIndex(table).groups { merge(group) }
    if dropped.isEmpty { return }
    for (batch, rows) in dropped {
      let kept = (0..<table.batches[batch].count).filter { !rows.contains($0) }
      table.batches[batch] = table.batches[batch].picking(kept)
    }
    table.batches.removeAll { $0.count == 0 }
  }

  private mutating func merge(_ group: [Place]) {
    let current = current(group)
    guard let kept = current.min(by: { rank($0) < rank($1) }) else { return }
    let others = current.filter { $0 != kept }
    let columns = table.dataset.columns.indices.filter { column in
      others.contains { !isEqual($0, kept, column) }
    }
    for place in group where place != kept { dropped[place.batch, default: []].insert(place.row) }
    if columns.isEmpty {
      mergers += others.map { .duplicate(kept: kept, dropped: $0) }
    } else {
      mergers.append(.conflict([kept] + others, columns: columns))
      for column in columns { table.batches[kept.batch].columns[column].blot(kept.row) }
    }
  }

  /// The records that no later snapshot of the same unit replaces.
  private func current(_ group: [Place]) -> [Place] {
    var latest: [StoredCell?: Instant] = [:]
    for place in group {
      guard let snapshot = snapshot(place) else { continue }
      let unit = unitColumn.map { cell(place, $0) }
      latest[unit] = max(latest[unit] ?? snapshot, snapshot)
    }
    return group.filter { place in
      guard let snapshot = snapshot(place) else { return true }
      return latest[unitColumn.map { cell(place, $0) }] == snapshot
    }
  }

  private struct StoredCell: Hashable {
    let value: Int64
    let isPresent: Bool
    let isReadable: Bool
  }

  private func cell(_ place: Place, _ column: Int) -> StoredCell {
    let cells = table.batches[place.batch].columns[column]
    return StoredCell(
      value: cells.values[place.row], isPresent: cells.present[place.row],
      isReadable: cells.readable[place.row])
  }

  private func isEqual(_ left: Place, _ right: Place, _ column: Int) -> Bool {
    cell(left, column) == cell(right, column)
  }

  private func snapshot(_ place: Place) -> Instant? {
    table.files[table.batches[place.batch].file].snapshot
  }

  private func rank(_ place: Place) -> (Int64, Int, Int) {
    (snapshot(place)?.microseconds ?? .max, place.batch, place.row)
  }
}

/// Which records share a key: an open-addressing table of places, compared by their stored cells.
private struct KeyIndex {
  /// The records of each key that several share, in the order of files and lines.
  private(set) var groups: [[Deduplicator.Place]] = []
  private let table: Table
  private let key: [Int]
  private var slots: [Int64]
  private var positions: [Int64: Int] = [:]

  init(_ table: Table) {
    self.table = table
    key = table.dataset.key
    var size = 64
    while size < table.count * 2 { size *= 2 }
    slots = [Int64](repeating: -1, count: size)
    for batch in table.batches.indices {
      for row in 0..<table.batches[batch].count { add(batch, row) }
    }
  }

  private mutating func add(_ batch: Int, _ row: Int) {
    guard let hash = hash(batch, row) else { return }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isEqual(slots[slot], batch, row) { return join(slots[slot], batch, row) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int64(batch) << 32 | Int64(row)
  }

  private mutating func join(_ first: Int64, _ batch: Int, _ row: Int) {
    let place = Deduplicator.Place(batch: batch, row: row)
    if let position = positions[first] {
      groups[position].append(place)
    } else {
      positions[first] = groups.count
      groups.append([Self.place(first), place])
    }
  }

  private static func place(_ packed: Int64) -> Deduplicator.Place {
    Deduplicator.Place(batch: Int(packed >> 32), row: Int(packed & 0xFFFF_FFFF))
  }

  /// `nil` when a part of the key is empty or unreadable.
  private func hash(_ batch: Int, _ row: Int) -> UInt64? {
    var hash: UInt64 = 0
    for column in key {
      guard table.batches[batch].columns[column].present[row] else { return nil }
      let value = UInt64(bitPattern: table.batches[batch].columns[column].values[row])
      hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }

  private func isEqual(_ packed: Int64, _ batch: Int, _ row: Int) -> Bool {
    let place = Self.place(packed)
    return key.allSatisfy { column in
      table.batches[place.batch].columns[column].values[place.row]
        == table.batches[batch].columns[column].values[row]
    }
  }
}
