import Tables

/// `list.sum(x, …)`, `min`, `max`, `first` and `last`: strict in their elements.
extension Evaluator {
  mutating func aggregate(
    _ comprehension: Comprehension, _ range: [[Value]], _ node: CheckedNode
  ) -> Outcome {
    let results = results(comprehension, range)
    if let failed = results.failed { return failed }
    let rows = results.rows
    switch comprehension.kind {
    case .sum: return sum(rows.map(\.value), comprehension, node)
    case .min: return absent(rows.map(\.value).min(by: precedes), comprehension, node)
    case .max: return absent(rows.map(\.value).max(by: precedes), comprehension, node)
    case .first:
      return absent(rows.min { precedes($0.value, $1.value) }?.row.last, comprehension, node)
    default:
      return absent(last(rows), comprehension, node)
    }
  }

  private func last(_ rows: [(row: [Value], value: Value)]) -> Value? {
    rows.reduce(nil) { best, row -> (row: [Value], value: Value)? in
      guard let best else { return row }
      return precedes(row.value, best.value) ? best : row
    }?.row.last
  }

  private func precedes(_ left: Value, _ right: Value) -> Bool {
    Comparing.order(left, right) == -1
  }

  private func sum(
    _ values: [Value], _ comprehension: Comprehension, _ node: CheckedNode
  ) -> Outcome {
    let call = Call(
      name: "+", overloads: comprehension.adding, arguments: [], isDynamic: true)
    do {
      let zero = Value.zero(node.type)
      let sum = try values.reduce(nil) { sum, value -> Value? in
        guard let sum else { return value }
        let overload = try call.overload(for: [sum, value])
        return try overload.body(Arguments([sum, value], calendar: source.calendar))
      }
      return .value(sum ?? zero)
    } catch {
      return failure(error, node)
    }
  }

  /// Of no elements there is no least, greatest, first or last: like an empty cell, not a mistake.
  private func absent(
    _ value: Value?, _ comprehension: Comprehension, _ node: CheckedNode
  ) -> Outcome {
    if let value { return .value(value) }
    let span = text.span(node.range)
    let path = comprehension.range.path ?? ColumnPath(variable: "", columns: [])
    return .error(
      EvaluationError(kind: .emptyCell(path), message: .emptyList(span.text), span: span))
  }
}

extension CheckedNode {
  /// The path of a list of children.
  fileprivate var path: ColumnPath? {
    switch kind {
    case .children(let path, _), .memberChildren(_, let path, _): path
    case .comprehension(let comprehension): comprehension.range.path
    default: nil
    }
  }

  /// Whether it may have no value though every cell it needs is there.
  package var mayBeAbsent: Bool {
    guard case .comprehension(let comprehension) = kind else { return false }
    return [.min, .max, .first, .last].contains(comprehension.kind)
  }
}

extension Value {
  /// The sum of nothing.
  fileprivate static func zero(_ type: ValueType) -> Value {
    switch type {
    case .uint: .uint(0)
    case .double: .double(0)
    case .decimal: .decimal(.zero)
    case .duration: .duration(0)
    case .workingDays: .workingDays(0)
    case .workingHours: .workingHours(0)
    case .calendarDays: .calendarDays(0)
    case .calendarMonths: .calendarMonths(0)
    default: .int(0)
    }
  }
}
