import Diagnostics
import Expressions
import YAMLTree

/// Reads `clock`.
struct ClockReader {
  private static let dayLimits: [ValueType] = [.workingDays, .calendarDays, .calendarMonths]
  private static let timeLimits: [ValueType] = [.workingHours, .duration]

  private let scope: RecordScope
  private(set) var diagnostics: [Diagnostic] = []

  /// A reader of what is in sight of `scope`.
  init(_ scope: RecordScope) { self.scope = scope }

  /// The clock with the type of its end; `nil` when a part of it is missing or wrong.
  mutating func read(_ node: Node) -> (clock: Clock, type: ValueType)? {
    let keys = ["from", "limit", "pauses"]
    guard let fields = Fields(node, keys: keys, of: .clock, &diagnostics) else { return nil }
    _ = fields.require("from", example: "dossier.received_at", &diagnostics)
    _ = fields.require("limit", &diagnostics)
    let limit = compile(fields, "limit", Self.dayLimits + Self.timeLimits, scope.scope)
    let isTimed = limit.map { Self.timeLimits.contains($0.type) } ?? false
    let points: [ValueType] = isTimed ? [.timestamp] : [.date, .timestamp]
    let from = compile(fields, "from", points, scope.scope)
    let pauses = fields["pauses"].map { self.pauses($0, points) }
    if case .some(.none) = pauses { return nil }
    guard let from, let limit else { return nil }
    let clock = Clock(
      from: from, limit: limit, pauses: pauses ?? nil, span: fields.span.firstLine)
    return (clock, isTimed ? .timestamp : .date)
  }

  private mutating func pauses(_ node: Node, _ points: [ValueType]) -> Clock.Pauses? {
    let keys = ["over", "from", "until", "where"]
    guard let fields = Fields(node, keys: keys, of: .pauses, &diagnostics) else { return nil }
    _ = fields.require("over", example: "dossier.pauses", &diagnostics)
    _ = fields.require("from", example: "pause.stopped_at", &diagnostics)
    _ = fields.require("until", example: "pause.resumed_at", &diagnostics)
    guard let over = compile(fields, "over", [], scope.scope) else { return nil }
    guard case .list(.record(let id)) = over.type, let dataset = scope.scope.datasets[id] else {
      diagnostics.append(.pausesAreNoRecords(over.span, over.type.name))
      return nil
    }
    var inner = scope
    inner.define(dataset.record, .record(id))
    let filter = compile(fields, "where", [.bool], inner.scope)
    if let filter { inner.assume(filter) }
    let from = compile(fields, "from", points, inner.unguarded)
    let until = compile(fields, "until", points, inner.unguarded)
    guard let from, let until else { return nil }
    return Clock.Pauses(
      over: over, record: dataset.record, from: from, until: until, filter: filter)
  }

  private mutating func compile(
    _ fields: Fields, _ key: String, _ types: [ValueType], _ scope: Scope
  ) -> CheckedExpression? {
    guard let text = fields.expression(key, &diagnostics) else { return nil }
    let (expression, found) = ExpressionCompiler.compile(text, in: scope, expecting: types)
    diagnostics += found
    return expression
  }
}
