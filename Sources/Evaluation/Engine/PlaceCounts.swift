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

  /// Adds the counts of another, of each place to the one here that `places` says; there is room for all.
  func add(_ other: PlaceCounts, at places: [Int32]) {
    let own = counts.base
    for place in 0..<min(places.count, other.room) {
      let count = other[place]
      if count != 0 { own[Int(places[place])] += count }
    }
  }
}
