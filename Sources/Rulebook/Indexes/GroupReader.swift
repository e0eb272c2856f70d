import Diagnostics
import Expressions
import Numbers
import Registry
import YAMLTree

/// Reads `groups` of an index, and their criteria.
struct GroupReader {
  private static let groupKeys = [
    "id", "title", "title-en", "max", "min", "bonus", "covers", "criteria", "cite", "source",
    "practice",
  ]
  private static let criterionKeys = [
    "id", "title", "title-en", "max", "min", "applies", "measures", "score", "when-empty",
    "not-measured", "cite", "source", "practice",
  ]

  private let directive: Directive
  private let frame: IndexFrame
  private let context: IndexReader.Context
  private let own: Set<String>
  private let hasPoints: Bool
  private var ids: [String: Span] = [:]
  /// What is wrong with them.
  private(set) var diagnostics: [Diagnostic] = []

  /// A reader of the groups of one index.
  /// - Parameters:
  ///   - own: the ids of the measures of the index.
  ///   - hasPoints: whether points are handed in as well.
  init(
    _ directive: Directive, _ frame: IndexFrame, _ context: IndexReader.Context,
    own: Set<String>, hasPoints: Bool
  ) {
    (self.directive, self.frame, self.context) = (directive, frame, context)
    (self.own, self.hasPoints) = (own, hasPoints)
  }

  /// The groups, in the order written.
  mutating func groups(_ fields: Fields) -> [CriterionGroup] {
    guard fields.require("groups", &diagnostics) != nil else { return [] }
    let nodes = fields.list("groups", &diagnostics)
    let groups = nodes.compactMap { group($0, in: fields) }
    for (group, node) in zip(groups, nodes) where groups.count == nodes.count {
      checkCovered(group, node, groups)
    }
    return groups
  }

  /// What takes parts together has their maxima.
  private mutating func checkCovered(
    _ group: CriterionGroup, _ node: Node, _ all: [CriterionGroup]
  ) {
    for id in group.covers where !all.contains(where: { $0.id == id && $0.covers.isEmpty }) {
      let known = all.filter(\.covers.isEmpty).map(\.id)
      diagnostics.append(.unknownPart(Located(id, node.span.firstLine), known))
    }
    let maxima = all.filter { group.covers.contains($0.id) }.map(\.maximum)
    guard let maximum = group.maximum, !maxima.isEmpty, !maxima.contains(nil),
      let sum = try? maxima.compactMap(\.self).reduce(Rational.zero, { try $0.adding($1) }),
      sum != maximum
    else { return }
    diagnostics.append(.maximaDoNotAddUp(Located(maximum, node.span.firstLine), sum))
  }

  private mutating func group(_ node: Node, in outer: Fields) -> CriterionGroup? {
    guard let fields = Fields(node, keys: Self.groupKeys, of: .group, in: outer, &diagnostics)
    else { return nil }
    let id = id(fields)
    let title = fields.bilingual("title", &diagnostics)
    let (minimum, maximum) = ends(fields)
    let isBonus = fields.bool("bonus", &diagnostics)?.value ?? false
    let origin = origin(fields)
    let nodes = fields.list("criteria", &diagnostics)
    let criteria = nodes.compactMap { criterion($0, of: origin, in: fields) }
    let covers = fields.strings("covers", &diagnostics).map(\.value)
    if nodes.isEmpty, covers.isEmpty, !hasPoints {
      diagnostics.append(.noBasis(fields.span.firstLine))
    }
    checkSum(criteria, isWhole: criteria.count == nodes.count, maximum)
    guard let id, let title else { return nil }
    let sum = criteria.isEmpty ? nil : Self.sum(criteria)
    return CriterionGroup(
      id: id, title: title, maximum: maximum?.value ?? sum, isBonus: isBonus,
      minimum: minimum, origin: origin, criteria: criteria, covers: covers)
  }

  /// The parts of a group are the group: their maxima add up to its own.
  private mutating func checkSum(
    _ criteria: [Criterion], isWhole: Bool, _ maximum: Located<Rational>?
  ) {
    guard let maximum, isWhole, !criteria.isEmpty, let sum = Self.sum(criteria),
      sum != maximum.value
    else { return }
    diagnostics.append(.maximaDoNotAddUp(maximum, sum))
  }

  private static func sum(_ criteria: [Criterion]) -> Rational? {
    try? criteria.reduce(Rational.zero) { try $0.adding($1.maximum) }
  }

  private mutating func criterion(
    _ node: Node, of group: Origin, in outer: Fields
  ) -> Criterion? {
    guard
      let fields = Fields(node, keys: Self.criterionKeys, of: .criterion, in: outer, &diagnostics)
    else { return nil }
    let id = id(fields)
    let title = fields.bilingual("title", &diagnostics)
    _ = fields.require("max", &diagnostics)
    let (minimum, maximum) = ends(fields)
    let own = origin(fields)
    if own.isNone, group.isNone {
      diagnostics.append(.criterionWithoutOrigin(fields.span.firstLine))
    }
    let formula = formula(fields)
    let notMeasured = fields.string("not-measured", &diagnostics)?.value
    checkBasis(fields)
    let applies = fields.expression("applies", &diagnostics).flatMap {
      compile($0, in: RecordScope.unit, [.bool])
    }
    guard let id, let title, let maximum else { return nil }
    return Criterion(
      id: id, title: title, maximum: maximum.value, minimum: minimum, applies: applies,
      formula: formula, notMeasured: notMeasured, origin: own.isNone ? group : own)
  }

  // MARK: - Parts of both

  private mutating func id(_ fields: Fields) -> String? {
    guard let id = fields.id(&diagnostics) else { return nil }
    if let first = ids.updateValue(id.span, forKey: id.value) {
      diagnostics.append(.duplicateID(.criterion, id, first: first))
    }
    return id.value
  }

  private mutating func ends(_ fields: Fields) -> (Rational, Located<Rational>?) {
    let minimum = fields.rational("min", &diagnostics)
    let maximum = fields.rational("max", &diagnostics)
    if let minimum, minimum.value > .zero { diagnostics.append(.pointsOutOfPlace(minimum.span)) }
    if let maximum, maximum.value < .zero { diagnostics.append(.pointsOutOfPlace(maximum.span)) }
    return (minimum?.value ?? .zero, maximum)
  }

  private mutating func origin(_ fields: Fields) -> Origin {
    Origin(
      cite: fields.string("cite", &diagnostics)?.value,
      source: fields.string("source", &diagnostics)?.value,
      isPractice: fields.bool("practice", &diagnostics)?.value ?? false)
  }

  // MARK: - How points are worked out

  /// Points are worked out, or it is said why not, or they are handed in.
  private mutating func checkBasis(_ fields: Fields) {
    let score = fields.keySpan("score")
    if let score, fields["not-measured"] != nil { diagnostics.append(.twoBases(score)) }
    let parts = ["measures", "when-empty"].compactMap { fields.keySpan($0) }
    if score == nil, let part = parts.first {
      diagnostics.append(.noScore(part))
    } else if score == nil, fields["not-measured"] == nil, !hasPoints {
      diagnostics.append(.noBasis(fields.span.firstLine))
    }
  }

  private mutating func formula(_ fields: Fields) -> Formula? {
    guard let text = fields.expression("score", &diagnostics) else { return nil }
    guard let node = fields.require("measures", &diagnostics) else { return nil }
    let names = node.entries?.map(\.key.text) ?? []
    if names.isEmpty { diagnostics.append(.noMeasures(node.span.firstLine)) }
    let measures = node.entries?.compactMap { measure($0) } ?? []
    var variables = Dictionary(names.map { ($0, ValueType.decimal) }) { first, _ in first }
    variables["max"] = .decimal
    let score = compile(text, in: Scope(variables: variables), [.decimal])
    let whenEmpty = whenEmpty(fields)
    guard let score, measures.count == names.count else { return nil }
    return Formula(score: score, measures: measures, whenEmpty: whenEmpty)
  }

  private mutating func measure(_ entry: Node.Entry) -> Formula.NamedMeasure? {
    let name = Located(entry.key.text, entry.keySpan)
    if !Names.isIdentifier(name.value) { diagnostics.append(.badIdentifier(name)) }
    if name.value == "max" { diagnostics.append(.nameTaken(name)) }
    guard let text = entry.value.scalar?.text else {
      diagnostics.append(.noMeasures(entry.value.span.firstLine))
      return nil
    }
    if own.contains(text) {
      let id = Obligation.id(of: text, for: frame.id)
      return Formula.NamedMeasure(name: name.value, obligation: "\(directive.id)/\(id)")
    }
    let id = Located(text.contains("/") ? text : "\(directive.id)/\(text)", entry.value.span)
    guard context.names.obligations.contains(id.value) else {
      if context.names.isWhole { diagnostics.append(.unknownObligation(id, context.names)) }
      return nil
    }
    if let obligation = context.obligations[id.value], !obligation.hasOneFigure {
      diagnostics.append(.notAMeasure(id, obligation.span))
    }
    return Formula.NamedMeasure(name: name.value, obligation: id.value)
  }

  private mutating func whenEmpty(_ fields: Fields) -> Rational? {
    let wanted = Text(vi: "số điểm hoặc not-applicable", en: "points or not-applicable")
    let read = fields.scalar("when-empty", wanted, &diagnostics) { scalar -> Rational?? in
      scalar.text == WhenEmpty.notApplicable.rawValue ? .some(nil) : scalar.rational.map { $0 }
    }
    return read?.value
  }

  private mutating func compile(
    _ text: MappedText, in scope: Scope, _ types: [ValueType]
  ) -> CheckedExpression? {
    let (expression, found) = ExpressionCompiler.compile(text, in: scope, expecting: types)
    diagnostics += found
    return expression
  }
}

extension Obligation {
  /// Whether it gives a unit one figure a period: not one for each group, and not only once.
  fileprivate var hasOneFigure: Bool { per == nil && every.kind != nil }
}
