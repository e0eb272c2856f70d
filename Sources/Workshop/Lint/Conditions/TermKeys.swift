import Expressions

/// Texts that are the same for parts of expressions that have the same value: spaces, the order of
/// operands of `==`, `&&` and `||`, and the names of `let` values make no difference.
struct TermKeys: Sendable {
  /// What names stand for.
  let sight: Sight

  /// The key of a whole expression; `none` where there is none.
  func key(_ expression: CheckedExpression?) -> String {
    expression.map { key($0.root) } ?? "none"
  }

  /// The key of a part.
  func key(_ node: CheckedNode) -> String {
    switch node.kind {
    case .constant(let value): key(value)
    case .column(let path): key(path)
    case .variable(let name): sight.key(name)
    case .local(let number): "#\(number)"
    case .has(let path): "has(\(key(path)))"
    case .member(let record, let path): "\(key(record))\(key(path))"
    case .hasMember(let record, let path): "has(\(key(record))\(key(path)))"
    case .children(let path, let relation): "\(key(path)).\(relation.name)"
    case .memberChildren(let record, let path, let relation):
      "\(key(record))\(key(path)).\(relation.name)"
    case .hasVariable(let name): "has(\(sight.key(name)))"
    case .hasField(let map, let field): "has(\(key(map)).\(field))"
    case .field(let map, let field): "\(key(map)).\(field)"
    case .call(let call): key(call)
    case .ifPresent(let operand): "?(\(key(operand)))"
    case .orElse(let value, let other, let isValue):
      "else(\(isValue), \(key(value)), \(key(other)))"
    case .optionalMap(let value, let number, let body, let isFlat):
      "map(\(isFlat), #\(number), \(key(value)), \(key(body)))"
    case .not(let operand): "!(\(key(operand)))"
    case .and(let parts): unordered("&&", parts)
    case .or(let parts): unordered("||", parts)
    case .conditional(let test, let then, let otherwise):
      "(\(key(test)) ? \(key(then)) : \(key(otherwise)))"
    case .list(let elements): "[\(row(elements))]"
    case .map(let entries): "{\(entries.map { "\(key($0.key)): \(key($0.value))" })}"
    case .comprehension(let macro): key(macro)
    case .bind(let number, let value, let body): "bind(#\(number), \(key(value)), \(key(body)))"
    }
  }

  /// Values of different types never have the same key.
  private func key(_ value: Value) -> String {
    switch value {
    case .bool, .int, .string: value.shown
    default: "\(value)"
    }
  }

  private func key(_ path: ColumnPath) -> String {
    "\(path.variable).\(path.columns.map(String.init).joined(separator: "."))"
  }

  private func key(_ call: Call) -> String {
    switch call.name {
    case "==", "!=": unordered(call.name, call.arguments)
    case ">": "<(\(row(call.arguments.reversed())))"
    case ">=": "<=(\(row(call.arguments.reversed())))"
    default: "\(call.name)(\(row(call.arguments)))"
    }
  }

  private func key(_ macro: Comprehension) -> String {
    "\(macro.kind)(\(key(macro.range)), \(macro.filter.map(key) ?? ""), \(key(macro.body)))"
  }

  private func unordered(_ sign: String, _ parts: [CheckedNode]) -> String {
    "(\(parts.map(key).sorted().joined(separator: " \(sign) ")))"
  }

  private func row(_ nodes: [CheckedNode]) -> String {
    nodes.map(key).joined(separator: ", ")
  }
}
