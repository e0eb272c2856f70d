import Calendars
import Tables

/// What the names of an expression mean for one record.
package protocol Activation {
  /// The cell that a path leads to. An empty reference reads as `.empty`, one whose record is
  /// missing as `.unreadable`.
  func cell(_ path: ColumnPath) -> Cell
  /// The value of a variable that is no record.
  func variable(_ name: String) -> Outcome
  /// The calendar that working days are counted by, which also has the workspace's zone.
  var calendar: WorkCalendar? { get }
}
