import Testing

/// What occurred in many comparisons.
struct AgreementTally {
  /// Pairs of a rulebook and exports.
  var pairs = 0
  private var differences: [String] = []
  private var rulebooks = 0
  private var refused: [(UInt64, String)] = []
  private var shapes: [String: Int] = [:]
  private var census = AgreementPair.Census()

  /// Counts a rulebook that the loader did not take.
  mutating func refuse(_ seed: UInt64, _ why: String) { refused.append((seed, why)) }

  mutating func add(_ rules: RandomRulebook) {
    rulebooks += 1
    for shape in rules.shapes { shapes[shape, default: 0] += 1 }
  }

  mutating func add(_ other: AgreementPair.Census) {
    census.kernels += other.kernels
    census.oracle += other.oracle
  }

  /// Notes that something else was found than the oracle did.
  mutating func differ(_ what: String) { differences.append(what) }

  /// Nothing but what the oracle found.
  func expectAgreement() {
    let some = differences.prefix(5).joined(separator: "\n")
    let isSame = differences.isEmpty
    #expect(isSame, "\(differences.count) of \(pairs) pairs differ:\n\(some)")
  }

  /// Every shape and measure occurred, few rulebooks were broken, and kernels had their share.
  func expectEnough() {
    let why = refused.prefix(3).map { "seed \($0.0): \($0.1)" }.joined(separator: "\n")
    let isWellWritten = refused.count * 10 <= rulebooks
    #expect(isWellWritten, "\(refused.count) refused: \(why)")
    for shape in Self.wanted {
      #expect(shapes[shape, default: 0] >= 3, "\(shape): \(shapes[shape, default: 0])")
    }
    #expect(
      census.kernels > census.oracle / 10, "kernels \(census.kernels), oracle \(census.oracle)")
    print(
      "pairs \(pairs), kernels \(census.kernels), oracle \(census.oracle), refused \(refused.count)"
    )
  }

  private static let wanted = [
    "where", "let", "due", "done", "when", "when.until", "law-on", "answers-on", "require",
    "pending", "per", "roll-up", "clock", "pauses", "in-force", "when-empty", "min-records",
    "supersedes", "waivers", "checks", "over item", "over kind", "over units",
    "share", "count", "count where", "sum", "distinct", "mean", "median", "percentile", "ratio",
    "target", "changing target", "ending target", "beginning target", "target by unit", "lookup",
    "lookup later", "two lookups", "no target", "baseline",
    "evidence by itself", "evidence failing", "evidence satisfying", "evidence custom",
    "every month", "every quarter", "every half-year", "every year", "every { each:",
    "every { campaign:", "every { once:",
  ]
}
