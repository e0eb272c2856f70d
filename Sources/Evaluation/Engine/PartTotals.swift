import Assessment
import CScan

/// What one part of a measure comes to, by place.
final class PartTotals {
  /// How many records count.
  let counts = PlaceCounts()
  /// Their sum, in the units of the part's lane.
  let sums = Grown<Int128>()
  /// Which different values occurred, by their numbers.
  let seen = Grown<UInt8>()
  /// How often each value was ranked, by place and whether it proves a violation.
  private(set) var ranked: [RankedValue: Int] = [:]
  /// How many different ones each place has. A place that has more than a verdict ranks gets no more.
  private let rankedCounts = Grown<UInt32>()
  private static let mostRanked = UInt32(2 * QuantileTally.mostNumbers + 2)
  private let part: Question.MeasurePart

  /// A value of a place.
  struct RankedValue: Hashable {
    let place: Int32
    let value: Int64
    let proves: Bool
  }

  init(_ part: Question.MeasurePart) { self.part = part }

  private var isSum: Bool { part.kind == .sum || part.kind == .mean }

  private var isRank: Bool { part.kind == .median || part.kind == .percentile }

  /// Makes room for places.
  func reserve(_ count: Int) {
    counts.reserve(count)
    if isSum { sums.reserve(count) }
    if isRank { rankedCounts.reserve(count) }
    if let pairs = part.pairs.first { seen.reserve(pairs.space.count) }
  }

  /// Adds the passing records of a slice that count by the part's condition, of a step of a roll-up.
  func add(
    _ words: UnsafePointer<WordJudge.Word>, _ count: Int, _ places: UnsafePointer<Int32>, step: Int
  ) {
    let filter = part.filter?.yes.words
    let adding = adding(step)
    counts.withAdding { addCounts in
      for word in 0..<count {
        let records = words[word].pass & (filter?[word] ?? .max)
        if records == 0 { continue }
        let places = places + word * 64
        addCounts(places, records)
        switch adding {
        case .nothing: break
        case .sums(let sums, let values):
          forEachBit(of: records) { sums[Int(places[$0])] &+= Int128(values[word * 64 + $0]) }
        case .marks(let seen, let pairs):
          cmasks_mark(seen, pairs + word * 64, records)
        case .ranks(let values): rank(records, words[word].proves, places, values + word * 64)
        }
      }
    }
  }

  /// What is added besides counts, by pointers: to ask objects for every word costs more than the work itself.
  private enum Adding {
    case nothing
    case sums(UnsafeMutablePointer<Int128>, of: UnsafeMutablePointer<Int64>)
    case marks(UnsafeMutablePointer<UInt8>, at: UnsafeMutablePointer<Int32>)
    case ranks(UnsafeMutablePointer<Int64>)
  }

  private func adding(_ step: Int) -> Adding {
    guard let value = part.value else { return .nothing }
    switch part.kind {
    case .sum, .mean: return .sums(sums.base, of: value.values)
    case .distinct: return .marks(seen.base, at: part.pairs[step].slots)
    default: return .ranks(value.values)
    }
  }

  private func rank(
    _ records: UInt64, _ proves: UInt64, _ places: UnsafePointer<Int32>,
    _ values: UnsafeMutablePointer<Int64>
  ) {
    forEachBit(of: records) { bit in
      let value = RankedValue(
        place: places[bit], value: values[bit], proves: proves >> UInt64(bit) & 1 == 1)
      rank(value, 1)
    }
  }

  /// A value whether it proves a violation or not is two: so many are more than a verdict ranks in any case.
  private func rank(_ value: RankedValue, _ count: Int) {
    if let known = ranked[value] {
      ranked[value] = known + count
    } else if rankedCounts[Int(value.place)] < Self.mostRanked {
      ranked[value] = count
      rankedCounts.base[Int(value.place)] += 1
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
      rank(own, count)
    }
  }
}
