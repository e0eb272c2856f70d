import Expressions
import Tables

/// The names in sight of an obligation's expressions, which grow from one to the next.
struct RecordScope {
  /// What expressions are compiled in.
  private(set) var scope: Scope

  /// What conditions on units see: `unit` alone.
  static let unit = Scope(
    variables: ["unit": .record("units")], datasets: ["units": BuiltInDatasets.units])

  /// What a check of the records of `dataset` sees: the record, whose unit may be unknown, and the period
  /// of the run. A record that lacks a cell is skipped, so columns need no `has(…)`.
  static func check(_ dataset: Dataset, among datasets: [String: Dataset]) -> Scope {
    var datasets = datasets
    datasets["period"] = BuiltInDatasets.period
    return Scope(
      variables: ["period": .record("period"), dataset.record: .record(dataset.id)],
      datasets: datasets, guardNullable: false)
  }

  /// What every expression over a record of `dataset` sees.
  init(_ dataset: Dataset, among datasets: [String: Dataset]) {
    var datasets = datasets
    datasets["period"] = BuiltInDatasets.period
    scope = Scope(
      variables: [
        "unit": .record("units"), "period": .record("period"), "as_of": .timestamp,
      ], datasets: datasets)
    scope.variables[dataset.record] = .record(dataset.id)
  }

  /// The same names, with columns that may be empty used freely.
  var unguarded: Scope {
    var scope = scope
    scope.guardNullable = false
    return scope
  }

  /// Puts a name in sight of what follows.
  mutating func define(_ name: String, _ type: ValueType, mayBeAbsent: Bool = false) {
    scope.variables[name] = type
    if mayBeAbsent { scope.nullableVariables.insert(name) }
  }

  /// Remembers the columns that are there whenever `filter` holds.
  mutating func assume(_ filter: CheckedExpression) {
    scope.guarded.formUnion(filter.root.guards)
  }

  /// Asks for no `has(…)` any more: the filter is wrong, and nobody knows what it would have said.
  mutating func assumeAll() { scope.guardNullable = false }

  /// The column that a path ends with.
  func column(_ path: ColumnPath) -> Column? {
    guard case .record(var dataset)? = scope.variables[path.variable] else { return nil }
    var last: Column?
    for number in path.columns {
      last = scope.datasets[dataset]?.columns[number]
      dataset = last?.references ?? ""
    }
    return last
  }

  /// A path as it is written.
  func text(_ path: ColumnPath) -> String {
    let names = path.columns.indices.map { index in
      column(ColumnPath(variable: path.variable, columns: Array(path.columns[...index])))?.id ?? ""
    }
    return ([path.variable] + names).joined(separator: ".")
  }
}

extension CheckedNode {
  /// The columns that are there whenever it is true: those of `has(…)` joined with `&&`.
  var guards: Set<ColumnPath> {
    switch kind {
    case .and(let parts): parts.reduce(into: []) { $0.formUnion($1.guards) }
    case .has(let path):
      Set(
        path.columns.indices.map {
          ColumnPath(variable: path.variable, columns: Array(path.columns[...$0]))
        })
    default: []
    }
  }
}
