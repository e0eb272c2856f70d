import Diagnostics
import Tables

/// Variables, columns, fields and `has(…)`.
extension Checker {
  /// What a name or a selection leads to within records.
  enum Step {
    /// It does not start from a record.
    case other
    case record(variable: String, Dataset)
    case column(ColumnPath, [Column])
    /// It was reported.
    case failed
  }

  // MARK: - Any name

  mutating func reference(_ node: SyntaxNode) -> CheckedNode {
    switch step(node) {
    case .record(let variable, let dataset):
      report(.recordAsValue(variable, dataset, span(node.range)))
      return reported(node.range)
    case .column(let path, let steps): return column(path, steps, node.range)
    case .failed: return reported(node.range)
    case .other: break
    }
    if let parts = node.nameParts, let found = named(parts, node) { return found }
    switch node.kind {
    case .select(let operand, let field, let fieldRange):
      return select(check(operand), field, fieldRange, node.range)
    case .name(let name, _):
      if scope.isUnchecked { return variable(name, .dyn, node.range) }
      report(.unknownName(name, span(node.range), known: knownNames))
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
    "google.protobuf.Timestamp", "google.protobuf.Duration",
  ]

  private mutating func variable(
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

  private mutating func select(
    _ operand: CheckedNode, _ field: String, _ fieldRange: Range<Int>, _ range: Range<Int>
  ) -> CheckedNode {
    switch operand.type {
    case .map(_, let value):
      return CheckedNode(kind: .field(operand, field), type: value, range: range)
    case .dyn:
      return CheckedNode(kind: .field(operand, field), type: .dyn, range: range)
    default:
      report(
        .noFields(operand.type, field, span(fieldRange), library.overloads(field).isEmpty == false))
      return CheckedNode(kind: .field(operand, field), type: .dyn, range: range)
    }
  }

  // MARK: - Records and columns

  mutating func step(_ node: SyntaxNode) -> Step {
    switch node.kind {
    case .name(let name, let isAbsolute):
      guard isAbsolute || !locals.contains(where: { $0.name == name }),
        case .record(let id)? = scope.variables[name], let dataset = scope.datasets[id]
      else { return .other }
      return .record(variable: name, dataset)
    case .select(let operand, let field, let fieldRange):
      switch step(operand) {
      case .other: return .other
      case .failed: return .failed
      case .record(let variable, let dataset):
        return column(
          field, of: dataset, ColumnPath(variable: variable, columns: []), [], fieldRange)
      case .column(let path, let steps): return column(field, after: path, steps, fieldRange)
      }
    default: return .other
    }
  }

  private mutating func column(
    _ field: String, after path: ColumnPath, _ steps: [Column], _ range: Range<Int>
  ) -> Step {
    guard let id = steps.last?.references, let dataset = scope.datasets[id] else {
      report(
        .noColumns(
          name(of: path), type(of: steps.last), field, span(range),
          library.overloads(field).isEmpty == false))
      return .failed
    }
    return column(field, of: dataset, path, steps, range)
  }

  private mutating func column(
    _ field: String, of dataset: Dataset, _ path: ColumnPath, _ steps: [Column], _ range: Range<Int>
  ) -> Step {
    guard let index = dataset.index(of: field) else {
      report(.unknownColumn(field, of: dataset, span(range)))
      return .failed
    }
    let longer = ColumnPath(variable: path.variable, columns: path.columns + [index])
    return .column(longer, steps + [dataset.columns[index]])
  }

  private func type(of column: Column?) -> ValueType {
    switch column?.type {
    case .string: .string
    case .bool: .bool
    case .int: .int
    case .decimal: .decimal
    case .date: .date
    case .timestamp: .timestamp
    case nil: .dyn
    }
  }

  private mutating func column(
    _ path: ColumnPath, _ steps: [Column], _ range: Range<Int>
  ) -> CheckedNode {
    columns.insert(path)
    if scope.guardNullable { requireGuard(path, steps, range) }
    return CheckedNode(kind: .column(path), type: type(of: steps.last), range: range)
  }

  /// Every step that may be empty must be known to be there.
  private mutating func requireGuard(
    _ path: ColumnPath, _ steps: [Column], _ range: Range<Int>
  ) {
    let isMissing = steps.indices.contains { index in
      (steps[index].nullable || steps[index].optional)
        && !present.contains(path.prefix(index + 1))
    }
    if isMissing { unguarded.append((path, range)) }
  }

  /// A path as it is written.
  func name(of path: ColumnPath) -> String {
    guard case .record(let id)? = scope.variables[path.variable] else { return path.variable }
    var (names, dataset) = ([path.variable], scope.datasets[id])
    for index in path.columns {
      guard let column = dataset?.columns[index] else { break }
      names.append(column.id)
      dataset = column.references.flatMap { scope.datasets[$0] }
    }
    return names.joined(separator: ".")
  }

  /// The declaration of the column that a node reads.
  func declaration(_ node: CheckedNode) -> (name: String, column: Column)? {
    guard case .column(let path) = node.kind,
      case .record(let id)? = scope.variables[path.variable]
    else { return nil }
    var (column, dataset): (Column?, Dataset?) = (nil, scope.datasets[id])
    for index in path.columns {
      column = dataset?.columns[index]
      dataset = column?.references.flatMap { scope.datasets[$0] }
    }
    return column.map { (name(of: path), $0) }
  }

  // MARK: - has

  mutating func has(_ argument: SyntaxNode, _ range: Range<Int>) -> CheckedNode {
    switch step(argument) {
    case .column(let path, _):
      columns.insert(path)
      return CheckedNode(kind: .has(path), type: .bool, range: range)
    case .failed: return reported(range)
    case .record, .other: break
    }
    if case .name(let name, _) = argument.kind, let type = scope.variables[name],
      scope.dialect == .rules, !type.isRecord
    {
      variables.insert(name)
      return CheckedNode(kind: .hasVariable(name), type: .bool, range: range)
    }
    if case .select(let operand, let field, let fieldRange) = argument.kind {
      let selected = select(check(operand), field, fieldRange, argument.range)
      guard case .field(let map, _) = selected.kind else { return reported(range) }
      return CheckedNode(kind: .hasField(map, field), type: .bool, range: range)
    }
    report(.hasNeedsColumn(span(argument.range)))
    return reported(range)
  }
}

extension ValueType {
  fileprivate var isRecord: Bool {
    if case .record = self { true } else { false }
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
