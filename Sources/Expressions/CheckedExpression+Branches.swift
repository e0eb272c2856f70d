extension CheckedExpression {
  /// The parts that tests should see both true and false, in the order of the source: the expression
  /// itself where it is a condition, each operand of `&&` and `||`, and each condition of `?:`. Their
  /// ranges are those of `TracedValue`.
  ///
  /// What is asked of the elements of a list is left out: only the list's answer is followed.
  package var branches: [Range<Int>] {
    var ranges: Set<Range<Int>> = type == .bool && root.constant == nil ? [root.range] : []
    root.addBranches(to: &ranges)
    return ranges.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }
}

extension CheckedNode {
  fileprivate func addBranches(to ranges: inout Set<Range<Int>>) {
    switch kind {
    case .and(let operands), .or(let operands):
      for operand in operands { operand.addBranch(to: &ranges) }
    case .conditional(let condition, let then, let otherwise):
      condition.addBranch(to: &ranges)
      then.addBranches(to: &ranges)
      otherwise.addBranches(to: &ranges)
    default:
      for part in parts { part.addBranches(to: &ranges) }
    }
  }

  private func addBranch(to ranges: inout Set<Range<Int>>) {
    if constant == nil { ranges.insert(range) }
    addBranches(to: &ranges)
  }

  /// What it is made of and always evaluated once.
  private var parts: [CheckedNode] {
    switch kind {
    case .constant, .column, .variable, .local, .has, .children, .hasVariable: []
    case .member(let base, _), .hasMember(let base, _), .memberChildren(let base, _, _): [base]
    case .hasField(let base, _), .field(let base, _): [base]
    case .not(let operand), .ifPresent(let operand): [operand]
    case .orElse(let value, let other, _): [value, other]
    case .optionalMap(let value, _, let body, _): [value, body]
    case .call(let call): call.arguments
    case .and(let operands), .or(let operands), .list(let operands): operands
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .comprehension(let comprehension): [comprehension.range]
    case .bind(_, let value, let body): [value, body]
    }
  }
}
