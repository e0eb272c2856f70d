/// What an expression gives, known before it is evaluated.
package indirect enum ValueType: Sendable, Hashable {
  case null
  case bool
  case int
  case uint
  case double
  /// An exact fraction; a literal with a point in rules.
  case decimal
  case string
  case bytes
  /// A moment, the same everywhere.
  case timestamp
  /// A length of time in nanoseconds, without regard to any calendar.
  case duration
  /// A calendar date.
  case date
  /// A date and clock time as the workspace's zone shows it.
  case localTime
  /// A number of working days.
  case workingDays
  /// A length of working time.
  case workingHours
  /// A number of calendar days.
  case calendarDays
  /// A number of calendar months.
  case calendarMonths
  /// The type of a value, as a value.
  case type
  case list(ValueType)
  case map(ValueType, ValueType)
  /// A value that may be absent; only in CEL.
  case optional(ValueType)
  /// Whatever is asked for: what `optional.none()` would hold.
  case free
  /// One record of the dataset with that id; only its columns have values.
  case record(String)
  /// Known only when evaluated.
  case dyn
}
