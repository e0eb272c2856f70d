import Diagnostics
import Expressions
import YAMLTree

/// Reads `measure`.
struct MeasureReader {
  private static let numbers: [ValueType] = [.int, .uint, .decimal]
  private static let values: [ValueType] = [
    .string, .int, .uint, .decimal, .bool, .date, .timestamp,
  ]
  private static let words = ["share", "count"]
  private static let mappings = ["sum", "mean", "distinct", "ratio"]

  private let scope: Scope
  private var diagnostics: [Diagnostic] = []

  /// The measure; `share` when there is none, `nil` when it is wrong.
  static func read(
    _ node: Node?, in scope: Scope, _ diagnostics: inout [Diagnostic]
  ) -> Measure? {
    guard let node else { return .share }
    var reader = MeasureReader(scope)
    let measure = reader.measure(node)
    diagnostics += reader.diagnostics
    return measure
  }

  private init(_ scope: Scope) { self.scope = scope }

  private mutating func measure(_ node: Node) -> Measure? {
    switch (node.scalar?.text, sole(node)) {
    case ("share", _): return .share
    case ("count", _): return .count
    case (nil, ("sum", let value)?): return compile("sum", value, Self.numbers).map(Measure.sum)
    case (nil, ("mean", let value)?): return compile("mean", value, Self.numbers).map(Measure.mean)
    case (nil, ("distinct", let value)?):
      return compile("distinct", value, Self.values).map(Measure.distinct)
    case (nil, ("ratio", let value)?): return ratio(value)
    default:
      diagnostics.append(.badMeasure(node, words: Self.words, mappings: Self.mappings))
      return nil
    }
  }

  private mutating func ratio(_ node: Node) -> Measure? {
    guard let fields = Fields(node, keys: ["of", "to"], of: .ratio, &diagnostics) else {
      return nil
    }
    let of = fields.require("of", &diagnostics).flatMap { aggregate($0) }
    let to = fields.require("to", &diagnostics).flatMap { aggregate($0) }
    guard let of, let to else { return nil }
    return .ratio(of: of, to: to)
  }

  private mutating func aggregate(_ node: Node) -> Aggregate? {
    switch (node.scalar?.text, sole(node)) {
    case ("count", _): return .count
    case (nil, ("sum", let value)?): return compile("sum", value, Self.numbers).map(Aggregate.sum)
    case (nil, ("distinct", let value)?):
      return compile("distinct", value, Self.values).map(Aggregate.distinct)
    default:
      diagnostics.append(.badMeasure(node, words: ["count"], mappings: ["sum", "distinct"]))
      return nil
    }
  }

  /// The one key of a mapping with its value.
  private func sole(_ node: Node) -> (String, Node)? {
    guard let entry = node.entries?.first, node.entries?.count == 1 else { return nil }
    return (entry.key.text, entry.value)
  }

  private mutating func compile(
    _ key: String, _ node: Node, _ types: [ValueType]
  ) -> CheckedExpression? {
    guard let text = Fields.expression(node, key, &diagnostics) else { return nil }
    let (expression, found) = ExpressionCompiler.compile(text, in: scope, expecting: types)
    diagnostics += found
    return expression
  }
}

extension Measure {
  /// The word of rule files.
  var name: String {
    switch self {
    case .share: "share"
    case .count: "count"
    case .sum: "sum"
    case .mean: "mean"
    case .distinct: "distinct"
    case .ratio: "ratio"
    }
  }

  /// Whether records that fail (or pass, for an upper limit) prove a violation by themselves.
  var hasEvidenceOfItsOwn: Bool {
    switch self {
    case .share, .count: true
    case .sum, .mean, .distinct, .ratio: false
    }
  }
}
