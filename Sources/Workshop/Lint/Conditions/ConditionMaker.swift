import Diagnostics
import Expressions
import Numbers
import Tables

/// Makes conditions of parts of an expression.
struct ConditionMaker {
  /// How many `let` values are followed from one to the next.
  private static let nestingLimit = 2

  private let text: MappedText
  private let sight: Sight
  private let keys: TermKeys
  private let nesting: Int

  /// A maker for one expression.
  init(_ text: MappedText, _ sight: Sight, nesting: Int = 0) {
    self.text = text
    self.sight = sight
    self.nesting = nesting
    keys = TermKeys(sight: sight)
  }

  /// The condition that a whole expression is.
  static func condition(_ expression: CheckedExpression, _ sight: Sight) -> Condition {
    ConditionMaker(expression.text, sight).condition(expression.root)
  }

  /// The condition that a part of type bool is.
  func condition(_ node: CheckedNode) -> Condition {
    if case .variable(let name) = node.kind, let value = sight.value(name),
      nesting < Self.nestingLimit
    {
      let maker = ConditionMaker(value.text, sight, nesting: nesting + 1)
      return made(maker.condition(value.root).kind, node, isElsewhere: true)
    }
    return made(kind(node), node, isElsewhere: false)
  }

  private func made(
    _ kind: Condition.Kind, _ node: CheckedNode, isElsewhere: Bool
  ) -> Condition {
    Condition(
      kind: kind, node: node, span: text.span(node.range), key: keys.key(node),
      isElsewhere: isElsewhere)
  }

  private func kind(_ node: CheckedNode) -> Condition.Kind {
    switch node.kind {
    case .constant(.bool(let value)): .constant(value)
    case .not(let operand): .not(condition(operand))
    case .and(let parts): .all(parts.map(condition))
    case .or(let parts): .any(parts.map(condition))
    case .conditional(let test, let then, let otherwise):
      .choice(condition(test), then: condition(then), otherwise: condition(otherwise))
    case .call(let call): .test(self.test(call) ?? plain(node))
    case .has(let path): .test(presence(path, nil, node))
    case .hasMember(let record, let path): .test(presence(path, record.type, node))
    default: .test(plain(node))
    }
  }

  // MARK: - Tests

  /// A term that is itself true or false.
  private func plain(_ node: CheckedNode) -> Test {
    Test(
      term: keys.key(node), domain: .bool, reason: nil, declaration: nil,
      passing: .only([.bool(true)]), failing: .only([.bool(false)]))
  }

  private func presence(_ path: ColumnPath, _ type: ValueType?, _ node: CheckedNode) -> Test {
    let isSure = sight.isAlwaysThere(path, from: type)
    let column = sight.columns(path, from: type).last
    return Test(
      term: keys.key(node), domain: isSure ? .only([.bool(true)]) : .bool,
      reason: isSure ? column.map { .neverEmpty($0.id) } : nil, declaration: column?.span,
      passing: .only([.bool(true)]), failing: .only([.bool(false)]))
  }

  private func test(_ call: Call) -> Test? {
    guard call.arguments.count == 2 else { return nil }
    let (left, right) = (call.arguments[0], call.arguments[1])
    if call.name == "in" { return membership(left, right) }
    guard let signs = Self.signs[call.name] else { return nil }
    if case .constant(let value) = right.kind { return comparison(left, call.name, value) }
    if case .constant(let value) = left.kind {
      return comparison(right, Self.mirrored[call.name] ?? call.name, value)
    }
    return order(left, right, signs)
  }

  private func membership(_ node: CheckedNode, _ list: CheckedNode) -> Test? {
    guard case .constant(.list(let values)) = list.kind else { return nil }
    let limits = limits(of: node)
    return Test(
      term: keys.key(node), domain: limits.domain, reason: limits.reason,
      declaration: limits.declaration, passing: .only(values), failing: .except(values))
  }

  private func comparison(_ node: CheckedNode, _ sign: String, _ value: Value) -> Test {
    let limits = limits(of: node)
    let (passing, failing) = Self.stretches(sign, value, isWhole: node.type == .int)
    return Test(
      term: keys.key(node), domain: limits.domain, reason: limits.reason,
      declaration: limits.declaration, passing: passing, failing: failing)
  }

  // MARK: - The order of two terms

  /// What comparing the left operand with the right gives where an operator is true.
  private static let signs: [String: Set<Int64>] = [
    "==": [0], "!=": [-1, 1], "<": [-1], "<=": [-1, 0], ">": [1], ">=": [0, 1],
  ]
  private static let mirrored = ["<": ">", "<=": ">=", ">": "<", ">=": "<="]

  private func order(_ left: CheckedNode, _ right: CheckedNode, _ signs: Set<Int64>) -> Test {
    let (first, second) = (keys.key(left), keys.key(right))
    let isSwapped = second < first
    let passing = signs.map { isSwapped ? -$0 : $0 }
    let isSame = first == second
    return Test(
      term: "order(\(min(first, second)), \(max(first, second)))",
      domain: Self.numbers(isSame ? [0] : [-1, 0, 1]), reason: isSame ? .sameSides : nil,
      declaration: nil, passing: Self.numbers(passing),
      failing: Self.numbers([-1, 0, 1].filter { !passing.contains($0) }))
  }

  private static func numbers(_ signs: [Int64]) -> Domain { .only(signs.map(Value.int)) }

  /// The values on both sides of a comparison with a constant. Whole numbers above 5 start with 6.
  private static func stretches(
    _ sign: String, _ value: Value, isWhole: Bool
  ) -> (passing: Domain, failing: Domain) {
    let from = Domain.between(Domain.Limit(value: value, isOpen: false), nil)
    let through = Domain.between(nil, Domain.Limit(value: value, isOpen: false))
    var above = Domain.between(Domain.Limit(value: value, isOpen: true), nil)
    var below = Domain.between(nil, Domain.Limit(value: value, isOpen: true))
    if isWhole, case .int(let number) = value, number > .min, number < .max {
      above = .between(Domain.Limit(value: .int(number + 1), isOpen: false), nil)
      below = .between(nil, Domain.Limit(value: .int(number - 1), isOpen: false))
    }
    switch sign {
    case "==": return (.only([value]), .except([value]))
    case "!=": return (.except([value]), .only([value]))
    case "<": return (below, from)
    case "<=": return (through, above)
    case ">": return (above, through)
    default: return (from, below)
    }
  }

  // MARK: - What a term can be

  private typealias Limits = (domain: Domain, reason: Text?, declaration: Span?)

  private func limits(of node: CheckedNode) -> Limits {
    switch node.kind {
    case .column(let path): return sight.columns(path).last.map(limits) ?? (.any, nil, nil)
    case .member(let record, let path):
      return sight.columns(path, from: record.type).last.map(limits) ?? (.any, nil, nil)
    case .variable(let name):
      return sight.value(name).map { ConditionMaker($0.text, sight).limits(of: $0.root) }
        ?? (.any, nil, nil)
    case .call(let call): return limits(of: call)
    default: return (node.type == .bool ? .bool : .any, nil, nil)
    }
  }

  private func limits(of column: Column) -> Limits {
    if let allowed = column.allowed {
      let domain = Domain.only(allowed.map(Value.string))
      return (domain, .onlyAllowed(column.id, allowed), column.span)
    }
    if column.type == .bool { return (.bool, nil, nil) }
    guard column.minimum != nil || column.maximum != nil else { return (.any, nil, nil) }
    let ends = [column.minimum, column.maximum].map { end in
      end.map { Domain.Limit(value: .decimal($0), isOpen: false) }
    }
    let reason = Text.onlyBetween(column.id, column.minimum, column.maximum)
    return (.between(ends[0], ends[1]), reason, column.span)
  }

  /// What functions give, whatever they are given; months, days of the week and of the month count
  /// from 0 where CEL does.
  private static let ranges: [String: ClosedRange<Int64>] = [
    "getMonth": 0...11, "getDayOfMonth": 0...30, "getDate": 1...31, "getDayOfWeek": 0...6,
    "getDayOfYear": 0...365, "getHours": 0...23, "getMinutes": 0...59, "getSeconds": 0...59,
    "size": 0...Int64.max,
  ]

  private func limits(of call: Call) -> Limits {
    let isDuration = call.arguments.first?.type == .duration
    guard let range = Self.ranges[call.name], !isDuration else { return (.any, nil, nil) }
    let isOpen = range.upperBound == .max
    let high = isOpen ? nil : Domain.Limit(value: .int(range.upperBound), isOpen: false)
    let low = Domain.Limit(value: .int(range.lowerBound), isOpen: false)
    let reason = Text.onlyBetween(
      call.name + "()", Rational(range.lowerBound), isOpen ? nil : Rational(range.upperBound))
    return (.between(low, high), reason, nil)
  }
}
