import Calendars

/// Reads `2025-09-02T10:00:00+07:00`: `T` or a space; seconds, their fraction and the offset may be
/// left out (ISO 8601-1:2019, 5.4; the space as RFC 3339 section 5.6 allows it).
struct ISOTimestamp: Sendable {
  /// The zone of times without an offset.
  let zone: Zone

  /// Microseconds since 1970-01-01T00:00:00Z, or `nil` when `bytes` are no such time.
  func read(_ bytes: Bytes) -> Int64? {
    var cursor = ByteCursor(bytes)
    guard let day = day(&cursor), takeSeparator(&cursor), let clock = clock(&cursor, day),
      let fraction = cursor.fraction()
    else { return nil }
    if cursor.isAtEnd { return zone.instant(of: clock).microseconds + fraction }
    guard let offset = cursor.offset(), cursor.isAtEnd else { return nil }
    let utc = Int64(day.number) * 86_400 + Int64(clock.secondOfDay) - Int64(offset)
    return utc * 1_000_000 + fraction
  }

  private func day(_ cursor: inout ByteCursor) -> Day? {
    let dash = UInt8(ascii: "-")
    guard let year = cursor.number(4, 4), cursor.take(dash), let month = cursor.number(2, 2),
      cursor.take(dash), let day = cursor.number(2, 2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private func takeSeparator(_ cursor: inout ByteCursor) -> Bool {
    cursor.take(UInt8(ascii: "T")) || cursor.take(.space) || cursor.take(UInt8(ascii: "t"))
  }

  private func clock(_ cursor: inout ByteCursor, _ day: Day) -> LocalTime? {
    let colon = UInt8(ascii: ":")
    guard let hour = cursor.number(2, 2), cursor.take(colon), let minute = cursor.number(2, 2)
    else { return nil }
    guard cursor.take(colon) else { return LocalTime(day: day, hour: hour, minute: minute) }
    guard let second = cursor.number(2, 2) else { return nil }
    return LocalTime(day: day, hour: hour, minute: minute, second: second)
  }
}
