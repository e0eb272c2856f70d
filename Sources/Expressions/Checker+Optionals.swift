import Diagnostics

/// `x.?field`, `x[?i]`, `[?x]`, `or`, `orValue`, `optMap` and `optFlatMap`.
extension Checker {
  mutating func optionalItem(
    _ container: SyntaxNode, _ key: CheckedNode, _ range: Range<Int>
  ) -> CheckedNode {
    sign("[?]", [check(container), key], range, at: range)
  }

  /// An element, or the key of an entry, that is left out where the optional has no value.
  mutating func ifPresent(_ syntax: SyntaxNode, _ range: Range<Int>) -> CheckedNode {
    let node = check(syntax)
    return CheckedNode(kind: .ifPresent(node), type: node.type, range: range)
  }

  /// What an element that may be left out is, where it is there.
  mutating func unwrapped(_ node: CheckedNode) -> ValueType {
    if let inner = node.type.wrapped { return inner }
    report(
      .wrongArguments("?", [node.type], signatures: ["[?optional]"], span(node.range)))
    return .dyn
  }

  /// A call of `or`, `orValue`, `optMap` or `optFlatMap`.
  mutating func optionalCall(
    _ call: SyntaxCall, _ receiver: SyntaxNode, _ range: Range<Int>
  ) -> CheckedNode? {
    guard scope.dialect == .cel else { return nil }
    switch (call.name, call.arguments.count) {
    case ("or", 1), ("orValue", 1):
      return orElse(check(receiver), check(call.arguments[0]), call, range)
    case ("optMap", 2), ("optFlatMap", 2): return optionalMap(check(receiver), call, range)
    default: return nil
    }
  }

  private mutating func orElse(
    _ optional: CheckedNode, _ other: CheckedNode, _ call: SyntaxCall, _ range: Range<Int>
  ) -> CheckedNode {
    let isValue = call.name == "orValue"
    let type = isValue ? optional.type.wrapped : optional.type.wrapped.map(ValueType.optional)
    guard let type, type.accepts(other.type) else {
      report(
        .wrongArguments(
          call.name, [optional.type, other.type],
          signatures: ["optional.or(optional)", "optional.orValue(any)"], span(call.nameRange)))
      return reported(range)
    }
    return CheckedNode(
      kind: .orElse(optional, other, isValue: isValue), type: type.joined(other.type),
      range: range)
  }

  private mutating func optionalMap(
    _ optional: CheckedNode, _ call: SyntaxCall, _ range: Range<Int>
  ) -> CheckedNode {
    guard let name = localName(call.arguments[0]) else { return reported(range) }
    guard let inner = optional.type.wrapped else {
      report(
        .wrongArguments(
          call.name, [optional.type], signatures: ["optional.\(call.name)(x, …)"],
          span(call.nameRange)))
      return reported(range)
    }
    let place = locals.count
    locals.append((name, inner))
    let body = check(call.arguments[1])
    locals.removeLast()
    let isFlat = call.name == "optFlatMap"
    return CheckedNode(
      kind: .optionalMap(optional, place, body, isFlat: isFlat),
      type: isFlat ? body.type : .optional(body.type), range: range)
  }
}
