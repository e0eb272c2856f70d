/// Optional values; what has none is passed over without evaluating what depends on it.
extension Evaluator {
  mutating func orElse(
    _ optional: CheckedNode, _ other: CheckedNode, isValue: Bool, _ node: CheckedNode
  ) -> Outcome {
    let outcome = evaluate(optional)
    guard case .value(let found) = outcome else { return outcome }
    guard case .optional(let value) = found else {
      return failure(.noSuchOverload([found.type.name]), node)
    }
    guard let value else { return evaluate(other) }
    return .value(isValue ? value : found)
  }

  mutating func optionalMap(
    _ optional: CheckedNode, _ place: Int, _ body: CheckedNode, isFlat: Bool, _ node: CheckedNode
  ) -> Outcome {
    let outcome = evaluate(optional)
    guard case .value(let found) = outcome else { return outcome }
    guard case .optional(let value) = found else {
      return failure(.noSuchOverload([found.type.name]), node)
    }
    guard let value else { return outcome }
    let mapped = with([.value(value)], at: place) { $0.evaluate(body) }
    guard !isFlat, case .value(let result) = mapped else { return mapped }
    return .value(.optional(result))
  }

  /// A list without the optional elements that have no value.
  mutating func list(_ elements: [CheckedNode], _ node: CheckedNode) -> Outcome {
    let (values, failed) = strict(elements)
    if let failed { return failed }
    var kept: [Value] = []
    for (element, value) in zip(elements, values) {
      guard element.isIfPresent else {
        kept.append(value)
        continue
      }
      guard case .optional(let inner) = value else {
        return failure(.noSuchOverload([value.type.name]), node)
      }
      if let inner { kept.append(inner) }
    }
    return .value(.list(kept))
  }

  /// A map without the optional entries that have no value.
  mutating func map(
    _ entries: [(key: CheckedNode, value: CheckedNode)], _ node: CheckedNode
  ) -> Outcome {
    let (values, failed) = strict(entries.flatMap { [$0.key, $0.value] })
    if let failed { return failed }
    var pairs: [(key: Value, value: Value)] = []
    for (index, entry) in entries.enumerated() {
      let (key, value) = (values[2 * index], values[2 * index + 1])
      guard entry.key.isIfPresent else {
        pairs.append((key, value))
        continue
      }
      guard case .optional(let inner) = value else {
        return failure(.noSuchOverload([value.type.name]), node)
      }
      if let inner { pairs.append((key, inner)) }
    }
    return MapValue(pairs).map { .value(.map($0)) } ?? failure(.duplicateKey, node)
  }
}

extension CheckedNode {
  /// Whether it is an element or key that is left out where its optional has no value.
  var isIfPresent: Bool {
    if case .ifPresent = kind { true } else { false }
  }
}
