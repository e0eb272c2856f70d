import Diagnostics
import TestSupport
import Testing

@testable import Expressions

/// Expressions of `cases/traces.txt` (`section | expression`, `↵` for a line break) with the values of
/// their parts, as people see them.
@Suite struct TraceTests {
  @Test(arguments: Language.allCases) func partsHaveTheirValuesUnderThem(_ language: Language) {
    let renderer = TraceRenderer(language: language, zone: Fixture.calendar.zone)
    let lines = CaseLine.read("cases/traces.txt", at: "|")
    var scope = Fixture.scope
    scope.guardNullable = false
    let texts = lines.map { line -> String in
      let text = line.right.replacing("↵", with: "\n")
      let isCEL = line.left == "cel"
      let (checked, diagnostics) = ExpressionCompiler.compile(
        MappedText(text), in: isCEL ? Scope(dialect: .cel) : scope)
      guard let checked else { return "mistake \(diagnostics.map(\.message.en))\n" }
      let values = checked.trace(Fixture.bindings(line.left))
      return "# \(line.left)\n" + renderer.render(checked, values)
    }
    Golden.expect(texts.joined(separator: "\n"), matches: "goldens/traces.\(language).txt")
  }

  @Test func partsComeOutermostFirst() throws {
    let text = "dossier.pages > 5 && dossier.online || dossier.late"
    let scope = Fixture.scope
    let (checked, _) = ExpressionCompiler.compile(
      MappedText("has(dossier.late) && (\(text))"), in: scope)
    let values = try #require(checked).trace(Fixture.bindings("full"))
    #expect(
      values.map { "\($0.depth) \($0.text)" } == [
        "0 has(dossier.late) && (\(text))", "1 has(dossier.late)", "1 (\(text))",
        "2 dossier.pages > 5 && dossier.online", "3 dossier.pages > 5", "4 dossier.pages",
        "3 dossier.online",
      ])
  }
}
