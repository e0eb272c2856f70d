import Diagnostics
import Tables

/// An expression that was parsed and whose types fit: ready to be evaluated any number of times.
package struct CheckedExpression: Sendable {
  /// The text it was read from.
  package let text: MappedText
  /// What it gives.
  package let type: ValueType
  /// The typed tree.
  package let root: CheckedNode
  /// Every column used, also inside `has(…)`.
  package let columns: Set<ColumnPath>
  /// Every column read of any record: its own, referred to, or belonging to it.
  package let reads: Set<DatasetColumn>
  /// Every relation followed.
  package let relations: Set<ChildRelation>
  /// Every variable used that is no record.
  package let variables: Set<String>
}
