import Diagnostics
import Tables

/// Variables, columns, fields and `has(…)`.
extension Checker {
  // MARK: - Any name

  mutating func reference(_ node: SyntaxNode) -> CheckedNode {
    if let records = records(node) { return records }
    if let parts = node.nameParts, let found = named(parts, node) { return found }
    switch node.kind {
    case .select(let operand, let field, let fieldRange):
      return select(check(operand), field, fieldRange, node.range)
    case .name(let name, _):
      if scope.isUnchecked { return variable(name, .dyn, node.range) }
      report(
        wantsText
          ? .textWithoutQuotes(name, span(node.range))
          : .unknownName(name, span(node.range), known: knownNames))
    default: break
    }
    return reported(node.range)
  }

  /// A local, a variable or a type that a dotted name stands for.
  private mutating func named(_ parts: NameParts, _ node: SyntaxNode) -> CheckedNode? {
    if !parts.isAbsolute, let place = locals.lastIndex(where: { $0.name == parts.first }) {
      guard parts.count == 1 else { return nil }
      return CheckedNode(kind: .local(place), type: locals[place].type, range: node.range)
    }
    for name in candidates(parts) {
      if let type = scope.variables[name] { return variable(name, type, node.range) }
    }
    guard Self.typeNames.contains(parts.text) else { return nil }
    return CheckedNode(kind: .constant(.type(parts.text)), type: .type, range: node.range)
  }

  /// The names a dotted name may mean, that of the innermost namespace first.
  private func candidates(_ parts: NameParts) -> [String] {
    guard !parts.isAbsolute, !scope.container.isEmpty else { return [parts.text] }
    let container = scope.container.split(separator: ".").map(String.init)
    return (0...container.count).reversed().map { count in
      (container.prefix(count) + [parts.text]).joined(separator: ".")
    }
  }

  private static let typeNames: Set<String> = [
    "bool", "int", "uint", "double", "string", "bytes", "list", "map", "type", "null_type",
    "google.protobuf.Timestamp", "google.protobuf.Duration", "optional_type",
  ]

  mutating func variable(
    _ name: String, _ type: ValueType, _ range: Range<Int>
  ) -> CheckedNode {
    variables.insert(name)
    let path = ColumnPath(variable: name, columns: [])
    if scope.guardNullable, scope.nullableVariables.contains(name), !present.contains(path) {
      unguarded.append((path, range))
    }
    return CheckedNode(kind: .variable(name), type: type, range: range)
  }

  private var knownNames: [String] {
    Array(scope.variables.keys) + locals.map(\.name)
  }

  /// Whether a name is in sight.
  func isKnown(_ name: String) -> Bool {
    scope.variables[name] != nil || locals.contains { $0.name == name }
  }

  mutating func select(
    _ operand: CheckedNode, _ field: String, _ fieldRange: Range<Int>, _ range: Range<Int>
  ) -> CheckedNode {
    if let member = member(of: operand, field, fieldRange, range) { return member }
    switch operand.type {
    case .map(_, let value):
      return CheckedNode(kind: .field(operand, field), type: value, range: range)
    case .dyn:
      return CheckedNode(kind: .field(operand, field), type: .dyn, range: range)
    case .optional:
      let element = Overload.Result.optionalElement(0)
      return CheckedNode(
        kind: .field(operand, field), type: element.type([operand.type]), range: range)
    default:
      report(
        .noFields(operand.type, field, span(fieldRange), library.overloads(field).isEmpty == false))
      return CheckedNode(kind: .field(operand, field), type: .dyn, range: range)
    }
  }
}

/// Names joined by points.
struct NameParts {
  var names: [String]
  let isAbsolute: Bool

  var first: String { names[0] }
  var count: Int { names.count }
  var text: String { names.joined(separator: ".") }
}

extension SyntaxNode {
  /// The names, where it is nothing but names joined by points.
  var nameParts: NameParts? {
    switch kind {
    case .name(let name, let isAbsolute): return NameParts(names: [name], isAbsolute: isAbsolute)
    case .select(let operand, let field, _):
      guard var parts = operand.nameParts else { return nil }
      parts.names.append(field)
      return parts
    default: return nil
    }
  }
}
