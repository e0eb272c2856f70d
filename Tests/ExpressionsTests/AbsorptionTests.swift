import Diagnostics
import Testing

@testable import Expressions

/// Every combination of true, false, error and unknown under `&&`, `||` and `?:`.
@Suite struct AbsorptionTests {
  enum Kind: String, CaseIterable {
    case yes, no, error, unknown

    var outcome: Outcome {
      switch self {
      case .yes: .value(.bool(true))
      case .no: .value(.bool(false))
      case .unknown: .unknown
      case .error: .error(EvaluationError(kind: .rule, message: Text(verbatim: "planted")))
      }
    }

    init(_ outcome: Outcome) {
      switch outcome {
      case .value(let value): self = value == .bool(true) ? .yes : .no
      case .error: self = .error
      case .unknown: self = .unknown
      }
    }
  }

  private static let scope = Scope(variables: ["a": .bool, "b": .bool, "c": .bool])

  private func evaluate(_ text: String, _ kinds: [Kind]) throws -> Kind {
    let (checked, _) = ExpressionCompiler.compile(MappedText(text), in: Self.scope)
    var bindings = Bindings()
    for (name, kind) in zip(["a", "b", "c"], kinds) { bindings.outcomes[name] = kind.outcome }
    return Kind(try #require(checked).evaluate(bindings))
  }

  private static var triples: [[Kind]] {
    Kind.allCases.flatMap { a in Kind.allCases.flatMap { b in Kind.allCases.map { [a, b, $0] } } }
  }

  /// What decides, first to last.
  private func strongest(_ kinds: [Kind], _ order: [Kind]) -> Kind? {
    order.first(where: kinds.contains)
  }

  @Test func andAndOrAbsorbInAnyOrder() throws {
    for kinds in Self.triples {
      let and = strongest(kinds, [.no, .unknown, .error, .yes])
      let or = strongest(kinds, [.yes, .unknown, .error, .no])
      for grouping in ["a && b && c", "a && (b && c)", "c && b && a", "(b && a) && c"] {
        #expect(try evaluate(grouping, kinds) == and, "\(grouping) \(kinds)")
      }
      for grouping in ["a || b || c", "a || (b || c)", "c || b || a", "(b || a) || c"] {
        #expect(try evaluate(grouping, kinds) == or, "\(grouping) \(kinds)")
      }
    }
  }

  @Test func conditionalsTakeOnlyTheirBranch() throws {
    for kinds in Self.triples {
      let want: Kind =
        switch kinds[0] {
        case .yes: kinds[1]
        case .no: kinds[2]
        default: kinds[0]
        }
      #expect(try evaluate("a ? b : c", kinds) == want, "\(kinds)")
    }
  }

  @Test func unknownWinsOverErrorsInCalls() throws {
    for kinds in Self.triples {
      let two = Array(kinds.prefix(2))
      let want =
        strongest(two, [.unknown, .error]) ?? (two[0] == two[1] ? .yes : .no)
      #expect(try evaluate("a == b", kinds) == want)
      #expect(try evaluate("b == a", kinds) == want)
    }
  }
}
