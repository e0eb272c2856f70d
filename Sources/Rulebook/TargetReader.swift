import Diagnostics
import Expressions
import Numbers
import Registry
import YAMLTree

/// Reads the items of `target`.
package struct TargetReader {
  private static let comparisons = ["at-least", "at-most", "more-than", "less-than", "between"]
  private static let keys = ["from", "until"] + comparisons + ["cite", "source", "units"]

  private let fields: Fields
  private let measure: Measure?
  private let scope: Scope?
  private var baseline: Baseline?
  private var lookup: CheckedExpression?
  private var diagnostics: [Diagnostic] = []

  /// The target in `node`; `nil` when a part of it is missing or wrong.
  /// - Parameter scope: what a limit that is looked up may use; `nil` where records are wrong already.
  static func read(
    _ node: Node, for measure: Measure?, in scope: Scope?, _ diagnostics: inout [Diagnostic]
  ) -> Target? {
    guard node.entries != nil else {
      diagnostics.append(.targetShape(node))
      return nil
    }
    guard let fields = Fields(node, keys: keys, of: .target, &diagnostics) else { return nil }
    var reader = TargetReader(fields, measure, scope)
    let target = reader.target()
    diagnostics += reader.diagnostics
    return target
  }

  /// The target of a supposition, which takes the place of all others of `obligation`: as long as the
  /// obligation is in force, for all units.
  /// - Parameters:
  ///   - limit: what stands in a rule file: `at-least: 95%`.
  ///   - cite: what is said to set it.
  package static func supposed(
    _ limit: SourceText, for obligation: Obligation, cite: String,
    _ diagnostics: inout [Diagnostic]
  ) -> Target? {
    var (root, found) = YAMLParser.parse(limit)
    let fields = root.flatMap { Fields($0, keys: comparisons, of: .target, &found) }
    diagnostics += found
    guard let fields, !found.hasErrors else { return nil }
    var reader = TargetReader(fields, obligation.measure, obligation.scope)
    let comparison = reader.comparison()
    diagnostics += reader.diagnostics
    guard let comparison, !reader.diagnostics.hasErrors else { return nil }
    return Target(
      dates: DateSpan(from: obligation.inForce.from ?? obligation.directive.inForce.from),
      comparison: comparison, baseline: reader.baseline, lookup: reader.lookup, cite: cite,
      span: fields.span.firstLine)
  }

  private init(_ fields: Fields, _ measure: Measure?, _ scope: Scope?) {
    self.fields = fields
    self.measure = measure
    self.scope = scope
  }

  private mutating func target() -> Target? {
    let dates = fields.dates(needsFrom: true, &diagnostics)
    let comparison = comparison()
    let cite = fields.requiredText("cite", &diagnostics)
    let source = fields.string("source", &diagnostics)
    let units = units()
    guard let dates, let comparison, let cite, !diagnostics.hasErrors else { return nil }
    return Target(
      dates: dates, comparison: comparison, baseline: baseline, lookup: lookup, cite: cite,
      source: source?.value,
      units: units,
      span: fields.span.firstLine)
  }

  private mutating func units() -> CheckedExpression? {
    guard let text = fields.expression("units", &diagnostics) else { return nil }
    let (expression, found) = ExpressionCompiler.compile(
      text, in: RecordScope.unit, expecting: [.bool])
    diagnostics += found
    return expression
  }

  // MARK: - Comparison

  private mutating func comparison() -> Comparison? {
    let written = Self.comparisons.filter { fields[$0] != nil }
    guard let key = written.first, written.count == 1 else {
      let place = written.dropFirst().first.flatMap(fields.keySpan) ?? fields.span.firstLine
      diagnostics.append(.comparisons(written, place, allowed: Self.comparisons))
      return nil
    }
    guard let node = fields[key] else { return nil }
    if key == "between", let item = node.items?.first(where: { $0.entries != nil }) {
      diagnostics.append(.baselineInBetween(item.span.firstLine))
      return nil
    }
    let limits = (node.items ?? [node]).compactMap { limit(key, $0) }
    let wanted = key == "between" ? 2 : 1
    guard limits.count == wanted, node.items?.count ?? 1 == wanted else {
      if limits.count == node.items?.count ?? 1 {
        diagnostics.append(.limitCount(key, node.span.firstLine))
      }
      return nil
    }
    return comparison(key, limits)
  }

  private mutating func comparison(
    _ key: String, _ limits: [Located<Rational>]
  ) -> Comparison? {
    let (first, last) = (limits[0].value, limits[limits.count - 1].value)
    if first > last { diagnostics.append(.betweenReversed(limits[0].span)) }
    if case .share? = measure, baseline == nil, lookup == nil,
      key == "more-than" && first == .one || key == "less-than" && first == .zero
    {
      diagnostics.append(.neverMet(key, limits[0].span))
    }
    switch key {
    case "at-least": return .atLeast(first)
    case "at-most": return .atMost(first)
    case "more-than": return .moreThan(first)
    case "less-than": return .lessThan(first)
    default: return .between(first, last)
    }
  }

  private mutating func limit(_ key: String, _ node: Node) -> Located<Rational>? {
    if fields.isCut(key) { return nil }
    if let entries = node.entries {
      return entries.contains { $0.key.text == "value" } ? looked(up: node) : baselineLimit(node)
    }
    guard let text = node.scalar?.text, let value = node.scalar?.rational else {
      diagnostics.append(.notANumber(key, node.scalar?.text, node.span.firstLine, measure))
      return nil
    }
    if let wrong = Self.mismatch(key, Located(text, node.span), value, measure) {
      diagnostics.append(wrong)
      return nil
    }
    return Located(value, node.span)
  }

  /// A limit that stands in the records: `at-least: { value: dossier.field.least }`. Zero until then.
  private mutating func looked(up node: Node) -> Located<Rational>? {
    guard let fields = Fields(node, keys: ["value"], of: .lookup, &diagnostics),
      let text = fields.expression("value", &diagnostics), let scope
    else { return nil }
    let (expression, found) = ExpressionCompiler.compile(
      text, in: scope, expecting: [.int, .uint, .decimal])
    diagnostics += found
    lookup = expression
    return expression.map { _ in Located(.zero, node.span) }
  }

  /// The limit of a fixed baseline; zero while it depends on an earlier period.
  private mutating func baselineLimit(_ node: Node) -> Located<Rational>? {
    guard let read = BaselineReader.read(node, for: measure, &diagnostics) else { return nil }
    baseline = read
    guard case .known(let figure, _) = read.figure else { return Located(.zero, node.span) }
    return read.limit(from: figure).map { Located($0, node.span) }
  }

  /// What is wrong with a limit, given what is measured.
  static func mismatch(
    _ key: String, _ text: Located<String>, _ value: Rational, _ measure: Measure?
  ) -> Diagnostic? {
    let isPercentage = text.value.hasSuffix("%")
    switch measure {
    case .share?:
      if value < .zero || value > .one { return .notAShare(key, text) }
      let isClear = isPercentage || text.value.contains(".") || value == .zero
      return isClear ? nil : .shareWithoutSign(key, text)
    case .total(let aggregate)? where !aggregate.isSum:
      return isPercentage || !value.isWhole || value < .zero ? .notACount(key, text) : nil
    case .total?, .mean?, .quantile?: return isPercentage ? .percentOfNumber(key, text) : nil
    case .ratio?, nil: return nil
    }
  }
}
