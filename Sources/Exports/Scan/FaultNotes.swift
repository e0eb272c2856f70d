/// Where something is wrong in a piece of a file: what is said about it is worked out after the
/// reading, when it is known on which line the piece begins and which faults are beyond the limit.
struct FaultNotes: Sendable {
  /// A fault, and the record that has it.
  struct Note: Sendable {
    let place: RecordPlace
    let slot: RecordFault.Slot
  }

  /// The first of each kind and column, up to the limit; lines are counted in the piece.
  private(set) var notes: [Note] = []
  /// How many there are of each kind and column.
  private(set) var counts: [RecordFault.Slot: Int] = [:]
  /// How many records have empty cells only.
  private(set) var blanks = 0
  /// The first of them.
  private(set) var firstBlank: RecordPlace?
  private let limit: Int

  /// Notes up to `limit` faults of each kind and column.
  init(limit: Int) { self.limit = max(1, limit) }

  /// Notes a fault.
  mutating func note(_ slot: RecordFault.Slot, at place: RecordPlace) {
    let count = counts[slot, default: 0]
    counts[slot] = count + 1
    if count < limit { notes.append(Note(place: place, slot: slot)) }
  }

  /// Notes a record of empty cells.
  mutating func noteBlank(at place: RecordPlace) {
    if blanks == 0 { firstBlank = place }
    blanks += 1
  }

  /// The faults that are counted and not noted.
  var rest: [RecordFault.Slot: Int] { counts.compactMapValues { $0 > limit ? $0 - limit : nil } }
}
