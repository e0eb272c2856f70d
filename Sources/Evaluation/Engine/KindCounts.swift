import CScan

/// For each kind of record how many of it each place has.
final class KindCounts {
  private let kinds = (0..<Totals.Kind.count).map { _ in Grown<UInt32>() }

  /// Makes room for places.
  func reserve(_ count: Int) { for kind in kinds { kind.reserve(count) } }

  /// Adds the records of a slice.
  /// - Parameters:
  ///   - words: what they are.
  ///   - places: where they belong.
  func add(
    _ words: UnsafePointer<WordJudge.Word>, _ count: Int, _ places: UnsafePointer<Int32>
  ) {
    for (kind, counts) in kinds.enumerated() {
      let (base, isFar) = (counts.base, counts.isFar ? Int32(1) : 0)
      for word in 0..<count {
        let records = words[word].records(ofKind: kind)
        if records != 0 { cmasks_count(base, places + word * 64, records, isFar) }
      }
    }
  }

  /// How many records of each kind there are in a place.
  subscript(place: Int) -> SIMD8<UInt32> {
    var counts = SIMD8<UInt32>()
    for (kind, own) in kinds.enumerated() { counts[kind] = own[place] }
    return counts
  }

  /// The same of the first `count` places, at once.
  func first(_ count: Int) -> [SIMD8<UInt32>] {
    var all = [SIMD8<UInt32>](repeating: SIMD8(), count: count)
    for (kind, counts) in kinds.enumerated() {
      let (base, room) = (counts.base, min(count, counts.room))
      for place in 0..<room where base[place] != 0 { all[place][kind] = base[place] }
    }
    return all
  }

  /// Adds the counts of another, of each place to the one here that `places` says; there is room for all.
  func add(_ other: KindCounts, at places: [Int32]) {
    for (own, theirs) in zip(kinds, other.kinds) { own.add(theirs, at: places) }
  }
}

extension WordJudge.Word {
  /// The records of a kind, by its number.
  @inline(__always)
  fileprivate func records(ofKind number: Int) -> UInt64 {
    let records =
      switch number & 3 {
      case 0: pass
      case 1: uncounted
      case 2: fail
      default: notDue
      }
    return records & (number < 4 ? ~proves : proves)
  }
}
