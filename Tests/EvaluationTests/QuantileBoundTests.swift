import Assessment
import Numbers
import Testing

@testable import Evaluation

/// A median ranks a stated number of different values; beyond it nothing is said of them.
@Suite struct QuantileBoundTests {
  @Test(arguments: [
    (QuantileTally.mostNumbers, Verdict.Outcome.met, Verdict.Reason?.none),
    (QuantileTally.mostNumbers + 1, .undetermined, .tooManyValues),
  ])
  func ranksSoManyValues(count: Int, outcome: Verdict.Outcome, reason: Verdict.Reason?) {
    var tally = Tally(.median)
    for number in 0..<count {
      let value = Rational(number)
      tally.add(.pass, .number(low: value, high: value))
      tally.add(.pass, .number(low: value, high: value), count: 2)
    }
    let judgement = Judgement(whenEmpty: .notApplicable, minimum: 0)
    let found = judgement.outcome(tally, .atLeast(.one))
    #expect(found.0 == outcome)
    #expect(found.1 == reason)
    #expect(tally.verdictCounts.passed == 3 * count)
  }
}
