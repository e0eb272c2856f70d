import Diagnostics

/// Conditions: `!`, `&&`, `||`, `?:`, and the guards that they hold.
extension Checker {
  /// Checks an operand of a condition, a branch, or the whole: what a guard would be put before.
  /// - Parameter isCondition: whether it has to be true or false; a date there is reported as that.
  mutating func operand(_ syntax: SyntaxNode, isCondition: Bool = false) -> CheckedNode {
    let outer = unguarded
    unguarded = []
    let node = check(syntax)
    if !isCondition || !node.type.isTimePoint { reportUnguarded(in: syntax, node.type) }
    unguarded = outer
    return node
  }

  private mutating func reportUnguarded(in syntax: SyntaxNode, _ type: ValueType) {
    guard !unguarded.isEmpty else { return }
    var paths: [ColumnPath] = []
    for use in unguarded where !paths.contains(use.path) { paths.append(use.path) }
    let guards = paths.map { "has(\(name(of: $0)))" }.joined(separator: " && ")
    let body = written(syntax.range)
    let inner = syntax.isLoose ? "(\(body))" : body
    let remedy: Diagnostic.Unguarded =
      if type == .bool || type == .dyn {
        .condition("\(guards) && \(inner)")
      } else {
        isLocal(paths) ? .choice("\(guards) ? \(inner)") : .filter(guards)
      }
    for path in paths {
      guard let use = unguarded.first(where: { $0.path == path }) else { continue }
      report(
        .unguarded(name(of: path), span(use.range), remedy: remedy))
    }
  }

  /// Whether some of them are in sight only within this expression.
  private func isLocal(_ paths: [ColumnPath]) -> Bool {
    paths.contains { path in locals.contains { $0.name == path.variable } }
  }

  /// Reports a value that is no condition.
  private mutating func requireBool(_ node: CheckedNode) {
    guard !ValueType.bool.accepts(node.type) else { return }
    report(.notACondition(node.type, span(node.range)))
  }

  mutating func not(_ syntax: SyntaxNode, _ range: Range<Int>) -> CheckedNode {
    let node = check(syntax)
    requireBool(node)
    return CheckedNode(kind: .not(node), type: .bool, range: range)
  }

  /// From left to right: what stands on the right of `has(x) &&` is only used where x is there.
  mutating func junction(
    _ operands: [SyntaxNode], _ range: Range<Int>, isAnd: Bool
  ) -> CheckedNode {
    let before = present
    defer { present = before }
    var nodes: [CheckedNode] = []
    for syntax in operands {
      let node = operand(syntax, isCondition: true)
      if let meant = oneOf(node, after: operands[..<nodes.count]) {
        report(.oneOfSeveral(meant, span(node.range)))
      } else {
        requireBool(node)
      }
      present.formUnion(isAnd ? node.present(when: true) : node.present(when: false))
      nodes.append(node)
    }
    return CheckedNode(kind: isAnd ? .and(nodes) : .or(nodes), type: .bool, range: range)
  }

  /// What `x == "a" || "b"` was meant to be.
  private func oneOf(_ node: CheckedNode, after before: ArraySlice<SyntaxNode>) -> String? {
    guard node.type == .string, node.constant != nil,
      case .binary("==", let left, let right, _)? = before.last?.kind
    else { return nil }
    return "\(written(left.range)) in [\(written(right.range)), \(written(node.range))]"
  }

  mutating func conditional(
    _ condition: SyntaxNode, _ then: SyntaxNode, _ otherwise: SyntaxNode, _ range: Range<Int>
  ) -> CheckedNode {
    let condition = operand(condition, isCondition: true)
    requireBool(condition)
    let yes = branch(then, present.union(condition.present(when: true)))
    let no = branch(otherwise, present.union(condition.present(when: false)))
    return CheckedNode(
      kind: .conditional(condition, then: yes, otherwise: no), type: branchType(yes, no),
      range: range)
  }

  private mutating func branch(_ syntax: SyntaxNode, _ known: Set<ColumnPath>) -> CheckedNode {
    let before = present
    defer { present = before }
    present = known
    return operand(syntax)
  }

  private mutating func branchType(_ yes: CheckedNode, _ no: CheckedNode) -> ValueType {
    if yes.type == .dyn || no.type == .dyn { return .dyn }
    if yes.type.accepts(no.type) { return yes.type.joined(no.type) }
    if Set([yes.type, no.type]) == [.int, .decimal] { return .decimal }
    if scope.dialect == .cel, yes.type == .null || no.type == .null {
      let joined = yes.type.joined(no.type)
      if joined != .dyn { return joined }
    }
    report(.branchesDiffer(yes.type, span(yes.range), no.type, span(no.range)))
    return .dyn
  }
}

extension SyntaxNode {
  /// Whether it binds less than `&&`, unless it stands in parentheses.
  fileprivate var isLoose: Bool {
    switch kind {
    case .or(let operands): operands.first?.range.lowerBound == range.lowerBound
    case .conditional(let condition, _, _): condition.range.lowerBound == range.lowerBound
    default: false
    }
  }
}

extension CheckedNode {
  /// The paths that are surely there when this condition is true, or false.
  package func present(when truth: Bool) -> Set<ColumnPath> {
    switch kind {
    case .has(let path) where truth: path.steps
    case .hasMember(_, let path) where truth: path.variable.isEmpty ? [] : path.steps
    case .hasVariable(let name) where truth: [ColumnPath(variable: name, columns: [])]
    case .not(let operand): operand.present(when: !truth)
    case .and(let operands):
      truth ? Self.union(operands, true) : Self.intersection(operands, false)
    case .or(let operands):
      truth ? Self.intersection(operands, true) : Self.union(operands, false)
    default: []
    }
  }

  private static func union(_ nodes: [CheckedNode], _ truth: Bool) -> Set<ColumnPath> {
    nodes.reduce(into: []) { $0.formUnion($1.present(when: truth)) }
  }

  private static func intersection(_ nodes: [CheckedNode], _ truth: Bool) -> Set<ColumnPath> {
    guard let first = nodes.first else { return [] }
    return nodes.dropFirst().reduce(first.present(when: truth)) {
      $0.intersection($1.present(when: truth))
    }
  }
}
