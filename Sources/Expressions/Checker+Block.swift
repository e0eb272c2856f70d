/// `cel.bind(x, value, body)` and `cel.block([…], body)` with `cel.index(n)` and `cel.iterVar(n, m)`:
/// names for values that are used more than once (cel-go, ext, "Bindings"; cel-spec, block extension).
extension Checker {
  mutating func celCall(_ call: SyntaxCall, _ range: Range<Int>) -> CheckedNode? {
    switch (call.name, call.arguments.count) {
    case ("bind", 3): return bind(call.arguments, range)
    case ("block", 2):
      guard case .list(let slots) = call.arguments[0].kind else { return nil }
      return block(slots[...], call.arguments[1], range)
    case ("index", 1), ("iterVar", 2), ("accuVar", 2):
      guard let name = call.slotName, let place = locals.lastIndex(where: { $0.name == name })
      else { return nil }
      return CheckedNode(kind: .local(place), type: locals[place].type, range: range)
    default: return nil
    }
  }

  private mutating func bind(_ arguments: [SyntaxNode], _ range: Range<Int>) -> CheckedNode {
    guard let name = localName(arguments[0]) else { return reported(range) }
    return bind(name, check(arguments[1]), range) { $0.check(arguments[2]) }
  }

  private mutating func bind(
    _ name: String, _ value: CheckedNode, _ range: Range<Int>,
    _ body: (inout Checker) -> CheckedNode
  ) -> CheckedNode {
    let place = locals.count
    locals.append((name, value.type))
    let body = body(&self)
    locals.removeLast()
    return CheckedNode(kind: .bind(place, value, in: body), type: body.type, range: range)
  }

  /// Each value may use those before it.
  private mutating func block(
    _ slots: ArraySlice<SyntaxNode>, _ body: SyntaxNode, _ range: Range<Int>
  ) -> CheckedNode {
    guard let first = slots.first else { return check(body) }
    guard slots.endIndex <= Parser.depthLimit else {
      report(.tooDeep(span(range)))
      return reported(range)
    }
    return bind("@index \(slots.startIndex)", check(first), range) {
      $0.block(slots.dropFirst(), body, range)
    }
  }

  /// The name that a macro binds: a name, or a numbered one of a block.
  mutating func localName(_ node: SyntaxNode) -> String? {
    switch node.kind {
    case .name(let name, isAbsolute: false): return name
    case .call(let call):
      if case .name("cel", _)? = call.receiver?.kind, let name = call.slotName { return name }
    default: break
    }
    report(.macroNeedsName(span(node.range)))
    return nil
  }
}

extension SyntaxCall {
  /// The name, which nobody can write, that `cel.index(1)` or `cel.iterVar(0, 1)` stands for.
  fileprivate var slotName: String? {
    let numbers = arguments.compactMap { argument -> String? in
      if case .literal(.int(let number)) = argument.kind { "\(number)" } else { nil }
    }
    guard numbers.count == arguments.count, !numbers.isEmpty else { return nil }
    return "@\(name) \(numbers.joined(separator: " "))"
  }
}
