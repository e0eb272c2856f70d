import Foundation

/// A time zone: says what the clocks of a place show at a moment. Cheap to copy, fast to ask.
package struct Zone: Sendable, Hashable {
  /// Coordinated universal time.
  package static let utc = Zone("UTC", OffsetTable(fixed: 0))

  /// What it is called: an IANA name, `UTC` or an offset such as `+07:00`.
  package let identifier: String
  private let table: OffsetTable

  private init(_ identifier: String, _ table: OffsetTable) {
    self.identifier = identifier
    self.table = table
  }

  /// The zone with an IANA name (`Asia/Ho_Chi_Minh`), `UTC`, or a fixed offset `+07:00` (CEL also
  /// writes `07:00`). `nil` when there is no such zone. Reads all changes of a named zone, so keep it.
  package init?(identifier: String) {
    if identifier == "UTC" {
      self = .utc
    } else if let offset = Zone.offset(named: identifier) {
      self.init(Zone.name(ofOffset: offset), OffsetTable(fixed: offset))
    } else if let zone = TimeZone(identifier: identifier) {
      self.init(identifier, OffsetTable(zone))
    } else {
      return nil
    }
  }

  private static func offset(named identifier: String) -> Int? {
    var reader = ByteReader(identifier)
    let isSigned = reader.next == UInt8(ascii: "+") || reader.next == UInt8(ascii: "-")
    guard let offset = isSigned ? reader.offset() : reader.unsignedOffset(), reader.isAtEnd else {
      return nil
    }
    return offset
  }

  /// An offset of whole minutes as `+07:00`.
  static func name(ofOffset offset: Int) -> String {
    let minutes = abs(offset) / 60
    let sign = offset < 0 ? "-" : "+"
    return "\(sign)\(String(minutes / 60, width: 2)):\(String(minutes % 60, width: 2))"
  }

  package static func == (left: Zone, right: Zone) -> Bool { left.identifier == right.identifier }

  package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }

  /// Seconds that the zone's clocks are ahead of (east of) UTC at a moment.
  package func offset(at instant: Instant) -> Int { table.offset(atSeconds: instant.seconds) }

  /// From when on the offset never changes, in seconds since the epoch, and what it is then.
  package var settled: (from: Int64, offset: Int) { table.settled }

  /// What the clocks show at a moment.
  package func local(of instant: Instant) -> LocalTime {
    LocalTime(
      secondsOnClock: instant.seconds + Int64(offset(at: instant)),
      nanoseconds: instant.nanoseconds)
  }

  /// The moment at which the clocks show a time.
  ///
  /// Where the clocks skip it (set forward), the moment moves forward by as much as they skip;
  /// where they show it twice (set back), it is the earlier moment.
  package func instant(of local: LocalTime) -> Instant {
    let clock = local.secondsOnClock
    return Instant(
      seconds: clock - Int64(table.offset(atClock: clock)), nanoseconds: Int32(local.nanosecond))
  }

  /// Seconds that the clocks are ahead of UTC at all times that they show on a day; `nil` where that
  /// changes.
  package func steadyOffset(on day: Day) -> Int? {
    let midnight = Int64(day.number) * 86_400
    return table.offset(fromClock: midnight, to: midnight + 86_399)
  }

  /// The first moment of a day.
  package func startOfDay(_ day: Day) -> Instant {
    instant(of: LocalTime(day: day, nanosecondOfDay: 0))
  }

  /// The last microsecond of a day (batches store microseconds): a deadline that is a date.
  package func endOfDay(_ day: Day) -> Instant {
    startOfDay(day.adding(days: 1)).adding(nanoseconds: -1000)
  }
}
