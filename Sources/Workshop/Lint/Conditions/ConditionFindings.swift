import Diagnostics
import Expressions

/// Finds parts of conditions that are always true or always false, by themselves or because of what
/// stands beside them.
///
/// What is merely said once more (`x > 5 && x > 3`, `has(x)` where `where` demands it) is let be: it
/// changes nothing. What empties an `&&` or fills an `||` is reported, and so is a `?:` that never
/// takes one of its branches.
struct ConditionFindings {
  /// What a part's truth does to what it is a part of.
  private enum Place {
    case whole
    case inAll
    case inAny
    /// Before the `?`.
    case test
    case elsewhere
  }

  private let text: MappedText
  private let sight: Sight
  private let role: ConditionRole
  private let maker: ConditionMaker
  private let whole: Span
  /// The parts that decide the whole expression when they always have that truth.
  private var decisive: [Bool: [Span]] = [:]
  private(set) var findings: [Diagnostic] = []

  /// What is found in an expression, where `facts` hold.
  static func find(
    in expression: CheckedExpression?, _ role: ConditionRole, _ sight: Sight, _ facts: Facts
  ) -> [Diagnostic] {
    guard let expression else { return [] }
    var findings = ConditionFindings(expression.text, sight, role)
    findings.look(at: expression, facts)
    return findings.findings
  }

  private init(_ text: MappedText, _ sight: Sight, _ role: ConditionRole) {
    self.text = text
    self.sight = sight
    self.role = role
    maker = ConditionMaker(text, sight)
    whole = text.span(0..<text.text.utf8.count)
  }

  private mutating func look(at expression: CheckedExpression, _ facts: Facts) {
    guard expression.type == .bool else { return walk(expression.root, facts) }
    let condition = maker.condition(expression.root)
    switch condition.kind {
    case .all(let parts): decisive[false] = parts.map(\.span)
    case .any(let parts): decisive[true] = parts.map(\.span)
    default: break
    }
    _ = visit(condition, role.isJoined ? .inAll : .whole, facts)
  }

  // MARK: - Conditions

  /// Looks into the parts first, so that the smallest part to blame is named.
  /// - Returns: whether something was found.
  private mutating func visit(
    _ condition: Condition, _ place: Place, _ facts: Facts
  ) -> Bool {
    let isFound = !condition.isElsewhere && visitParts(of: condition, facts)
    return isFound || report(condition, place, facts)
  }

  private mutating func visitParts(of condition: Condition, _ facts: Facts) -> Bool {
    switch condition.kind {
    case .all(let parts): return visit(parts, .inAll, facts, truth: true)
    case .any(let parts): return visit(parts, .inAny, facts, truth: false)
    case .not(let operand): return visit(operand, .elsewhere, facts)
    case .choice(let test, let then, let otherwise):
      let isFound = visit(test, .test, facts)
      let inThen = visitBranch(then, facts.adding(test, true))
      let inOther = visitBranch(otherwise, facts.adding(test, false))
      return isFound || inThen || inOther
    case .test, .constant:
      walkParts(of: condition.node)
      return false
    }
  }

  /// Each part stands where those before it did not decide.
  private mutating func visit(
    _ parts: [Condition], _ place: Place, _ facts: Facts, truth: Bool
  ) -> Bool {
    var (facts, isFound) = (facts, false)
    var said: [String: Span] = [:]
    for part in parts {
      if let first = said.updateValue(part.span, forKey: part.key) {
        findings.append(.saidTwice(part.span, first: first))
        isFound = true
      } else {
        isFound = visit(part, place, facts) || isFound
      }
      facts = facts.adding(part, truth)
    }
    return isFound
  }

  /// `true` and `false` are what branches are for.
  private mutating func visitBranch(_ branch: Condition, _ facts: Facts) -> Bool {
    if case .constant = branch.kind { return false }
    return visit(branch, .elsewhere, facts)
  }

  // MARK: - Reporting

  private mutating func report(
    _ condition: Condition, _ place: Place, _ facts: Facts
  ) -> Bool {
    for truth in [false, true] {
      if case .impossible(let cause) = Facts().assuming(condition, !truth) {
        return !condition.isElsewhere && report(condition, always: truth, cause, place)
      }
    }
    for truth in outcomes(that: place) {
      if case .impossible(let cause) = facts.assuming(condition, !truth) {
        return report(condition, always: truth, cause, place)
      }
    }
    return false
  }

  /// What a part must not always be, given what is known where it stands.
  private func outcomes(that place: Place) -> [Bool] {
    switch place {
    case .whole, .test: [false, true]
    case .inAll: [false]
    case .inAny: [true]
    case .elsewhere: []
    }
  }

  private mutating func report(
    _ condition: Condition, always truth: Bool, _ cause: Facts.Cause, _ place: Place
  ) -> Bool {
    let decides = condition.span == whole || decisive[truth, default: []].contains(condition.span)
    let part = ConstantPart(span: condition.span, truth: truth, role: role, decides: decides)
    switch cause {
    case .constant: findings.append(.alwaysSo(part, .onlyConstants, nil))
    case .declared(let test):
      findings.append(.alwaysSo(part, test.reason ?? .onlyConstants, test.declaration))
    case .conflict(let spans): findings.append(conflict(part, spans))
    }
    return true
  }

  private func conflict(_ part: ConstantPart, _ spans: [Span]) -> Diagnostic {
    let others = spans.reduce(into: [Span]()) { found, span in
      if !found.contains(span) { found.append(span) }
    }
    let isInside = others.allSatisfy {
      $0.source.path == whole.source.path && whole.bytes.contains($0.bytes.lowerBound)
    }
    return isInside ? .decidedBeside(part, others) : .decidedBefore(part, others)
  }

  // MARK: - Other expressions

  /// Looks for conditions inside an expression that is none itself.
  private mutating func walk(_ node: CheckedNode, _ facts: Facts) {
    switch node.kind {
    case .and, .or, .not: _ = visit(maker.condition(node), .elsewhere, facts)
    case .conditional(let test, let then, let otherwise):
      let condition = maker.condition(test)
      _ = visit(condition, .test, facts)
      walk(then, facts.adding(condition, true))
      walk(otherwise, facts.adding(condition, false))
    default: walkParts(of: node)
    }
  }

  /// What stands inside macros is looked at without what is known outside: their names differ.
  private mutating func walkParts(of node: CheckedNode) {
    for part in node.parts { walk(part, Facts()) }
  }
}
