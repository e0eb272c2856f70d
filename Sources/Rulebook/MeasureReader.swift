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
  private static let totals = ["count", "sum", "distinct"]
  private static let mappings = ["sum", "mean", "median", "percentile", "distinct", "ratio"]

  private var scope: Scope
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
    case ("count", _): return .total(.count)
    case (nil, ("mean", let value)?): return compile("mean", value, Self.numbers).map(Measure.mean)
    case (nil, ("median", let value)?):
      return compile("median", value, Self.numbers).map { .quantile($0, .median) }
    case (nil, ("percentile", let value)?): return percentile(value)
    case (nil, ("ratio", let value)?): return ratio(value)
    case (nil, _) where isTotal(node): return aggregate(node).map(Measure.total)
    default:
      diagnostics.append(.badMeasure(node, words: Self.words, mappings: Self.mappings))
      return nil
    }
  }

  private mutating func percentile(_ node: Node) -> Measure? {
    guard let fields = Fields(node, keys: ["of", "rank"], of: .percentile, &diagnostics) else {
      return nil
    }
    let of = fields.require("of", &diagnostics).flatMap { compile("of", $0, Self.numbers) }
    _ = fields.require("rank", &diagnostics)
    guard let rank = fields.rational("rank", &diagnostics) else { return nil }
    guard rank.value > .zero, rank.value <= .one else {
      diagnostics.append(.badRank(fields["rank"]?.scalar?.text ?? "", rank.span))
      return nil
    }
    return of.map { .quantile($0, .percentile(rank.value)) }
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

  /// `count`, `{ count: CONDITION }`, or `{ sum: NUMBER, where: CONDITION }` and the like.
  private mutating func aggregate(_ node: Node) -> Aggregate? {
    if node.scalar?.text == "count" { return .count }
    let written = Self.totals.filter { names($0, node) }
    guard let name = written.first, written.count == 1 else {
      diagnostics.append(.badMeasure(node, words: ["count"], mappings: Self.totals))
      return nil
    }
    let keys = name == "count" ? ["count"] : [name, "where"]
    guard let fields = Fields(node, keys: keys, of: .aggregate, &diagnostics) else { return nil }
    return aggregate(name, fields)
  }

  private mutating func aggregate(_ name: String, _ fields: Fields) -> Aggregate? {
    let before = diagnostics.count
    let filter = fields[name == "count" ? "count" : "where"].flatMap {
      compile("where", $0, [.bool])
    }
    guard diagnostics.count == before else { return nil }
    guard name != "count" else { return Aggregate(function: .count, filter: filter) }
    let outer = scope
    defer { scope = outer }
    if let filter { scope.guarded.formUnion(filter.root.guards) }
    let types = name == "sum" ? Self.numbers : Self.values
    let value = fields[name].flatMap { compile(name, $0, types) }
    return value.map {
      Aggregate(function: name == "sum" ? .sum($0) : .distinct($0), filter: filter)
    }
  }

  private func isTotal(_ node: Node) -> Bool { Self.totals.contains { names($0, node) } }

  private func names(_ key: String, _ node: Node) -> Bool {
    node.entries?.contains { $0.key.text == key } ?? false
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
    case .total(let aggregate): aggregate.name
    case .mean: "mean"
    case .quantile(_, .median): "median"
    case .quantile(_, .percentile): "percentile"
    case .ratio: "ratio"
    }
  }

  /// Whether records that fail (or pass, for an upper limit) prove a violation by themselves.
  var hasEvidenceOfItsOwn: Bool {
    switch self {
    case .share: true
    case .total(let aggregate): aggregate.isCount && aggregate.filter == nil
    case .mean, .quantile, .ratio: false
    }
  }
}

extension Aggregate {
  fileprivate var name: String {
    switch function {
    case .count: "count"
    case .sum: "sum"
    case .distinct: "distinct"
    }
  }
}
