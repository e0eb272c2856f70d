import Assessment
import Calendars
import Exports
import Numbers
import Rulebook
import Tables
import TestSupport
import Testing

@testable import Evaluation

/// Every resolution of the unknown cells of small random exports is enumerated: the bounds must be
/// the ends of what comes out (share, count, sum) or lie around it (the rest), and the verdict must
/// be what all resolutions agree on.
@Suite("Bounds and verdicts against every resolution")
struct BruteForceTests {
  @Test func agreeOnTwoThousandRulebooks() throws {
    var random = SeededRandom(seed: 20_251_121)
    var judged = 0
    while judged < 2000 {
      let rules = RandomRules(&random)
      let records = RandomRecords(rules, &random)
      guard let worlds = try Worlds(rules, records) else { continue }
      try check(rules, records, worlds)
      judged += 1
    }
  }

  private func check(_ rules: RandomRules, _ records: RandomRecords, _ worlds: Worlds) throws {
    let verdict = try #require(try rules.assess(records.rows).verdicts.first)
    let note = Comment(
      rawValue: """
        \(rules.condition)
        \(records.rows.map(\.cells))
        counts \(verdict.counts), bounds \(verdict.bounds), outcome \(verdict.outcome)
        worlds \(worlds.values.sorted()), may be empty \(worlds.mayBeEmpty), \(worlds.outcomes)
        """)
    if rules.isExact {
      #expect(verdict.bounds.isEmpty == worlds.values.isEmpty, note)
      #expect(verdict.bounds.mayBeEmpty == worlds.mayBeEmpty, note)
    } else {
      #expect(!verdict.bounds.isEmpty || worlds.values.isEmpty, note)
      #expect(verdict.bounds.mayBeEmpty || !worlds.mayBeEmpty, note)
    }
    if let low = worlds.values.min(), let high = worlds.values.max() {
      if rules.isExact {
        #expect(verdict.bounds.low == low && verdict.bounds.high == high, note)
      } else {
        #expect(verdict.bounds.low.map { $0 <= low } ?? true, note)
        #expect(verdict.bounds.high.map { $0 >= high } ?? true, note)
      }
    }
    let unanimous = worlds.outcomes.count == 1 ? worlds.outcomes.first : nil
    if rules.isExact, !rules.isBetween {
      #expect(verdict.outcome == unanimous ?? .undetermined, note)
    } else {
      #expect(verdict.outcome == .undetermined || verdict.outcome == unanimous, note)
    }
  }
}

/// What the measure is in each world that the unknown cells leave open.
private struct Worlds {
  private(set) var values: Set<Rational> = []
  private(set) var outcomes: Set<Verdict.Outcome> = []
  private(set) var mayBeEmpty = false

  /// `nil` when there are too many to enumerate.
  init?(_ rules: RandomRules, _ records: RandomRecords) throws {
    var open: [[Fate]] = []
    for row in records.rows {
      let fates = try Set(RandomRecords.resolutions(of: row).flatMap { try rules.fates(of: $0) })
      open.append(Array(fates))
    }
    guard open.reduce(1, { min($0 * $1.count, 1_000_000) }) <= 20_000 else { return nil }
    var world: [Fate] = []
    visit(open[...], &world, rules)
  }

  private mutating func visit(
    _ open: ArraySlice<[Fate]>, _ world: inout [Fate], _ rules: RandomRules
  ) {
    guard let first = open.first else { return add(world, rules) }
    for fate in first {
      world.append(fate)
      visit(open.dropFirst(), &world, rules)
      world.removeLast()
    }
  }

  private mutating func add(_ world: [Fate], _ rules: RandomRules) {
    let value = rules.measure(world)
    if let value { values.insert(value) } else { mayBeEmpty = true }
    outcomes.insert(rules.outcome(value, world))
  }
}
