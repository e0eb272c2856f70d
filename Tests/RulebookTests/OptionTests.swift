import Calendars
import Diagnostics
import Rulebook
import Testing

/// What applies only where it is asked for.
@Suite("Options of rules")
struct OptionTests {
  private static let calendar = """
    calendar:
      zone: Asia/Ho_Chi_Minh
      rest-days: [saturday, sunday]
      covers: 2026-2026
      holidays:
        - { date: 2026-01-01, name: Tết Dương lịch, source: BLLĐ }
        - { date: 2026-01-02, name: Hoán đổi, source: chưa có, option: { id: hoan-doi, because: chưa có văn bản } }
      worked-days:
        - { date: 2026-01-10, for: 2026-01-02, name: Bù, source: chưa có, option: { id: hoan-doi, because: chưa có văn bản } }
    """

  @Test func obligationIsOffUnlessItIsAskedFor() throws {
    func ids(_ options: OptionChoice) throws -> [String] {
      let sources = try RuleFiles.sources("good/options")
      return RulebookLoader.load(sources, [], options).0?.obligations.map(\.id) ?? []
    }
    #expect(try ids(.none) == ["always"])
    #expect(try ids(.named(["tra-som"])) == ["always", "when-asked"])
    #expect(try ids(.everyObligation) == ["always", "when-asked"])
  }

  @Test func dayIsWorkedUnlessItsOptionIsAskedFor() throws {
    func days(_ options: OptionChoice) throws -> [Bool] {
      let others = try RuleFiles.sources("good/options").filter { $0.path != "base/calendar.yaml" }
      let sources = others + [SourceText(path: "calendar.yaml", text: Self.calendar)]
      let (rulebook, found) = RulebookLoader.load(sources, [], options)
      let calendar = try #require(rulebook, "\(found)").calendar
      return try ["2026-01-02", "2026-01-10"].map {
        try calendar.isWorking(#require(Day(iso: $0)))
      }
    }
    #expect(try days(.named(["hoan-doi"])) == [false, true])
    #expect(try days(.everyObligation) == [true, false])
  }

  @Test func unknownOptionIsAnError() throws {
    let sources = try RuleFiles.sources("good/options")
    let (rulebook, found) = RulebookLoader.load(sources, [], .named(["tra-xom"]))
    #expect(rulebook == nil)
    #expect(found.map(\.code) == ["TT0830"])
  }
}
