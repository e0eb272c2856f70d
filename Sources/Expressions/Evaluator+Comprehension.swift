/// The macros that go through lists and maps.
extension Evaluator {
  /// Evaluates with values bound to locals from a place on.
  mutating func with<Result>(
    _ values: [Outcome], at place: Int, _ body: (inout Evaluator) -> Result
  ) -> Result {
    let saved = locals
    locals = Array(locals.prefix(place)) + values
    defer { locals = saved }
    return body(&self)
  }

  mutating func evaluate(_ comprehension: Comprehension, _ node: CheckedNode) -> Outcome {
    let outcome = evaluate(comprehension.range)
    guard case .value(let value) = outcome else { return outcome }
    guard let range = comprehension.rows(value) else {
      return failure(.noSuchOverload([value.type.name]), node)
    }
    let isTest = comprehension.kind == .all || comprehension.kind == .exists
    if isTest { return quantifier(comprehension, range) }
    let traced = trace?.values.count
    defer { forgetElement(after: traced) }
    switch comprehension.kind {
    case .existsOne: return existsOne(comprehension, range)
    case .transformMap, .transformMapEntry: return map(comprehension, range, node)
    case .sortBy: return sorted(comprehension, range, node)
    case .sum, .min, .max, .first, .last: return aggregate(comprehension, range, node)
    default: return list(comprehension, range)
    }
  }

  private mutating func run(
    _ node: CheckedNode, _ comprehension: Comprehension, _ row: [Value]
  ) -> Outcome {
    with(row.map(Outcome.value), at: comprehension.firstLocal) { $0.evaluate(node) }
  }

  private mutating func truth(
    _ node: CheckedNode, _ comprehension: Comprehension, _ row: [Value]
  ) -> Outcome {
    with(row.map(Outcome.value), at: comprehension.firstLocal) { $0.truth(node) }
  }

  private mutating func quantifier(_ comprehension: Comprehension, _ range: [[Value]]) -> Outcome {
    var junction = Junction(absorbing: comprehension.kind == .exists)
    let traced = trace?.values.count
    for row in range {
      if junction.add(truth(comprehension.body, comprehension, row)) { break }
      forgetElement(after: traced)
    }
    return junction.outcome
  }

  private mutating func existsOne(_ comprehension: Comprehension, _ range: [[Value]]) -> Outcome {
    var (count, failed): (Int, Outcome?) = (0, nil)
    for row in range {
      switch truth(comprehension.body, comprehension, row) {
      case .value(let value): count += value == .bool(true) ? 1 : 0
      case .unknown: return .unknown
      case .error(let error): failed = failed ?? .error(error)
      }
    }
    return failed ?? .value(.bool(count == 1))
  }

  /// The rows whose filter is true with what the body gives for each; strict.
  mutating func results(
    _ comprehension: Comprehension, _ range: [[Value]]
  ) -> (rows: [(row: [Value], value: Value)], failed: Outcome?) {
    var (rows, failed): ([(row: [Value], value: Value)], Outcome?) = ([], nil)
    for row in range {
      let kept = comprehension.filter.map { truth($0, comprehension, row) } ?? .value(.bool(true))
      var outcome = kept
      if case .value(.bool(let isKept)) = kept {
        guard isKept else { continue }
        outcome = run(comprehension.body, comprehension, row)
      }
      switch outcome {
      case .value(let value): rows.append((row, value))
      case .unknown: return ([], .unknown)
      case .error: failed = failed ?? outcome
      }
    }
    return (rows, failed)
  }

  private mutating func list(_ comprehension: Comprehension, _ range: [[Value]]) -> Outcome {
    let results = results(comprehension, range)
    return results.failed ?? .value(.list(results.rows.map(\.value)))
  }

  private mutating func sorted(
    _ comprehension: Comprehension, _ range: [[Value]], _ node: CheckedNode
  ) -> Outcome {
    let results = results(comprehension, range)
    if let failed = results.failed { return failed }
    do {
      let (elements, keys) = (results.rows.compactMap(\.row.last), results.rows.map(\.value))
      return .value(.list(try ListLibrary.sorted(elements, by: keys)))
    } catch {
      return failure(error, node)
    }
  }

  private mutating func map(
    _ comprehension: Comprehension, _ range: [[Value]], _ node: CheckedNode
  ) -> Outcome {
    let results = results(comprehension, range)
    if let failed = results.failed { return failed }
    let pairs = results.rows.flatMap { row, value -> [(key: Value, value: Value)] in
      guard comprehension.kind == .transformMapEntry else { return [(row[0], value)] }
      guard case .map(let map) = value else { return [] }
      return map.entries.map { ($0.key, $0.value) }
    }
    return MapValue(pairs).map { .value(.map($0)) } ?? failure(.duplicateKey, node)
  }
}

extension Comprehension {
  /// What the locals are for each element; `nil` for what cannot be gone through.
  fileprivate func rows(_ value: Value) -> [[Value]]? {
    switch value {
    case .list(let elements):
      localCount == 1
        ? elements.map { [$0] }
        : elements.enumerated().map { [.int(Int64($0.offset)), $0.element] }
    case .map(let map): map.entries.map { localCount == 1 ? [$0.key] : [$0.key, $0.value] }
    default: nil
    }
  }
}
