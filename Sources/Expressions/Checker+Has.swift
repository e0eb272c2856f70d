/// `has(…)`: whether a cell, a value or a field is there.
extension Checker {
  mutating func has(_ argument: SyntaxNode, _ range: Range<Int>) -> CheckedNode {
    switch step(argument) {
    case .column(let place):
      if place.base == nil { columns.insert(place.path) }
      return CheckedNode(kind: has(place), type: .bool, range: range)
    case .failed: return reported(range)
    case .record(let place) where place.base == nil && scope.nullableVariables.contains(place.name):
      variables.insert(place.name)
      return CheckedNode(kind: .hasVariable(place.name), type: .bool, range: range)
    case .children:
      report(.hasNeedsColumn(span(argument.range)))
      return reported(range)
    case .record, .other: break
    }
    if case .name(let name, _) = argument.kind, let type = scope.variables[name],
      scope.dialect == .rules, !type.isRecord
    {
      variables.insert(name)
      return CheckedNode(kind: .hasVariable(name), type: .bool, range: range)
    }
    if case .select(let operand, let field, let fieldRange) = argument.kind {
      return hasSelected(select(check(operand), field, fieldRange, argument.range), range)
    }
    report(.hasNeedsColumn(span(argument.range)))
    return reported(range)
  }

  private func has(_ place: Place) -> CheckedNode.Kind {
    place.base.map { .hasMember($0, place.path) } ?? .has(place.path)
  }

  private func hasSelected(_ selected: CheckedNode, _ range: Range<Int>) -> CheckedNode {
    switch selected.kind {
    case .field(let map, let field):
      CheckedNode(kind: .hasField(map, field), type: .bool, range: range)
    case .member(let record, let path):
      CheckedNode(kind: .hasMember(record, path), type: .bool, range: range)
    default: reported(range)
    }
  }
}

extension ValueType {
  /// Whether it is a record.
  var isRecord: Bool {
    if case .record = self { true } else { false }
  }
}
