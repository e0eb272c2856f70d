import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reports

/// Every language has every text, with the same values in it.
@Suite("Catalogue")
struct CatalogueTests {
  private static let endings = [".one", ".other"]

  /// A name without the number that it is for.
  private static func plain(_ name: String) -> String {
    endings.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? name
  }

  private static func names(_ language: Language) -> Set<String> {
    Set(Catalogue.of(language).texts.keys.map(plain))
  }

  @Test func languagesHaveTheSameTexts() {
    #expect(Self.names(.vi).symmetricDifference(Self.names(.en)).sorted() == [])
  }

  @Test func textsHaveTheSameValues() {
    for (name, text) in Catalogue.of(.en).texts {
      let vi = Catalogue.of(.vi).texts
      let other = vi[name] ?? vi[Self.plain(name)] ?? vi[Self.plain(name) + ".other"] ?? ""
      #expect(Self.values(text) == Self.values(other), "\(name)")
    }
  }

  private static func values(_ text: String) -> Set<Substring> {
    Set(text.matches(of: #/\{\d\}/#).map(\.0))
  }

  /// Names that end with a value of the assessment, such as an outcome.
  private static let families = [
    "column.outcome.", "level.", "map.step.", "nav.", "period.half.", "section.", "filter.",
  ]

  @Test func everyTextIsSaidAndEveryTextThatIsSaidIsThere() throws {
    let folder = Places.root.appending(path: "Sources/Reports")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let source = try files.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }.joined()
    let names = Self.names(.vi)
    let said = Set(
      source.matches(of: #/(?:word|words\.text)\(\s*"([a-z0-9.-]+)"[,)]/#).map { String($0.1) })
    #expect(said.filter { !names.contains($0) }.sorted() == [])
    let unsaid = names.filter { name in
      !source.contains("\"\(name)\"") && !Self.families.contains(where: name.hasPrefix)
    }
    #expect(unsaid.sorted() == [])
  }

  @Test func aValueIsNeverReadAsAPlaceForAnother() {
    let catalogue = Catalogue(
      "# a remark\nboth = {0} and {1}\nn.one = {0} thing\nn.other = {0} things\n")
    #expect(catalogue.text("both", ["{1}", "b"]) == "{1} and b")
    #expect(catalogue.text("n", ["1"]) == "1 thing")
    #expect(catalogue.text("n", ["2"]) == "2 things")
    #expect(catalogue.text("nothing", []) == "nothing")
  }
}
