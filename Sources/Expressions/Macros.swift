import Diagnostics

/// The names that look like functions and bind names of their own.
enum Macros {
  static let names = [
    "has", "all", "exists", "exists_one", "existsOne", "filter", "map", "transformList",
    "transformMap", "transformMapEntry", "sortBy", "sum", "min", "max", "first", "last",
  ]

  /// What the arguments of a macro are.
  struct Shape {
    let kind: Comprehension.Kind
    let localCount: Int
    let hasFilter: Bool
  }

  /// The shape of a macro called with so many arguments; `nil` where that is no macro.
  static func shape(_ name: String, _ count: Int) -> Shape? {
    switch (name, count) {
    case ("all", 2), ("all", 3): Shape(kind: .all, localCount: count - 1, hasFilter: false)
    case ("exists", 2), ("exists", 3):
      Shape(kind: .exists, localCount: count - 1, hasFilter: false)
    case ("exists_one", 2), ("exists_one", 3), ("existsOne", 2), ("existsOne", 3):
      Shape(kind: .existsOne, localCount: count - 1, hasFilter: false)
    case ("filter", 2): Shape(kind: .filter, localCount: 1, hasFilter: true)
    case ("map", 2), ("map", 3): Shape(kind: .map, localCount: 1, hasFilter: count == 3)
    case ("transformList", 3), ("transformList", 4):
      Shape(kind: .map, localCount: 2, hasFilter: count == 4)
    case ("transformMap", 3), ("transformMap", 4):
      Shape(kind: .transformMap, localCount: 2, hasFilter: count == 4)
    case ("transformMapEntry", 3), ("transformMapEntry", 4):
      Shape(kind: .transformMapEntry, localCount: 2, hasFilter: count == 4)
    case ("sortBy", 2): Shape(kind: .sortBy, localCount: 1, hasFilter: false)
    default: aggregate(name, count)
    }
  }

  /// `list.sum(x, …)`: not CEL's, in its manner.
  private static func aggregate(_ name: String, _ count: Int) -> Shape? {
    let kinds: [String: Comprehension.Kind] = [
      "sum": .sum, "min": .min, "max": .max, "first": .first, "last": .last,
    ]
    guard count == 2, let kind = kinds[name] else { return nil }
    return Shape(kind: kind, localCount: 1, hasFilter: false)
  }
}

extension Checker {
  /// The macro that a call is, if it is one.
  mutating func macro(_ call: SyntaxCall, _ range: Range<Int>) -> CheckedNode? {
    guard let receiver = call.receiver else {
      guard call.name == "has", call.arguments.count == 1 else { return nil }
      return has(call.arguments[0], range)
    }
    if case .name("cel", _) = receiver.kind, let node = celCall(call, range) { return node }
    if let optional = optionalCall(call, receiver, range) { return optional }
    guard let shape = Macros.shape(call.name, call.arguments.count) else { return nil }
    return comprehension(shape, receiver, call.arguments, range)
  }

  private mutating func comprehension(
    _ shape: Macros.Shape, _ receiver: SyntaxNode, _ arguments: [SyntaxNode], _ range: Range<Int>
  ) -> CheckedNode {
    let source = check(receiver)
    let before = present
    defer { present = before }
    guard let types = elementTypes(source, shape.localCount) else { return reported(range) }
    let first = locals.count
    for (argument, type) in zip(arguments, types) {
      guard let name = localName(argument) else { return unwound(first, range) }
      locals.append((name, type))
      present = present.filter { $0.variable != name }
    }
    let rest = arguments.dropFirst(shape.localCount).map { operand($0) }
    locals.removeLast(locals.count - first)
    return node(shape, source, rest, types, first, range)
  }

  private mutating func unwound(_ count: Int, _ range: Range<Int>) -> CheckedNode {
    locals.removeLast(locals.count - count)
    return reported(range)
  }

  /// The types of the locals for what is gone through.
  private mutating func elementTypes(_ source: CheckedNode, _ count: Int) -> [ValueType]? {
    switch source.type {
    case .list(let element): return count == 1 ? [element] : [.int, element]
    case .map(let key, let value): return count == 1 ? [key] : [key, value]
    case .dyn: return Array(repeating: .dyn, count: count)
    default:
      report(.notACollection(source.type, span(source.range)))
      return nil
    }
  }

  private mutating func node(
    _ shape: Macros.Shape, _ source: CheckedNode, _ rest: [CheckedNode], _ types: [ValueType],
    _ first: Int, _ range: Range<Int>
  ) -> CheckedNode {
    let isFilter = shape.kind == .filter
    let filter = shape.hasFilter ? rest.first : nil
    let body =
      isFilter
      ? CheckedNode(kind: .local(first), type: types[0], range: range) : rest[rest.count - 1]
    let isTest = [.all, .exists, .existsOne].contains(shape.kind)
    for condition in [filter, isTest ? body : nil].compactMap({ $0 })
    where !ValueType.bool.accepts(condition.type) {
      report(.notACondition(condition.type, span(condition.range)))
    }
    if !shape.kind.takes(body.type) { report(.cannotAggregate(body.type, span(body.range))) }
    let comprehension = Comprehension(
      kind: shape.kind, range: source, firstLocal: first, localCount: shape.localCount,
      filter: filter, body: body, adding: shape.kind == .sum ? library.overloads("+") : [])
    return CheckedNode(
      kind: .comprehension(comprehension),
      type: resultType(shape.kind, source, types, body.type), range: range)
  }

  private func resultType(
    _ kind: Comprehension.Kind, _ source: CheckedNode, _ types: [ValueType], _ body: ValueType
  ) -> ValueType {
    switch kind {
    case .all, .exists, .existsOne: .bool
    case .filter, .sortBy: .list(types[0])
    case .map: .list(body)
    case .transformMap:
      if case .list = source.type { .map(.int, body) } else { .map(types[0], body) }
    case .transformMapEntry, .sum, .min, .max: body
    case .first, .last: types[0]
    }
  }
}

extension Comprehension.Kind {
  /// Whether it can be made of bodies of a type.
  fileprivate func takes(_ type: ValueType) -> Bool {
    switch self {
    case .sum: type == .dyn || type.isNumber || type.isTimeLength
    case .min, .max, .first, .last, .sortBy: type == .dyn || Comparing.isOrdered(type)
    default: true
    }
  }
}
