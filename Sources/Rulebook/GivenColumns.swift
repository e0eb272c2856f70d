import Expressions
import Tables

/// The columns whose dates and moments an expression may come to. Those that only its conditions read
/// are none of them.
struct GivenColumns {
  private let scope: RecordScope
  private let lets: [Let]

  /// The columns of expressions that see `scope` and, in it, `lets`.
  init(_ scope: RecordScope, _ lets: [Let]) {
    self.scope = scope
    self.lets = lets
  }

  /// The columns with their names as written, in the order of these.
  func columns(of expression: CheckedExpression) -> [(name: String, column: Column)] {
    let found = columns(expression.root).filter(\.value.isMoment)
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func columns(_ node: CheckedNode) -> [String: Column] {
    switch node.kind {
    case .column(let path):
      scope.column(path).map { [scope.text(path): $0] } ?? [:]
    case .member(let record, let path):
      column(path, of: record.type)
    case .variable(let name):
      lets.last { $0.name == name }.map { columns($0.expression.root) } ?? [:]
    case .conditional(_, let then, let otherwise): columns([then, otherwise])
    case .call(let call): columns(call.arguments)
    case .list(let items): columns(items)
    case .comprehension(let comprehension): columns([comprehension.range, comprehension.body])
    default: [:]
    }
  }

  private func columns(_ nodes: [CheckedNode]) -> [String: Column] {
    nodes.reduce(into: [:]) { $0.merge(columns($1)) { first, _ in first } }
  }

  /// A column of a record that is worked out, named after its dataset's record.
  private func column(_ path: ColumnPath, of type: ValueType) -> [String: Column] {
    guard case .record(let id) = type, let dataset = scope.scope.datasets[id] else { return [:] }
    var inner = scope
    inner.define(dataset.record, type)
    let path = ColumnPath(variable: dataset.record, columns: path.columns)
    return inner.column(path).map { [inner.text(path): $0] } ?? [:]
  }
}

extension Column {
  /// Whether its cells are dates or times.
  fileprivate var isMoment: Bool { type == .date || type == .timestamp }
}
