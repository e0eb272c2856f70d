import Diagnostics
import TestSupport
import Testing

@testable import Expressions

@Suite struct CaseTests {
  static let cases = ["rules", "cel", "extensions"].flatMap {
    CaseLine.read("cases/\($0).txt", at: "=>")
  }

  @Test(arguments: cases) func comesOutAsWritten(_ line: CaseLine) {
    let scope = line.section == "cel" ? Scope(dialect: .cel) : Fixture.scope
    let (checked, diagnostics) = ExpressionCompiler.compile(MappedText(line.left), in: scope)
    let codes = diagnostics.map(\.code).joined(separator: ", ")
    let got = checked?.evaluate(Fixture.bindings(line.section)).text ?? "mistake \(codes)"
    if line.right.hasPrefix("error "), got.hasPrefix("error ") {
      #expect(got.contains(line.right.dropFirst(6)), "\(got)")
    } else {
      #expect(got == line.right)
    }
  }

  @Test(arguments: Language.allCases) func mistakesAreExplained(_ language: Language) {
    let renderer = DiagnosticRenderer(language: language)
    let lines = CaseLine.read("cases/mistakes.txt", at: "|")
    #expect(lines.count > 50)
    let texts = lines.map { line -> String in
      let expected = line.left == "any" ? [] : line.left.split(separator: ", ").map(type)
      let (checked, diagnostics) = ExpressionCompiler.compile(
        MappedText(line.right), in: Fixture.scope, expecting: expected)
      #expect(checked == nil, "\(line.right)")
      return "# \(line.right)\n" + renderer.render(diagnostics)
    }
    Golden.expect(texts.joined(separator: "\n"), matches: "goldens/mistakes.\(language).txt")
  }

  private func type(_ name: Substring) -> ValueType {
    name == "bool" ? .bool : name == "date" ? .date : .timestamp
  }

  @Test func columnsAndVariablesUsedAreListed() throws {
    let text = "has(dossier.late) && dossier.procedure.fee_required && done < as_of || has(done)"
    var scope = Fixture.scope
    scope.guardNullable = false
    let (checked, _) = ExpressionCompiler.compile(MappedText(text), in: scope)
    let expression = try #require(checked)
    #expect(expression.columns == [Fixture.path("late"), Fixture.path("procedure", 1)])
    #expect(expression.variables == ["done", "as_of"])
    #expect(expression.type == .bool)
  }

  @Test func emptyCellsAreErrorsThatNameTheColumn() throws {
    var scope = Fixture.scope
    scope.guardNullable = false
    let (checked, _) = ExpressionCompiler.compile(
      MappedText("dossier.pages + dossier.copies"), in: scope)
    guard case .error(let error)? = checked?.evaluate(Fixture.bindings("blank")) else {
      Issue.record("no error")
      return
    }
    #expect(error.kind == .emptyCell(Fixture.path("copies")))
    #expect(error.span?.text == "dossier.copies")
  }

  @Test func whatTheScopeGuardsNeedsNoGuard() {
    var scope = Fixture.scope
    scope.guarded = [Fixture.path("late")]
    #expect(ExpressionCompiler.compile(MappedText("dossier.late"), in: scope).0 != nil)
  }
}
