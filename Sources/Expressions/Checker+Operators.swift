import Diagnostics

/// Operators: arithmetic, comparisons, `in`, indexing.
extension Checker {
  mutating func binary(
    _ name: String, _ left: CheckedNode, _ right: CheckedNode, _ range: Range<Int>,
    _ signRange: Range<Int>
  ) -> CheckedNode {
    if name == "==" || name == "!=" {
      if left.type == .null || right.type == .null {
        // Comparing with null is how people ask whether a cell is there.
        unguarded.removeAll { range.contains($0.range.lowerBound) }
      }
      if !areComparable(left.type, right.type) {
        report(mismatch(name, left, right, signRange))
      }
      checkAllowed(left, right)
      checkAllowed(right, left)
    }
    if name == "in" { checkAllowed(left, right) }
    return sign(name, [left, right], range, at: signRange)
  }

  /// Whether `==` can ever be true of two types.
  private func areComparable(_ left: ValueType, _ right: ValueType) -> Bool {
    left.accepts(right) || left.joined(right) == left || left.joined(right) == right
      || (left.isNumber && right.isNumber)
      || (scope.dialect == .cel && (left == .null || right == .null))
      || areLists(left, right)
  }

  private func areLists(_ left: ValueType, _ right: ValueType) -> Bool {
    switch (left, right) {
    case (.list(let a), .list(let b)): areComparable(a, b)
    case (.map(let a, let b), .map(let c, let d)): areComparable(a, c) && areComparable(b, d)
    default: false
    }
  }

  /// A call of an operator; a mismatch is reported with the types of both operands.
  mutating func sign(
    _ name: String, _ operands: [CheckedNode], _ range: Range<Int>, at signRange: Range<Int>
  ) -> CheckedNode {
    let candidates = library.overloads(name).filter { $0.style == .sign }
    if scope.isUnchecked { return made(name, candidates, operands, range) }
    let fitting = Library.matching(candidates, operands.map(\.type))
    if !fitting.isEmpty { return made(name, fitting, operands, range) }
    switch operands.count {
    case 1: report(.wrongOperand(name, operands[0].type, span(range)))
    case _ where name == "[]":
      report(.wrongIndex(operands[0].type, operands[1].type, span(range)))
    default: report(mismatch(name, operands[0], operands[1], signRange))
    }
    let isRelation = ["<", "<=", ">", ">=", "in"].contains(name)
    return CheckedNode(
      kind: .constant(.null), type: isRelation ? .bool : .dyn, range: range)
  }

  private func mismatch(
    _ name: String, _ left: CheckedNode, _ right: CheckedNode, _ signRange: Range<Int>
  ) -> Diagnostic {
    let operands = (
      Operand(type: left.type, text: written(left.range), span: span(left.range)),
      Operand(type: right.type, text: written(right.range), span: span(right.range))
    )
    if left.type.isTimePoint, right.type.isTimePoint {
      return .timePointsMixed(name, operands.0, operands.1, span(signRange))
    }
    if left.type.isTimeLength, right.type.isTimeLength {
      return .timeKindsMixed(name, operands.0, operands.1, span(signRange))
    }
    if left.type == .null || right.type == .null {
      return .comparedWithNull(left.type == .null ? operands.1 : operands.0, name, span(signRange))
    }
    return .typeMismatch(name, operands.0, operands.1, span(signRange))
  }

  // MARK: - Allowed values

  /// A column compared with a text that it can never hold.
  private mutating func checkAllowed(_ node: CheckedNode, _ other: CheckedNode) {
    guard let (name, column) = declaration(node), let allowed = column.allowed,
      let constant = other.constant
    else { return }
    let values: [Value] = if case .list(let elements) = constant { elements } else { [constant] }
    for case .string(let text) in values where !allowed.contains(text) {
      report(.notAllowed(text, name, allowed, span(other.range)))
    }
  }
}

/// An operand as diagnostics speak of it.
struct Operand {
  let type: ValueType
  let text: String
  let span: Span
}
