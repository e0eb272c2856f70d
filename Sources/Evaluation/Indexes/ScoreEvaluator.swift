import Calendars
import Diagnostics
import Expressions
import Numbers
import Tables

/// Works out a score whose measures may lie between bounds.
///
/// Where all measures are known it is what the expression gives. Where some are not, arithmetic,
/// comparisons, `min`, `max` and `?:` are worked out over ranges (never too narrow); of anything else
/// nothing is known.
struct ScoreEvaluator {
  /// What the names stand for, by name.
  let measures: [String: NumberRange]

  /// What came of it.
  enum Result {
    case points(NumberRange)
    /// The rule failed on values that were all known.
    case fault(Text)
  }

  /// The points that an expression gives.
  func evaluate(_ score: CheckedExpression) -> Result {
    let read = score.variables.compactMap { measures[$0] }
    guard read.allSatisfy({ $0.value != nil }) else { return .points(range(score.root)) }
    switch score.evaluate(ScoreActivation(values: measures.compactMapValues(\.value))) {
    case .value(.decimal(let value)): return .points(.exactly(value))
    case .value(.int(let value)): return .points(.exactly(Rational(value)))
    case .error(let error): return .fault(error.message)
    default: return .points(.anything)
    }
  }

  // MARK: - Over ranges

  private func range(_ node: CheckedNode) -> NumberRange {
    switch node.kind {
    case .constant(.int(let value)): .exactly(Rational(value))
    case .constant(.decimal(let value)): .exactly(value)
    case .variable(let name): measures[name] ?? .anything
    case .conditional(let condition, let then, let otherwise):
      conditional(truth(condition), then, otherwise)
    case .call(let call): range(call)
    default: .anything
    }
  }

  private func conditional(
    _ truth: Truth, _ then: CheckedNode, _ otherwise: CheckedNode
  ) -> NumberRange {
    switch truth {
    case .yes: range(then)
    case .no: range(otherwise)
    case .maybe: range(then).union(range(otherwise))
    }
  }

  private func range(_ call: Call) -> NumberRange {
    let ranges = call.arguments.map(range)
    switch (call.name, ranges.count) {
    case ("+", 2): return ranges[0] + ranges[1]
    case ("-", 2): return ranges[0] - ranges[1]
    case ("-", 1): return -ranges[0]
    case ("*", 2): return ranges[0] * ranges[1]
    case ("/", 2): return ranges[0] / ranges[1]
    case ("min", _), ("math.least", _): return .least(elements(call) ?? ranges)
    case ("max", _), ("math.greatest", _): return .greatest(elements(call) ?? ranges)
    default: return .anything
    }
  }

  /// The elements of a list that is the only argument.
  private func elements(_ call: Call) -> [NumberRange]? {
    guard call.arguments.count == 1, case .list(let nodes) = call.arguments[0].kind else {
      return nil
    }
    return nodes.map(range)
  }

  // MARK: - Conditions

  private func truth(_ node: CheckedNode) -> Truth {
    switch node.kind {
    case .constant(.bool(let value)): value ? .yes : .no
    case .not(let operand): truth(operand).inverse
    case .and(let operands): Truth.all(operands.map(truth))
    case .or(let operands): Truth.all(operands.map { truth($0).inverse }).inverse
    case .call(let call) where call.arguments.count == 2:
      compare(call.name, range(call.arguments[0]), range(call.arguments[1]))
    default: .maybe
    }
  }

  private func compare(_ sign: String, _ left: NumberRange, _ right: NumberRange) -> Truth {
    switch sign {
    case "<": left.isBelow(right)
    case ">": right.isBelow(left)
    case ">=": left.isBelow(right).inverse
    case "<=": right.isBelow(left).inverse
    case "==": left.equals(right)
    case "!=": left.equals(right).inverse
    default: .maybe
    }
  }
}

extension Truth {
  /// The contrary.
  var inverse: Truth {
    switch self {
    case .yes: .no
    case .no: .yes
    case .maybe: .maybe
    }
  }

  /// Whether all are true.
  static func all(_ truths: [Truth]) -> Truth {
    if truths.contains(.no) { return .no }
    return truths.contains(.maybe) ? .maybe : .yes
  }
}

extension NumberRange {
  /// Whether every value is less than every value of the other.
  fileprivate func isBelow(_ other: NumberRange) -> Truth {
    if let high, let least = other.low, high < least { return .yes }
    if let low, let most = other.high, low >= most { return .no }
    return .maybe
  }

  fileprivate func equals(_ other: NumberRange) -> Truth {
    if let value, let same = other.value { return value == same ? .yes : .no }
    let isApart = isBelow(other) == .yes || other.isBelow(self) == .yes
    return isApart ? .no : .maybe
  }
}

/// The names of a score; there are no records.
private struct ScoreActivation: Activation {
  let values: [String: Rational]

  var calendar: WorkCalendar? { nil }

  func variable(_ name: String) -> Outcome {
    values[name].map { .value(.decimal($0)) } ?? .unknown
  }

  func cell(_ path: ColumnPath) -> Cell { .unreadable }
}
