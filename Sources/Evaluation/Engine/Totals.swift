import Assessment
import Tables

/// What the records of each place add up to for one question: dense tables by place, so that memory is
/// bounded by units, groups and evidence, not by records.
final class Totals {
  /// What a record turned out to be, and whether it proves a violation.
  struct Kind: Hashable {
    /// How many kinds there are.
    static let count = 8
    /// Its number.
    let number: Int

    /// - Parameters:
    ///   - possible: one thing.
    ///   - counts: whether a passing record is one that is counted.
    init(_ possible: Possible, counts: Bool = true, proves: Bool) {
      let base = possible == .fail ? 2 : possible == .notDue ? 3 : counts ? 0 : 1
      number = base + (proves ? 4 : 0)
    }

    init(number: Int) { self.number = number }

    var possible: Possible { [.pass, .pass, .fail, .notDue][number & 3] }
    var counts: Bool { number & 3 == 0 }
    var proves: Bool { number >= 4 }
  }

  /// A record that proves a violation.
  struct Proof {
    let place: Int32
    let kind: UInt8
    let file: Int32
    let piece: Int32
    /// Its line, counted as its batch counts.
    let line: Int32
    /// Its index in its batch.
    let row: Int32
    /// When it was due and done, where there is a value.
    var due: Int64?
    var done: Int64?
  }

  /// The kinds of records of each place, `Kind.count` each.
  var counts = Grown<UInt32>()
  /// What the parts of the measure come to.
  var parts: [PartTotals]
  /// The first records of each place that prove a violation.
  private(set) var proofs: [Proof] = []
  private var kept = Grown<UInt32>()

  /// - Parameter kinds: what the parts of the measure are.
  init(_ kinds: [MeasureKind]) { parts = kinds.map(PartTotals.init) }

  /// Makes room for places.
  func reserve(_ count: Int) {
    counts.reserve(count * Kind.count)
    kept.reserve(count)
    for index in parts.indices { parts[index].reserve(count) }
  }

  /// How many records of each kind there are in a place.
  func kinds(_ place: Int) -> [UInt32] {
    (0..<Kind.count).map { counts[place * Kind.count + $0] }
  }

  /// Whether any record was added to a place.
  func hasRecords(_ place: Int) -> Bool {
    (0..<Kind.count).contains { counts[place * Kind.count + $0] != 0 }
  }

  /// Keeps a record that proves a violation, unless there are `limit` of its owner already.
  func keep(_ proof: @autoclosure () -> Proof, of owner: Int, limit: UInt32) {
    guard kept[owner] < limit else { return }
    kept[owner] += 1
    proofs.append(proof())
  }

  /// Adds what another thread found.
  /// - Parameters:
  ///   - places: the number here of each place there.
  ///   - pairs: the same of the different values of each part.
  func absorb(_ other: Totals, places: [Int32], pairs: [[Int32]]) {
    reserve(Int(places.max() ?? -1) + 1)
    let theirs = other.counts.numbers
    counts.withNumbers { counts in
      for (place, own) in places.enumerated() where (place + 1) * Kind.count <= theirs.count {
        for kind in 0..<Kind.count {
          counts[Int(own) * Kind.count + kind] &+= theirs[place * Kind.count + kind]
        }
      }
    }
    for index in parts.indices {
      parts[index].absorb(other.parts[index], places: places, pairs: pairs[index])
    }
    proofs += other.proofs.map { proof in
      Proof(
        place: places[Int(proof.place)], kind: proof.kind, file: proof.file, piece: proof.piece,
        line: proof.line, row: proof.row, due: proof.due, done: proof.done)
    }
  }
}

/// What one part of a measure comes to, by place.
struct PartTotals {
  /// What it is.
  let kind: MeasureKind
  /// How many records count.
  var counts = Grown<UInt32>()
  /// Their sum, in the units of the part's lane.
  var sums = Grown<Int128>()
  /// Which different values occurred, by their numbers.
  var seen = Grown<UInt8>()
  /// How often each value was ranked, by place and whether it proves a violation.
  var ranked: [RankedValue: Int] = [:]

  /// A value of a place.
  struct RankedValue: Hashable {
    let place: Int32
    let value: Int64
    let proves: Bool
  }

  init(_ kind: MeasureKind) { self.kind = kind }

  mutating func reserve(_ count: Int) {
    counts.reserve(count)
    if kind == .sum || kind == .mean { sums.reserve(count) }
  }

  mutating func absorb(_ other: PartTotals, places: [Int32], pairs: [Int32]) {
    for (place, own) in places.enumerated() {
      counts[Int(own)] &+= other.counts[place]
      if kind == .sum || kind == .mean { sums[Int(own)] &+= other.sums[place] }
    }
    for (pair, own) in pairs.enumerated() where other.seen[pair] != 0 {
      seen.reserve(Int(own) + 1)
      seen[Int(own)] = 1
    }
    for (value, count) in other.ranked {
      let own = RankedValue(
        place: places[Int(value.place)], value: value.value, proves: value.proves)
      ranked[own, default: 0] += count
    }
  }
}
