import Expressions

extension CheckedNode {
  /// The parts that it is directly made of, in the order written.
  var parts: [CheckedNode] {
    switch kind {
    case .constant, .column, .variable, .local, .has, .hasVariable, .children: []
    case .member(let record, _), .hasMember(let record, _), .memberChildren(let record, _, _):
      [record]
    case .hasField(let map, _), .field(let map, _): [map]
    case .call(let call): call.arguments
    case .not(let operand), .ifPresent(let operand): [operand]
    case .and(let operands), .or(let operands), .list(let operands): operands
    case .conditional(let test, let then, let otherwise): [test, then, otherwise]
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let macro): [macro.range, macro.filter, macro.body].compactMap { $0 }
    case .bind(_, let value, let body): [value, body]
    case .orElse(let value, let other, _), .optionalMap(let value, _, let other, _): [value, other]
    }
  }
}
