import Calendars
import Numbers

/// What an expression gives for one record.
///
/// `==` of this type compares representations; expressions compare with `Comparing.equal`.
package enum Value: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case decimal(Rational)
  case string(String)
  case bytes([UInt8])
  case timestamp(Instant)
  /// Nanoseconds.
  case duration(Int64)
  case date(Day)
  case localTime(LocalTime)
  case workingDays(Int64)
  /// Seconds of working time.
  case workingHours(Int64)
  case calendarDays(Int64)
  case calendarMonths(Int64)
  /// A type, by its name in expressions.
  case type(String)
  case list([Value])
  case map(MapValue)
  /// A value that may be absent; only in CEL.
  indirect case optional(Value?)
  /// A record, to be asked for its columns.
  case record(RecordValue)
}
