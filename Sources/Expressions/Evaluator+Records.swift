import Tables

/// Columns and children of records that are worked out: elements of a list of records.
extension Evaluator {
  mutating func member(
    _ record: CheckedNode, _ path: ColumnPath, _ node: CheckedNode
  ) -> Outcome {
    with(record) { $0.value($0.source.cell(path.columns, of: $1), path, node) }
  }

  mutating func hasMember(_ record: CheckedNode, _ path: ColumnPath) -> Outcome {
    let outcome = with(record) { $0.isPresent($0.source.cell(path.columns, of: $1)) }
    if case .error(let error) = outcome, case .emptyCell = error.kind {
      return .value(.bool(false))
    }
    return outcome
  }

  mutating func members(
    of record: CheckedNode, _ path: ColumnPath, _ relation: ChildRelation
  ) -> Outcome {
    with(record) { $0.source.children(relation, of: path.columns, from: $1) }
  }

  private mutating func with(
    _ node: CheckedNode, _ body: (Self, RecordValue) -> Outcome
  ) -> Outcome {
    let outcome = evaluate(node)
    guard case .value(.record(let record)) = outcome else { return outcome }
    return body(self, record)
  }
}
