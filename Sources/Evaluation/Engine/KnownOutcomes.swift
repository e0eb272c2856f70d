import Assessment

/// What groups that were judged lately came to: most have few records, and the same counts of them.
struct KnownOutcomes {
  /// What a group came to.
  typealias Judged = (outcome: Verdict.Outcome, measured: Verdict.Measured?)

  private struct Entry {
    let counts: SIMD8<UInt32>
    let limit: Int64
    let judged: Judged
  }

  /// Each group has one place, where it is put instead of another.
  private var entries = [Entry?](repeating: nil, count: 1 << 9)

  /// What a group came to whose kinds of records are so many, and whose target has this limit, if that is known.
  subscript(counts: SIMD8<UInt32>, limit: Int64) -> Judged? {
    get {
      guard let entry = entries[Self.place(counts, limit)], entry.counts == counts,
        entry.limit == limit
      else { return nil }
      return entry.judged
    }
    set {
      guard let newValue else { return }
      entries[Self.place(counts, limit)] = Entry(counts: counts, limit: limit, judged: newValue)
    }
  }

  /// Most counts are small: four to a word are enough to tell them apart.
  private static func place(_ counts: SIMD8<UInt32>, _ limit: Int64) -> Int {
    let halves = unsafeBitCast(counts, to: SIMD4<UInt64>.self)
    let word = halves[0] &+ halves[1] << 17 &+ halves[2] << 34 &+ halves[3] << 51
    return Int(((word ^ UInt64(bitPattern: limit)) &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }
}
