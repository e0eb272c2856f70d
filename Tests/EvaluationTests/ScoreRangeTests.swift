import Assessment
import Diagnostics
import Expressions
import Numbers
import TestSupport
import Testing

@testable import Evaluation

/// Scores over ranges hold every score that the measures can come to, and shares of open parts are the
/// ends of what all ways to leave parts out give.
@Suite("Ranges of points")
struct ScoreRangeTests {
  @Test func holdEveryResolution() throws {
    var random = SeededRandom(seed: 766)
    for _ in 0..<2000 {
      let text = formula(&random, depth: 3)
      let scope = Scope(variables: ["a": .decimal, "b": .decimal, "c": .decimal])
      let (compiled, found) = ExpressionCompiler.compile(
        MappedText(text), in: scope, expecting: [.decimal])
      guard let score = compiled else {
        // What is constant and fails is a mistake of the rule.
        #expect(found.hasErrors)
        continue
      }
      let names = ["a", "b", "c"]
      let worlds = names.map { _ in values(&random) }
      let ranges = zip(names, worlds).map { name, values in
        (name, NumberRange(low: values.min(), high: values.max()))
      }
      let range = try #require(points(score, Dictionary(ranges) { $1 }))
      for a in worlds[0] {
        for b in worlds[1] {
          for c in worlds[2] {
            let exact = ["a": a, "b": b, "c": c].mapValues { NumberRange.exactly($0) }
            guard let value = points(score, exact)?.value else { continue }
            #expect(range.low.map { $0 <= value } ?? true, "\(text) \(worlds)")
            #expect(range.high.map { $0 >= value } ?? true, "\(text) \(worlds)")
          }
        }
      }
    }
  }

  @Test func shareIsTheEndsOfAllWaysToLeavePartsOut() throws {
    var random = SeededRandom(seed: 1294)
    for _ in 0..<500 {
      let parts = (0..<5).map { number in
        let low = Rational(random.next(6))
        let high = (try? low.adding(Rational(random.next(5)))) ?? low
        return PartShare(
          id: "\(number)", points: NumberRange(low: low, high: high),
          base: Rational(1 + random.next(10)), mayBeOut: random.next(2) == 0)
      }
      let quotients = try (0..<32).compactMap { mask -> (Rational, Rational)? in
        let kept = parts.indices.filter { !parts[$0].mayBeOut || mask & (1 << $0) != 0 }
        let base = try #require(Rational.sum(kept.compactMap { parts[$0].base }))
        guard base > .zero else { return nil }
        let low = try #require(Rational.sum(kept.compactMap { parts[$0].points.low }))
        let high = try #require(Rational.sum(kept.compactMap { parts[$0].points.high }))
        return (try low.divided(by: base), try high.divided(by: base))
      }
      let share = TotalRange(parts).share
      #expect(share?.low == quotients.map(\.0).min())
      #expect(share?.high == quotients.map(\.1).max())
    }
  }

  /// Sums of fractions that no fraction of 128 bits can hold lie within a range that is hardly wider
  /// than a point.
  @Test func roundsOutwardsWhatDoesNotFit() throws {
    let primes: [Int128] = [99_991, 99_989, 99_971, 99_961, 99_929, 99_923, 99_907, 99_901, 99_881]
    let sum = try primes.reduce(NumberRange.exactly(.zero)) { sum, prime in
      sum + .exactly(try Rational(prime - 1, over: prime))
    }
    let (low, high) = (try #require(sum.low), try #require(sum.high))
    let width = try high.subtracting(low)
    #expect(low < high && width < Rational(units: 1, scale: 9))
    #expect(low > Rational(units: 8_999, scale: 3) && high < Rational(9))
  }

  // MARK: - Random formulas

  private func points(
    _ score: CheckedExpression, _ measures: [String: NumberRange]
  ) -> NumberRange? {
    switch ScoreEvaluator(measures: measures).evaluate(score) {
    case .points(let range): range
    case .fault: NumberRange.anything
    }
  }

  private func values(_ random: inout SeededRandom) -> [Rational] {
    (0...random.next(3)).map { _ in Rational(units: Int64(random.next(13)) - 2, scale: 1) }
  }

  private func formula(_ random: inout SeededRandom, depth: Int) -> String {
    let leaves = ["a", "b", "c", "2.0", "0.9", "1.0"]
    if depth == 0 { return leaves[random.next(leaves.count)] }
    let left = formula(&random, depth: depth - 1)
    let right = formula(&random, depth: depth - 1)
    let other = formula(&random, depth: depth - 1)
    switch random.next(9) {
    case 0: return "(\(left) + \(right))"
    case 1: return "(\(left) - \(right))"
    case 2: return "(\(left) * \(right))"
    case 3: return "(\(left) / \(right))"
    case 4: return "min(\(left), \(right))"
    case 5: return "max(\(left), \(right), \(other))"
    case 6: return "(\(left) >= \(right) ? \(other) : \(left))"
    case 7: return "(\(left) < \(right) && !(\(other) == 1.0) ? \(left) : \(other))"
    default: return "-\(left)"
    }
  }
}
