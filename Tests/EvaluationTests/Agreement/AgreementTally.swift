import Assessment
import Testing

/// What occurred in many comparisons.
struct AgreementTally {
  /// Pairs of a rulebook and exports.
  var pairs = 0
  /// How many breaches were listed in all of them.
  var breaches = 0
  /// How many of them kernels found.
  var spooled = 0
  private var differences: [String] = []
  private var rulebooks = 0
  private var refused: [(UInt64, String)] = []
  private var shapes: [String: Int] = [:]
  private var census = AgreementPair.Census()
  /// How many records were found twice while records were read, by kind of defect.
  private var repeated: [String: Int] = [:]

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

  /// Counts the records that were found twice in exports that are not kept.
  mutating func addStreamed(_ assessment: Assessment) {
    for defect in assessment.defects where defect.dataset == "items" {
      repeated[defect.kind, default: 0] += defect.count
    }
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
    for kind in ["duplicate-record", "conflicting-record", "key-empty"] {
      #expect(repeated[kind, default: 0] >= 20, "\(kind): \(repeated[kind, default: 0])")
    }
    #expect(
      census.kernels > census.oracle / 10, "kernels \(census.kernels), oracle \(census.oracle)")
    #expect(breaches > pairs && spooled > 100, "breaches \(breaches), \(spooled) by kernels")
    print(
      "pairs \(pairs), breaches \(breaches) (\(spooled) by kernels), kernels \(census.kernels), oracle \(census.oracle), refused \(refused.count)"
    )
  }

  private static let wanted = [
    "where", "let", "key", "key of two", "key of no text", "due", "done", "when", "when.until",
    "law-on", "answers-on", "require",
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
