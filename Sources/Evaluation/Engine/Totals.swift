import Tables

/// What the records of each place add up to for one question: dense tables by place, so that memory is
/// bounded by units, groups and evidence, not by records. Only one thread uses it at a time, so that nothing
/// is gained by checking each access.
final class Totals {
  /// What a record turned out to be, and whether it proves a violation.
  struct Kind: Hashable {
    /// How many kinds there are.
    static let count = 8
    /// Its number.
    let number: Int

    init(number: Int) { self.number = number }

    /// - Parameters:
    ///   - possible: one thing.
    ///   - counts: whether a passing record is one that is counted.
    init(_ possible: Possible, counts: Bool = true, proves: Bool) {
      let base = possible == .fail ? 2 : possible == .notDue ? 3 : counts ? 0 : 1
      number = base + (proves ? 4 : 0)
    }

    var possible: Possible { [.pass, .pass, .fail, .notDue][number & 3] }
    var counts: Bool { number & 3 == 0 }
    var proves: Bool { number >= 4 }
  }

  /// A record that proves a violation; small, since many are kept.
  struct Proof {
    private var placeAndKind: UInt32
    let file: Int32
    let piece: Int32
    /// Its line, counted as its batch counts.
    let line: Int32
    /// Its index in its batch; once it has a key that is kept, where that stands in `keys`.
    private var rowOrKey: Int32

    init(place: Int32, kind: Kind, file: Int32, piece: Int32, line: Int32, row: Int32) {
      placeAndKind = UInt32(bitPattern: place) << 3 | UInt32(kind.number)
      (self.file, self.piece, self.line, rowOrKey) = (file, piece, line, row)
    }

    /// Less than 2^29.
    var place: Int32 {
      get { Int32(placeAndKind >> 3) }
      set { placeAndKind = UInt32(bitPattern: newValue) << 3 | placeAndKind & 7 }
    }

    var kind: Kind { Kind(number: Int(placeAndKind & 7)) }
    var row: Int32 { rowOrKey }
    /// Where its key stands, if it was given one.
    var key: Int32 {
      get { -1 - rowOrKey }
      set { rowOrKey = -1 - newValue }
    }
    var hasKey: Bool { rowOrKey < 0 }
  }

  /// When a record was due and done, where there is a value; small, since many are kept.
  struct Moments {
    private static let none = Int64.min
    private let dueOrNone: Int64
    private let doneOrNone: Int64

    init(due: Int64?, done: Int64?) {
      (dueOrNone, doneOrNone) = (due ?? Self.none, done ?? Self.none)
    }

    var due: Int64? { dueOrNone == Self.none ? nil : dueOrNone }
    var done: Int64? { doneOrNone == Self.none ? nil : doneOrNone }
  }

  /// For each kind how many records of it each place has.
  let counts = KindCounts()
  /// What the parts of the measure come to.
  let parts: [PartTotals]
  /// The first records of each place that prove a violation.
  @exclusivity(unchecked) private(set) var proofs: [Proof] = []
  /// The same records' moments; none where nothing is due.
  @exclusivity(unchecked) private(set) var moments: [Moments] = []
  /// The keys of records that are not kept.
  var keys = KeyTexts()
  private let kept = Grown<UInt32>()
  /// How many owners of kept records there are.
  @exclusivity(unchecked) private(set) var ownerCount = 0

  /// - Parameter parts: the parts of the measure.
  init(_ parts: [Question.MeasurePart]) { self.parts = parts.map(PartTotals.init) }

  /// Makes room for places, and for those who own the records that are kept: places or units.
  func reserve(_ count: Int, owners: Int) {
    counts.reserve(count)
    kept.reserve(owners)
    ownerCount = max(ownerCount, owners)
    for part in parts { part.reserve(count) }
  }

  /// How many records of each owner are kept that prove a violation, until room is made for more places.
  var keptCounts: UnsafeMutablePointer<UInt32> { kept.base }

  /// Keeps a record that proves a violation.
  func keep(_ proof: Proof, _ moments: Moments?) {
    if proofs.capacity == 0 { proofs.reserveCapacity(1 << 14) }
    proofs.append(proof)
    if let moments { self.moments.append(moments) }
  }

  /// Adds what another thread found, which keeps its proofs no longer.
  /// - Parameters:
  ///   - places: the number here of each place there.
  ///   - pairs: the same of the different values of each part.
  func absorb(_ other: Totals, places: [Int32], pairs: [[Int32]]) {
    let count = Int(places.max() ?? -1) + 1
    reserve(count, owners: count)
    counts.add(other.counts, at: places)
    for (index, part) in parts.enumerated() {
      part.absorb(other.parts[index], places: places, pairs: pairs[index])
    }
    moments += other.moments
    proofs.reserveCapacity(proofs.count + other.proofs.count)
    for proof in other.proofs {
      var proof = proof
      proof.place = places[Int(proof.place)]
      proofs.append(proof)
    }
    other.forgetProofs()
  }

  /// Leaves the proofs to the totals that took them.
  private func forgetProofs() { (proofs, moments) = ([], []) }
}
