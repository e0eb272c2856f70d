import Calendars
import Numbers

/// The known values that a function is called with.
struct Arguments {
  let values: [Value]
  private let workCalendar: WorkCalendar?

  init(_ values: [Value], calendar: WorkCalendar?) {
    self.values = values
    workCalendar = calendar
  }

  var count: Int { values.count }

  subscript(index: Int) -> Value { values[index] }

  /// The workspace's calendar.
  func calendar() throws -> WorkCalendar {
    guard let workCalendar else { throw CalendarMissing() }
    return workCalendar
  }

  /// The workspace's zone.
  func zone() throws -> Zone { try calendar().zone }

  func bool(_ index: Int) throws -> Bool {
    guard case .bool(let value) = values[index] else { throw mismatch }
    return value
  }

  func int(_ index: Int) throws -> Int64 {
    guard case .int(let value) = values[index] else { throw mismatch }
    return value
  }

  func uint(_ index: Int) throws -> UInt64 {
    guard case .uint(let value) = values[index] else { throw mismatch }
    return value
  }

  func double(_ index: Int) throws -> Double {
    guard case .double(let value) = values[index] else { throw mismatch }
    return value
  }

  /// A decimal; an int counts as one.
  func decimal(_ index: Int) throws -> Rational {
    switch values[index] {
    case .decimal(let value): return value
    case .int(let value): return Rational(value)
    default: throw mismatch
    }
  }

  func string(_ index: Int) throws -> String {
    guard case .string(let value) = values[index] else { throw mismatch }
    return value
  }

  func bytes(_ index: Int) throws -> [UInt8] {
    guard case .bytes(let value) = values[index] else { throw mismatch }
    return value
  }

  func list(_ index: Int) throws -> [Value] {
    guard case .list(let value) = values[index] else { throw mismatch }
    return value
  }

  func map(_ index: Int) throws -> MapValue {
    guard case .map(let value) = values[index] else { throw mismatch }
    return value
  }

  func timestamp(_ index: Int) throws -> Instant {
    guard case .timestamp(let value) = values[index] else { throw mismatch }
    return value
  }

  func localTime(_ index: Int) throws -> LocalTime {
    guard case .localTime(let value) = values[index] else { throw mismatch }
    return value
  }

  /// A date; a moment counts as its date in the workspace's zone.
  func day(_ index: Int) throws -> Day {
    switch values[index] {
    case .date(let value): return value
    case .timestamp(let value): return try zone().local(of: value).day
    default: throw mismatch
    }
  }

  /// The number in a length of time, whatever its kind.
  func amount(_ index: Int) throws -> Int64 {
    switch values[index] {
    case .duration(let value), .workingDays(let value), .workingHours(let value),
      .calendarDays(let value), .calendarMonths(let value):
      return value
    default: throw mismatch
    }
  }

  private var mismatch: Fault { Fault(.noSuchOverload(values.map(\.type.name))) }
}
