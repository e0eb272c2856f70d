import Numbers
import Testing

@Suite("Exact fractions")
struct RationalTests {
  @Test(arguments: [
    ("98.5%", "197/200"), ("-1.50", "-3/2"), ("0", "0"), ("100%", "1"), ("007", "7"),
  ])
  func readsDecimals(text: String, want: String) {
    #expect(Rational(decimal: text)?.description == want)
  }

  @Test(arguments: ["", ".", "1.", ".5", "1,5", "1e3", "--1", "%", "1 "])
  func refusesWhatIsNoDecimal(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test func neverShowsAlmostAllAsAll() throws {
    #expect(try Rational(99_999, over: 100_000).percent(places: 2) == "99.99")
    #expect(try Rational(2, over: 3).percent(places: 1, point: ",") == "66,6")
    #expect(try Rational(-1, over: 3).decimal(places: 2) == "-0.33")
  }

  @Test func comparesWithoutOverflow() throws {
    let big = try Rational(.max, over: .max - 1)
    let bigger = try Rational(.max - 1, over: .max - 2)
    #expect(big < bigger)
    #expect(big.negated > bigger.negated)
    #expect(try Rational(1, over: -3) < Rational.zero)
  }

  @Test func roundsDownAndUp() throws {
    #expect(try Rational(-7, over: 2).floor == -4)
    #expect(try Rational(-7, over: 2).ceiling == -3)
    #expect(try Rational(7, over: 2).ceiling == 4)
  }

  @Test func refusesWhatDoesNotFit() {
    #expect(throws: ArithmeticFault.overflow) { try Rational(.max, over: 1).adding(Rational.one) }
    #expect(throws: ArithmeticFault.divisionByZero) { try Rational.one.divided(by: .zero) }
  }
}
