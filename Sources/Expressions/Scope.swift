import Tables

/// Which language an expression is written in.
package enum Dialect: String, Sendable, Hashable, CaseIterable {
  /// Rule files: a literal with a point is an exact decimal, `/` of whole numbers gives a decimal,
  /// there are no doubles, clock accessors need a zone.
  case rules
  /// The Common Expression Language as specified.
  case cel
}

/// The names in sight of an expression.
package struct Scope: Sendable {
  /// Variables and their types; a record is `.record(dataset id)`.
  package var variables: [String: ValueType]
  /// Datasets by id: those of records, and those their columns refer to.
  package var datasets: [String: Dataset]
  /// The language.
  package var dialect: Dialect
  /// Whether using a column that may be empty without `has(…)` is an error.
  package var guardNullable: Bool
  /// Variables that may be absent (a `let` over a nullable column): like nullable columns they must
  /// be guarded by `has(name)`.
  package var nullableVariables: Set<String>
  /// Columns that are known to be there, because a condition evaluated before says so.
  package var guarded: Set<ColumnPath> = []
  /// The namespace in which dotted names are looked up first; empty in rules.
  package var container: String

  /// Whether types are left to evaluation (CEL's "disable check"); for conformance tests.
  package var isUnchecked = false

  /// A scope from its parts; `guardNullable` is on in rules unless said otherwise.
  package init(
    variables: [String: ValueType] = [:], datasets: [String: Dataset] = [:],
    dialect: Dialect = .rules, guardNullable: Bool? = nil, nullableVariables: Set<String> = [],
    container: String = ""
  ) {
    self.variables = variables
    self.datasets = datasets
    self.dialect = dialect
    self.guardNullable = guardNullable ?? (dialect == .rules)
    self.nullableVariables = nullableVariables
    self.container = container
  }
}
