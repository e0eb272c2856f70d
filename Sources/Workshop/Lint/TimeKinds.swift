import Diagnostics
import Expressions
import Rulebook

/// Working time and calendar time in one comparison or sum.
///
/// Working days and hours are of one kind; days, months and durations of another. The operands of
/// `&&`, `||` and `!` are looked at each by itself: a rule may ask for two different things.
struct TimeKinds {
  /// What is found in the expressions of one obligation.
  static func findings(_ obligation: Obligation, _ sight: Sight) -> [Diagnostic] {
    var kinds = TimeKinds(sight: sight)
    for expression in obligation.allRecordExpressions { kinds.look(at: expression) }
    return kinds.findings
  }

  /// Where each kind is used first.
  private struct Uses {
    var working: Span?
    var calendar: Span?

    mutating func add(_ other: Uses) {
      working = working ?? other.working
      calendar = calendar ?? other.calendar
    }
  }

  private let sight: Sight
  private var findings: [Diagnostic] = []
  /// What the values of names use, each worked out once.
  private var known: [String: Uses] = [:]

  private init(sight: Sight) { self.sight = sight }

  private mutating func look(at expression: CheckedExpression) {
    report(uses(expression.root, expression), expression.root, expression)
  }

  private mutating func report(
    _ uses: Uses, _ node: CheckedNode, _ expression: CheckedExpression
  ) {
    guard let working = uses.working, let calendar = uses.calendar else { return }
    findings.append(
      .timeKindsTogether(expression.span(node), working: working, calendar: calendar))
  }

  /// What a part uses; conditions joined in it are reported by themselves.
  private mutating func uses(_ node: CheckedNode, _ expression: CheckedExpression) -> Uses {
    switch node.kind {
    case .and, .or, .not, .comprehension:
      for part in node.parts { report(uses(part, expression), part, expression) }
      return Uses()
    case .conditional(let test, let then, let otherwise):
      report(uses(test, expression), test, expression)
      let (left, right) = (uses(then, expression), uses(otherwise, expression))
      guard node.type != .bool else {
        report(left, then, expression)
        report(right, otherwise, expression)
        return Uses()
      }
      return Self.together(left, right)
    case .variable(let name): return uses(of: name)
    default:
      let own = Self.kind(of: node, expression.span(node))
      return node.parts.reduce(own) { sum, part in Self.together(sum, uses(part, expression)) }
    }
  }

  private static func together(_ left: Uses, _ right: Uses) -> Uses {
    var both = left
    both.add(right)
    return both
  }

  /// What the value of a name uses; one that mixes both is reported where it stands.
  private mutating func uses(of name: String) -> Uses {
    if let uses = known[name] { return uses }
    guard let value = sight.value(name), value.type != .bool else { return Uses() }
    let counted = findings.count
    let uses = uses(value.root, value)
    findings.removeSubrange(counted...)
    let isMixed = uses.working != nil && uses.calendar != nil
    known[name] = isMixed ? Uses() : uses
    return known[name] ?? uses
  }

  private static func kind(of node: CheckedNode, _ span: Span) -> Uses {
    if case .call(let call) = node.kind,
      ["workingDaysBetween", "workingHoursBetween"].contains(call.name)
    {
      return Uses(working: span)
    }
    return switch node.type {
    case .workingDays, .workingHours: Uses(working: span)
    case .calendarDays, .calendarMonths, .duration: Uses(calendar: span)
    default: Uses()
    }
  }
}
