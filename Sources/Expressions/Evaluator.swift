import Calendars
import Diagnostics
import Numbers
import Tables

extension CheckedExpression {
  /// The value for one record, with CEL's rules for errors and unknowns: `&&` and `||` absorb them in
  /// either order, `?:` takes only its branch, and where both are left, unknown wins.
  package func evaluate(_ activation: some Activation) -> Outcome {
    evaluate(root, activation)
  }

  /// The value of a part of it that uses no local variable from outside that part.
  package func evaluate(_ part: CheckedNode, _ activation: some Activation) -> Outcome {
    var evaluator = Evaluator(source: activation, text: text)
    return evaluator.evaluate(part)
  }
}

/// Walks a checked tree for one record.
struct Evaluator<Source: Activation> {
  let source: Source
  let text: MappedText
  var locals: [Outcome] = []
  /// Where values are gathered while tracing.
  var trace: Trace?

  init(source: Source, text: MappedText) {
    self.source = source
    self.text = text
  }

  mutating func evaluate(_ node: CheckedNode) -> Outcome {
    trace == nil ? result(of: node) : traced(node)
  }

  mutating func result(of node: CheckedNode) -> Outcome {
    switch node.kind {
    case .constant(let value): return .value(value)
    case .column(let path): return value(source.cell(path), path, node)
    case .member(let record, let path): return member(record, path, node)
    case .variable(let name): return source.variable(name)
    case .local(let place): return locals[place]
    case .has(let path): return isPresent(source.cell(path))
    case .hasMember(let record, let path): return hasMember(record, path)
    case .children(let path, let relation): return source.children(relation, of: path)
    case .memberChildren(let record, let path, let relation):
      return members(of: record, path, relation)
    case .hasVariable(let name): return isPresent(name)
    case .hasField(let map, let field): return hasField(map, field, node)
    case .field(let map, let field): return value(of: map, field, node)
    case .call(let call): return evaluate(call, node)
    case .not(let operand): return not(evaluate(operand), node)
    case .and(let operands): return junction(operands, absorbing: false)
    case .or(let operands): return junction(operands, absorbing: true)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise)
    case .list(let elements): return list(elements, node)
    case .map(let entries): return map(entries, node)
    case .comprehension(let comprehension): return evaluate(comprehension, node)
    case .ifPresent(let inner): return evaluate(inner)
    case .orElse(let optional, let other, let isValue):
      return orElse(optional, other, isValue: isValue, node)
    case .optionalMap(let optional, let place, let body, let isFlat):
      return optionalMap(optional, place, body, isFlat: isFlat, node)
    case .bind(let place, let value, let body):
      return with([evaluate(value)], at: place) { $0.evaluate(body) }
    }
  }

  // MARK: - Names

  func value(_ cell: Cell, _ path: ColumnPath, _ node: CheckedNode) -> Outcome {
    switch cell {
    case .empty:
      let span = text.span(node.range)
      return .error(
        EvaluationError(kind: .emptyCell(path), message: .emptyCell(span.text), span: span))
    case .unreadable: return .unknown
    case .text(let text): return .value(.string(text))
    case .bool(let bool): return .value(.bool(bool))
    case .int(let int): return .value(.int(int))
    case .decimal(let decimal): return .value(.decimal(decimal))
    case .date(let day): return .value(.date(day))
    case .timestamp(let instant): return .value(.timestamp(instant))
    }
  }

  func isPresent(_ cell: Cell) -> Outcome {
    switch cell {
    case .empty: .value(.bool(false))
    case .unreadable: .unknown
    default: .value(.bool(true))
    }
  }

  private func isPresent(_ name: String) -> Outcome {
    let outcome = source.variable(name)
    switch outcome {
    case .value: return .value(.bool(true))
    case .unknown: return .unknown
    case .error(let error):
      if case .emptyCell = error.kind { return .value(.bool(false)) }
      return outcome
    }
  }

  private mutating func hasField(
    _ map: CheckedNode, _ field: String, _ node: CheckedNode
  ) -> Outcome {
    let outcome = evaluate(map)
    guard case .value(let value) = outcome else { return outcome }
    do {
      return .value(.bool(try OptionalLibrary.item(of: value, .string(field)) != nil))
    } catch {
      return failure(.noSuchKey, node)
    }
  }

  private mutating func value(
    of map: CheckedNode, _ field: String, _ node: CheckedNode
  ) -> Outcome {
    let outcome = evaluate(map)
    guard case .value(let value) = outcome else { return outcome }
    do {
      let found = try OptionalLibrary.item(of: value, .string(field))
      if case .optional = value { return .value(.optional(found)) }
      return found.map(Outcome.value) ?? failure(.noSuchKey, node)
    } catch {
      return failure(.noSuchKey, node)
    }
  }

  // MARK: - Calls

  private mutating func evaluate(_ call: Call, _ node: CheckedNode) -> Outcome {
    let (values, failed) = strict(call.arguments)
    if let failed { return failed }
    do {
      let overload = try call.overload(for: values)
      return .value(try overload.body(Arguments(values, calendar: source.calendar)))
    } catch {
      return failure(error, node)
    }
  }

  /// Evaluates all; fails as unknown if one is, else with the first error.
  mutating func strict(_ nodes: [CheckedNode]) -> (values: [Value], failed: Outcome?) {
    var values: [Value] = []
    var failed: Outcome?
    for node in nodes {
      switch evaluate(node) {
      case .value(let value): values.append(value)
      case .unknown: return ([], .unknown)
      case .error(let error): failed = failed ?? .error(error)
      }
    }
    return (values, failed)
  }

  // MARK: - Errors

  func failure(_ reason: Fault.Reason, _ node: CheckedNode) -> Outcome {
    failure(Fault(reason), node)
  }

  func failure(_ error: any Error, _ node: CheckedNode) -> Outcome {
    .error(EvaluationError(kind: .rule, message: .reason(error), span: text.span(node.range)))
  }
}

extension Call {
  /// The signature that known values choose.
  func overload(for values: [Value]) throws -> Overload {
    if let only = overloads.first, overloads.count == 1, !isDynamic { return only }
    let types = values.map(\.type)
    guard let found = Library.matching(overloads, types).first else {
      throw Fault(.noSuchOverload(types.map(\.name)))
    }
    return found
  }
}
