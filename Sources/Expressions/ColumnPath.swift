/// A column reached from a record: `dossier.procedure.fee` is the index of `procedure` in the
/// dataset of `dossier`, then the index of `fee` in the dataset that `procedure` refers to.
///
/// Without columns it is a variable that may be absent (`done`).
package struct ColumnPath: Sendable, Hashable {
  /// The name the path starts from.
  package let variable: String
  /// The index of each column in the dataset it belongs to.
  package let columns: [Int]

  /// A path from its parts.
  package init(variable: String, columns: [Int]) {
    self.variable = variable
    self.columns = columns
  }

  /// The path and those of the references that lead to it.
  var steps: Set<ColumnPath> { Set((1...max(1, columns.count)).map(prefix)) }

  /// The path of the first `count` columns.
  func prefix(_ count: Int) -> ColumnPath {
    ColumnPath(variable: variable, columns: Array(columns.prefix(count)))
  }
}
