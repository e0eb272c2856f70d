import Diagnostics
import Expressions
import Rulebook

/// Time limits of no length: `due: x + workingDays(0)` is over when it begins.
enum Deadlines {
  /// What is found in `due` and the `let` values that it adds up, and in the limit of a clock.
  static func findings(_ obligation: Obligation, _ sight: Sight) -> [Diagnostic] {
    var search = Search(sight: sight)
    for expression in [obligation.clock?.limit, obligation.due].compactMap({ $0 }) {
      search.look(at: expression.root, in: expression)
    }
    return search.findings
  }

  private struct Search {
    let sight: Sight
    var findings: [Diagnostic] = []
    private var seen: Set<String> = []

    init(sight: Sight) { self.sight = sight }

    /// Follows sums, branches and names, which lead to the lengths that are added.
    mutating func look(at node: CheckedNode, in expression: CheckedExpression) {
      switch node.kind {
      case .call(let call) where ["+", "-", "min", "max"].contains(call.name):
        for argument in call.arguments { look(at: argument, in: expression) }
      case .conditional(_, let then, let otherwise):
        look(at: then, in: expression)
        look(at: otherwise, in: expression)
      case .variable(let name):
        guard let value = sight.value(name), seen.insert(name).inserted else { return }
        look(at: value.root, in: value)
      case .constant(let value):
        guard let amount = value.timeAmount, amount <= 0 else { return }
        findings.append(.limitNotPositive(expression.span(node), isZero: amount == 0))
      default: break
      }
    }
  }
}

extension Value {
  /// The number in a length of time.
  fileprivate var timeAmount: Int64? {
    switch self {
    case .workingDays(let amount), .workingHours(let amount), .calendarDays(let amount),
      .calendarMonths(let amount), .duration(let amount):
      amount
    default: nil
    }
  }
}
