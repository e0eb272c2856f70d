import CScan

/// How many records each place has, where they are added for every record: by bytes where places are many, which
/// stay near the processor longer. Only one thread uses it at a time.
final class PlaceCounts {
  private let counts = Grown<UInt32>()
  /// What is to be added to the counts.
  private let bytes = Grown<UInt8>()

  /// Whether room was ever made.
  var isUsed: Bool { counts.isUsed }

  /// For how many places there is room.
  var room: Int { counts.room }

  /// Makes room for places.
  func reserve(_ count: Int) {
    counts.reserve(count)
    if counts.isFar { bytes.reserve(counts.room) }
  }

  /// Calls `body` with a function that adds those of sixty-four records whose bits are set, at their places.
  @inline(__always)
  func withAdding(_ body: ((_ places: UnsafePointer<Int32>, _ records: UInt64) -> Void) -> Void) {
    let counts = counts.base
    if !bytes.isUsed {
      body { cmasks_count(counts, $0, $1) }
    } else {
      let bytes = bytes.base
      body { cmasks_count_far(bytes, counts, $0, $1) }
    }
  }

  /// The count of a place; zero beyond those for which room was made.
  subscript(place: Int) -> UInt32 { counts[place] + UInt32(bytes[place]) }

  /// Calls `body` with each of some places that has a count, and that count.
  @inline(__always)
  func forEach(in places: Range<Int>, _ body: (_ place: Int, _ count: UInt32) -> Void) {
    let (counts, bytes) = (counts.base, bytes.isUsed ? bytes.base : nil)
    for place in places.clamped(to: 0..<room) {
      let count = counts[place] + UInt32(bytes?[place] ?? 0)
      if count != 0 { body(place, count) }
    }
  }

  /// Adds the counts of another, of each place to the one here that `places` says; there is room for all.
  func add(_ other: PlaceCounts, at places: [Int32]) {
    let own = counts.base
    other.forEach(in: places.indices) { own[Int(places[$0])] += $1 }
  }
}
