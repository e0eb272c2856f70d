import Diagnostics
import Expressions
import Registry
import YAMLTree

/// Reads the items of `waivers` against the obligations and units they are about.
struct WaiverReader {
  /// What waivers are read against.
  struct Context {
    /// By full id; those that are sound.
    let obligations: [String: Obligation]
    let names: DeclaredNames
    let registry: UnitRegistry
  }

  private static let keys = [
    "id", "document", "approver", "reason", "obligation", "directive", "units", "when", "where",
    "from", "until",
  ]

  private let fields: Fields
  private let context: Context
  private var diagnostics: [Diagnostic] = []

  /// The waivers in `nodes` that are sound.
  static func read(
    _ nodes: [Node], in context: Context, _ diagnostics: inout [Diagnostic]
  ) -> [Waiver] {
    var ids: [String: Span] = [:]
    return nodes.compactMap { node in
      guard let fields = Fields(node, keys: keys, of: .waiver, &diagnostics) else { return nil }
      var reader = WaiverReader(fields: fields, context: context)
      let waiver = reader.waiver()
      diagnostics += reader.diagnostics
      guard let waiver else { return nil }
      if let first = ids.updateValue(waiver.span, forKey: waiver.id) {
        diagnostics.append(.duplicateID(.waiver, Located(waiver.id, waiver.span), first: first))
      }
      return waiver
    }
  }

  private init(fields: Fields, context: Context) {
    self.fields = fields
    self.context = context
  }

  private mutating func waiver() -> Waiver? {
    let id = fields.id(&diagnostics)
    let document = document()
    let approver = fields.requiredText("approver", &diagnostics)
    let reason = fields.requiredText("reason", &diagnostics)
    let dates = fields.dates(needsFrom: true, &diagnostics)
    _ = fields.require("until", &diagnostics)
    let scope = scope()
    let units = units()
    let filter = filter(scope)
    guard let id, let document, let approver, let reason, let dates, let scope,
      !diagnostics.hasErrors
    else { return nil }
    let waiver = Waiver(
      id: id.value, document: document, approver: approver, reason: reason, dates: dates,
      scope: scope, units: units, filter: filter, span: id.span)
    checkForce(waiver)
    if let from = dates.from, let until = dates.until, until.number - from.number > 366 {
      diagnostics.append(.waiverOfYears(waiver))
    }
    return waiver
  }

  /// Nothing is waived by word of mouth.
  private mutating func document() -> String? {
    let text = fields.string("document", &diagnostics)
    if let text, text.value.contains(where: { !$0.isWhitespace }) { return text.value }
    if text != nil || fields["document"] == nil {
      diagnostics.append(
        .waiverWithoutDocument(text?.span ?? fields.keySpan("document") ?? fields.span.firstLine))
    }
    return nil
  }

  // MARK: - Scope

  private mutating func scope() -> Waiver.Scope? {
    let obligation = fields.string("obligation", &diagnostics)
    let directive = fields.string("directive", &diagnostics)
    switch (obligation, directive) {
    case (let obligation?, nil): return self.obligation(obligation)
    case (nil, let directive?): return self.directive(directive)
    case (_, let directive?):
      diagnostics.append(.waiverScope(directive.span, isTwofold: true))
    case (nil, nil):
      if fields["obligation"] == nil, fields["directive"] == nil {
        diagnostics.append(.waiverScope(fields.span.firstLine, isTwofold: false))
      }
    }
    return nil
  }

  private mutating func obligation(_ id: Located<String>) -> Waiver.Scope? {
    guard context.names.obligations.contains(id.value) else {
      if context.names.isWhole { diagnostics.append(.unknownObligation(id, context.names)) }
      return nil
    }
    return .obligation(id.value)
  }

  private mutating func directive(_ id: Located<String>) -> Waiver.Scope? {
    guard context.names.directives.contains(id.value) else {
      if context.names.isWhole { diagnostics.append(.unknownDirective(id, context.names)) }
      return nil
    }
    return .directive(id.value)
  }

  private var covered: [Obligation] {
    let obligation = fields["obligation"]?.scalar?.text
    let directive = fields["directive"]?.scalar?.text
    return context.obligations.values.filter {
      $0.fullID == obligation || $0.directive.id == directive
    }
  }

  // MARK: - Units and records

  private mutating func units() -> Waiver.Units {
    if let place = fields.keySpan("when"), fields["units"] != nil {
      diagnostics.append(.waiverUnitsTwice(place))
    }
    if let condition = fields.expression("when", &diagnostics) {
      return self.condition(condition).map(Waiver.Units.condition) ?? .all
    }
    if fields["units"]?.scalar?.text == "all" { return .all }
    let codes = fields.strings("units", &diagnostics)
    let known = Set(context.registry.units.map(\.code))
    for code in codes where !known.contains(code.value) && context.names.isWhole {
      diagnostics.append(.unknownWaivedUnit(code, known))
    }
    return codes.isEmpty ? .all : .codes(Set(codes.map(\.value)))
  }

  private mutating func condition(_ text: MappedText) -> CheckedExpression? {
    let (expression, found) = ExpressionCompiler.compile(
      text, in: RecordScope.unit, expecting: [.bool])
    diagnostics += found
    let units = context.registry.units
    if let expression, !units.isEmpty,
      !units.contains(where: { UnitActivation.holds(expression, for: $0) })
    {
      diagnostics.append(.waivesNobody(expression.span, Set(units.map(\.level)).sorted()))
    }
    return expression
  }

  private mutating func filter(_ scope: Waiver.Scope?) -> CheckedExpression? {
    guard let text = fields.expression("where", &diagnostics) else { return nil }
    if fields["directive"] != nil {
      diagnostics.append(.whereOverDirective(fields.keySpan("where") ?? fields.span.firstLine))
    }
    guard case .obligation(let id)? = scope, let obligation = context.obligations[id] else {
      return nil
    }
    let (expression, found) = ExpressionCompiler.compile(
      text, in: obligation.scope, expecting: [.bool])
    diagnostics += found
    return expression
  }

  /// A waiver for days on which nothing it is about was in force waives nothing.
  private mutating func checkForce(_ waiver: Waiver) {
    let covered = covered
    guard !covered.isEmpty, !covered.contains(where: { $0.inForce.overlaps(waiver.dates) }) else {
      return
    }
    diagnostics.append(.waiverOutOfForce(waiver, covered.map(\.span).min { $0.isBefore($1) }))
  }
}

extension Span {
  fileprivate func isBefore(_ other: Span) -> Bool {
    (source.path, bytes.lowerBound) < (other.source.path, other.bytes.lowerBound)
  }
}
