/// Why a working day or hour could not be counted.
package enum CalendarFault: Error, Sendable, Hashable {
  /// A day had to be known in a year whose holidays the calendar does not have.
  case yearNotCovered(Int)
  /// Working hours were asked for, and the calendar names none.
  case noWorkingHours
}
