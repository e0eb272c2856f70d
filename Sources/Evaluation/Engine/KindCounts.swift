import CScan

/// For each kind of record how many of it each place has. A kind that no record is takes no memory.
final class KindCounts {
  private let kinds = (0..<Totals.Kind.count).map { _ in PlaceCounts() }
  private var wanted = 0

  /// Makes room for places, in the counts that need it.
  func reserve(_ count: Int) { wanted = max(wanted, count) }

  /// Adds the records of a slice.
  /// - Parameters:
  ///   - words: what they are.
  ///   - places: where they belong.
  func add(
    _ words: UnsafePointer<WordJudge.Word>, _ count: Int, _ places: UnsafePointer<Int32>
  ) {
    add(0, count, places) { words[$0].pass & ~words[$0].proves }
    add(1, count, places) { words[$0].uncounted & ~words[$0].proves }
    add(2, count, places) { words[$0].fail & ~words[$0].proves }
    add(3, count, places) { words[$0].notDue & ~words[$0].proves }
    add(4, count, places) { words[$0].pass & words[$0].proves }
    add(5, count, places) { words[$0].uncounted & words[$0].proves }
    add(6, count, places) { words[$0].fail & words[$0].proves }
    add(7, count, places) { words[$0].notDue & words[$0].proves }
  }

  /// Adds the records of one kind, by its number.
  @inline(__always)
  private func add(
    _ kind: Int, _ count: Int, _ places: UnsafePointer<Int32>, _ records: (Int) -> UInt64
  ) {
    var all: UInt64 = 0
    for word in 0..<count { all |= records(word) }
    if all == 0 { return }
    let counts = kinds[kind]
    counts.reserve(wanted)
    counts.withAdding { add in
      for word in 0..<count { add(places + word * 64, records(word)) }
    }
  }

  /// How many records of each kind there are in a place.
  subscript(place: Int) -> SIMD8<UInt32> {
    var counts = SIMD8<UInt32>()
    for (kind, own) in kinds.enumerated() { counts[kind] = own[place] }
    return counts
  }

  /// The same of the first `count` places that have any, in order.
  func forEach(ofFirst count: Int, _ body: (_ place: Int, _ counts: SIMD8<UInt32>) -> Void) {
    var block = [SIMD8<UInt32>](repeating: SIMD8(), count: 512)
    for first in stride(from: 0, to: count, by: block.count) {
      for (kind, counts) in kinds.enumerated() where counts.isUsed {
        counts.forEach(in: first..<min(first + block.count, count)) { block[$0 - first][kind] = $1 }
      }
      for index in block.indices where block[index] != SIMD8() {
        body(first + index, block[index])
        block[index] = SIMD8()
      }
    }
  }

  /// How many records were added, to all places.
  var recordCount: Int {
    var sum = 0
    for kind in kinds { kind.forEach(in: 0..<kind.room) { sum += Int($1) } }
    return sum
  }

  /// Adds the counts of another, of each place to the one here that `places` says; there is room for all.
  func add(_ other: KindCounts, at places: [Int32]) {
    for (own, theirs) in zip(kinds, other.kinds) where theirs.isUsed {
      own.reserve(wanted)
      own.add(theirs, at: places)
    }
  }
}
