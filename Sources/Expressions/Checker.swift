import Diagnostics
import Tables

/// Gives every part of an expression its type, and reports what does not fit.
///
/// A part that was reported has the type `dyn`, which fits everywhere, so that one mistake is
/// reported once.
struct Checker {
  let text: MappedText
  let scope: Scope
  let library: Library
  var diagnostics: [Diagnostic] = []
  var columns: Set<ColumnPath> = []
  var reads: Set<DatasetColumn> = []
  var relations: Set<ChildRelation> = []
  var variables: Set<String> = []
  /// Variables bound by macros, outermost first.
  var locals: [(name: String, type: ValueType)] = []
  /// What is known to be there where the checker stands (see `CheckedNode.present`).
  var present: Set<ColumnPath> = []
  /// Whether a text is compared with what comes next.
  var wantsText = false
  /// Uses of the operand at hand that need a guard.
  var unguarded: [(path: ColumnPath, range: Range<Int>)] = []

  init(_ text: MappedText, _ scope: Scope) {
    self.text = text
    self.scope = scope
    library = Library.of(scope.dialect)
    present = scope.guarded
  }

  func span(_ range: Range<Int>) -> Span { text.span(range) }

  /// The source text of a part of the expression.
  func written(_ range: Range<Int>) -> String {
    String(
      decoding: Array(text.text.utf8)[range.clamped(to: 0..<text.text.utf8.count)], as: UTF8.self)
  }

  mutating func report(_ diagnostic: Diagnostic) {
    if !scope.isUnchecked { diagnostics.append(diagnostic) }
  }

  /// A reported part.
  func reported(_ range: Range<Int>) -> CheckedNode {
    CheckedNode(kind: .constant(.null), type: .dyn, range: range)
  }

  mutating func checkWhole(_ syntax: SyntaxNode, expecting: [ValueType]) -> CheckedNode {
    let root = operand(syntax, isCondition: expecting == [.bool])
    let fits =
      expecting.isEmpty || expecting.contains { $0.accepts(root.type) }
      || (root.type == .int && expecting.contains(.decimal))
    // What is made of something wrong has no type that could be held against it.
    if !fits, !diagnostics.hasErrors {
      report(.unexpectedResult(root.type, expected: expecting, span(syntax.range)))
    }
    return root
  }

  mutating func check(_ node: SyntaxNode) -> CheckedNode {
    let range = node.range
    switch node.kind {
    case .literal(let value):
      return CheckedNode(kind: .constant(value), type: value.type, range: range)
    case .name, .select: return reference(node)
    case .call(let call): return check(call, range)
    case .not(let operand): return not(operand, range)
    case .negate(let operand): return sign("-", [check(operand)], range, at: range)
    case .and(let operands): return junction(operands, range, isAnd: true)
    case .or(let operands): return junction(operands, range, isAnd: false)
    case .binary(let name, let left, let right, let signRange):
      let left = check(left)
      wantsText = left.type == .string && ["==", "!="].contains(name)
      let right = check(right)
      wantsText = false
      return binary(name, left, right, range, signRange)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, range)
    case .index(let container, let index):
      return sign("[]", [check(container), check(index)], range, at: range)
    case .optionalSelect(let container, let field, let fieldRange):
      let key = CheckedNode(kind: .constant(.string(field)), type: .string, range: fieldRange)
      return optionalItem(container, key, range)
    case .optionalIndex(let container, let index):
      return optionalItem(container, check(index), range)
    case .ifPresent(let inner): return ifPresent(inner, range)
    case .list(let elements): return list(elements, range)
    case .map(let entries): return map(entries, range)
    case .message(let name, _):
      report(.messageSyntax(span(name.range)))
      return reported(range)
    case .missing: return reported(range)
    }
  }

  // MARK: - Collections

  private mutating func list(_ elements: [SyntaxNode], _ range: Range<Int>) -> CheckedNode {
    let checked = elements.map { check($0) }
    let type = joined(checked.map { $0.isIfPresent ? unwrapped($0) : $0.type })
    return folded(CheckedNode(kind: .list(checked), type: .list(type), range: range)) {
      .list($0)
    }
  }

  private mutating func map(
    _ entries: [(key: SyntaxNode, value: SyntaxNode)], _ range: Range<Int>
  ) -> CheckedNode {
    let checked = entries.map { (key: check($0.key), value: check($0.value)) }
    let values = checked.map { $0.key.isIfPresent ? unwrapped($0.value) : $0.value.type }
    let type = ValueType.map(joined(checked.map(\.key.type)), joined(values))
    return CheckedNode(kind: .map(checked), type: type, range: range)
  }

  private func joined(_ types: [ValueType]) -> ValueType {
    guard let first = types.first else { return .dyn }
    return types.dropFirst().reduce(first) { $0.joined($1) }
  }

  /// A list of constants as one constant.
  private func folded(_ node: CheckedNode, _ make: ([Value]) -> Value) -> CheckedNode {
    guard case .list(let elements) = node.kind else { return node }
    let constants = elements.compactMap(\.constant)
    guard constants.count == elements.count else { return node }
    return CheckedNode(kind: .constant(make(constants)), type: node.type, range: node.range)
  }
}

extension CheckedNode {
  /// The value of a constant.
  var constant: Value? {
    if case .constant(let value) = kind { value } else { nil }
  }
}
