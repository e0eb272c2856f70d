import Calendars
import Diagnostics
import Registry
import Rulebook
import Testing

/// Who is there, and who holds which post, on a day.
@Suite("Registry")
struct RegistryTests {
  /// A district that ends with its last day, a ward that takes its code the day after, and a post
  /// with a delegate, a same-day handover and a vacancy.
  private static let text = """
    units:
      - { code: A, name: Quận cũ, level: quan, from: 2020-01-01, until: 2025-06-30 }
      - { code: A, name: Phường mới, level: phuong, from: 2025-07-01 }
      - { code: B, name: Sở, level: so }
    posts:
      - unit: B
        role: head
        title: Giám đốc
        holdings:
          - { holder: Hai, kind: acting, from: 2025-03-10, until: 2025-05-31, document: "2" }
          - { holder: Một, kind: official, from: 2025-01-01, until: 2025-03-10, document: "1" }
          - { holder: Phó, kind: delegated, from: 2025-02-01, until: 2025-02-07, document: "3" }
    """

  private let registry: UnitRegistry

  init() throws {
    let own = SourceText(path: "registry.yaml", text: Self.text)
    let names = ["base/calendar", "base/datasets", "base/directive"]
    let (rulebook, _) = RulebookLoader.load(try names.map(RuleFiles.source) + [own])
    registry = try #require(rulebook?.registry)
  }

  private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

  @Test(arguments: [
    ("A", "2019-12-31", nil), ("A", "2020-01-01", "Quận cũ"), ("A", "2025-06-30", "Quận cũ"),
    ("A", "2025-07-01", "Phường mới"), ("B", "1990-01-01", "Sở"), ("C", "2025-07-01", nil),
  ])
  func codes(code: String, on date: String, mean name: String?) throws {
    #expect(registry.unit(code, on: try day(date))?.name == name)
  }

  @Test(arguments: [
    ("2025-01-31", ["Một"]), ("2025-02-07", ["Một", "Phó"]), ("2025-03-10", ["Một", "Hai"]),
    ("2025-05-31", ["Hai"]), ("2025-06-01", []),
  ])
  func holdings(on date: String, are holders: [String]) throws {
    let found = registry.holdings(unit: "B", role: "head", on: try day(date))
    #expect(found.map(\.holder) == holders)
    #expect(registry.holdings(unit: "B", role: "deputy", on: try day(date)).isEmpty)
  }

  @Test("units of a day, and of a period in which a code changes hands")
  func units() throws {
    #expect(registry.units(on: try day("2025-06-30")).map(\.name) == ["Quận cũ", "Sở"])
    let period = try #require(Period("2025"))
    #expect(registry.units(during: period).map(\.name) == ["Quận cũ", "Phường mới", "Sở"])
  }

  @Test("spans of days, open and closed")
  func spans() throws {
    let first = DateSpan(from: nil, until: try day("2025-06-30"))
    let second = DateSpan(from: try day("2025-06-30"), until: nil)
    let third = DateSpan(from: try day("2025-07-01"), until: nil)
    #expect(first.overlaps(second) && second.overlaps(third) && !first.overlaps(third))
    #expect(first.intersection(third).isEmpty && DateSpan().overlaps(first))
  }
}
