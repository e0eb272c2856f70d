import Diagnostics
import Foundation
import Reports
import Testing

/// What machines read of diagnostics, apart from the goldens of whole commands.
@Suite("Diagnostics for machines")
struct DiagnosticWriterTests {
  private static let source = SourceText(
    path: "a b/ệ,100%:x.yaml", text: "one: 1\ntie\u{302}\u{301}ng: 2\n")

  private static let diagnostics = [
    Diagnostic("TT0002", Text(verbatim: "no place")),
    Diagnostic(
      "TT0001", .warning, Text(verbatim: "50%\r\nof it"), at: Label(Span(source, 7..<16)),
      further: [Label(Span(source, 0..<3), Text(verbatim: "here"))], hint: Text(verbatim: "do")),
    Diagnostic("TT0001", .note, Text(verbatim: "again"), at: Label(Span(source, 7..<16))),
  ]

  private func written(_ format: DiagnosticFormat) throws -> String {
    try DiagnosticWriter(format, language: .en, version: "1.2.3").write(Self.diagnostics)
  }

  @Test func gitHubCommandsAreEscaped() throws {
    let file = "a b/ệ%2C100%25%3Ax.yaml"
    #expect(
      try written(.github) == """
        ::error title=TT0002::no place
        ::warning file=\(file),line=2,col=1,title=TT0001::50%25%0D%0Aof it%0Ado
        ::notice file=\(file),line=2,col=1,title=TT0001::again

        """)
  }

  @Test func jsonGivesPlacesInCharacters() throws {
    let items = try #require(
      JSONSerialization.jsonObject(with: Data(written(.json).utf8)) as? [[String: Any]])
    #expect(items.map { $0["code"] as? String } == ["TT0002", "TT0001", "TT0001"])
    #expect(items[0]["file"] == nil)
    let end = try #require(items[1]["end"] as? [String: Int])
    #expect(end == ["line": 2, "column": 6])
  }

  @Test func sarifHoldsTogether() throws {
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(written(.sarif).utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let tool = try #require(run["tool"] as? [String: [String: Any]])
    let rules = try #require(tool["driver"]?["rules"] as? [[String: Any]])
    let ids = rules.map { $0["id"] as? String }
    #expect(ids == ["TT0001", "TT0002"])
    let results = try #require(run["results"] as? [[String: Any]])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(result["ruleId"] as? String == ids[index])
    }
    #expect(results.map { $0["level"] as? String } == ["error", "warning", "note"])
    let prints = results.compactMap { $0["partialFingerprints"] as? [String: String] }
    #expect(Set(prints.flatMap(\.values)).count == 3)
  }

  @Test("SARIF counts columns in code points, and its paths are URIs")
  func sarifPlaces() throws {
    let text = try written(.sarif)
    #expect(text.contains("\"uri\" : \"a%20b/%E1%BB%87%2C100%25%3Ax.yaml\""))
    #expect(text.contains("\"endColumn\" : 8"))
  }
}
