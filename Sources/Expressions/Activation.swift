import Calendars
import Tables

/// What the names of an expression mean for one record.
package protocol Activation {
  /// The cell that a path leads to. An empty reference reads as `.empty`, one whose record is
  /// missing as `.unreadable`.
  func cell(_ path: ColumnPath) -> Cell
  /// The cell that columns lead to from a record, by the same rules.
  func cell(_ columns: [Int], of record: RecordValue) -> Cell
  /// The records that belong to the one that a path of references leads to, without columns to the
  /// path's variable itself.
  func children(_ relation: ChildRelation, of path: ColumnPath) -> Outcome
  /// The records that belong to the one that references lead to from `record`.
  func children(_ relation: ChildRelation, of columns: [Int], from record: RecordValue) -> Outcome
  /// The value of a variable that is no record.
  func variable(_ name: String) -> Outcome
  /// The calendar that working days are counted by, which also has the workspace's zone.
  var calendar: WorkCalendar? { get }
}

/// Where there are no records but that of the path, others tell nothing.
extension Activation {
  /// Nothing is known of other records.
  package func cell(_ columns: [Int], of record: RecordValue) -> Cell { .unreadable }
  /// Nothing is known of other records.
  package func children(_ relation: ChildRelation, of path: ColumnPath) -> Outcome { .unknown }
  /// Nothing is known of other records.
  package func children(
    _ relation: ChildRelation, of columns: [Int], from record: RecordValue
  ) -> Outcome { .unknown }
}
