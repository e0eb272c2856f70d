import Assessment
import CScan

/// What one part of a measure comes to, by place.
final class PartTotals {
  /// How many records count.
  let counts = Grown<UInt32>()
  /// Their sum, in the units of the part's lane.
  let sums = Grown<Int128>()
  /// Which different values occurred, by their numbers.
  let seen = Grown<UInt8>()
  /// How often each value was ranked, by place and whether it proves a violation.
  private(set) var ranked: [RankedValue: Int] = [:]
  private let part: Question.MeasurePart

  /// A value of a place.
  struct RankedValue: Hashable {
    let place: Int32
    let value: Int64
    let proves: Bool
  }

  init(_ part: Question.MeasurePart) { self.part = part }

  private var isSum: Bool { part.kind == .sum || part.kind == .mean }

  /// Makes room for places.
  func reserve(_ count: Int) {
    counts.reserve(count)
    if isSum { sums.reserve(count) }
    if let pairs = part.pairs.first { seen.reserve(pairs.space.count) }
  }

  /// Adds passing records of a word, of the step of a roll-up.
  /// - Parameters:
  ///   - records: those that count by the part's condition are added.
  ///   - proves: those that prove a violation.
  func add(
    _ records: UInt64, proves: UInt64, word: Int, _ places: UnsafeMutablePointer<Int32>, step: Int
  ) {
    let records = records & (part.filter?.yes.words[word] ?? .max)
    if records == 0 { return }
    let places = places + word * 64
    cmasks_count(counts.base, places, records, counts.isFar ? 1 : 0)
    guard let value = part.value else { return }
    let values = value.values + word * 64
    switch part.kind {
    case .sum, .mean:
      let sums = sums.base
      forEachBit(of: records) { sums[Int(places[$0])] &+= Int128(values[$0]) }
    case .distinct:
      let (seen, pairs) = (seen.base, part.pairs[step].slots + word * 64)
      forEachBit(of: records) { seen[Int(pairs[$0])] = 1 }
    default: rank(records, proves, places, values)
    }
  }

  private func rank(
    _ records: UInt64, _ proves: UInt64, _ places: UnsafeMutablePointer<Int32>,
    _ values: UnsafeMutablePointer<Int64>
  ) {
    forEachBit(of: records) { bit in
      let value = RankedValue(
        place: places[bit], value: values[bit], proves: proves >> UInt64(bit) & 1 == 1)
      ranked[value, default: 0] += 1
    }
  }

  /// Adds what another thread found; see `Totals.absorb`, which makes room for places.
  func absorb(_ other: PartTotals, places: [Int32], pairs: [Int32]) {
    counts.add(other.counts, at: places)
    if isSum { sums.add(other.sums, at: places) }
    seen.reserve(Int(pairs.max() ?? -1) + 1)
    for (pair, own) in pairs.enumerated() { seen.base[Int(own)] |= other.seen[pair] }
    for (value, count) in other.ranked {
      let own = RankedValue(
        place: places[Int(value.place)], value: value.value, proves: value.proves)
      ranked[own, default: 0] += count
    }
  }
}
