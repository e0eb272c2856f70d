import Calendars
import Numbers

/// Moments and durations: making them, adding them, reading clocks.
enum TimeLibrary {
  static let overloads: [Overload] = makers + sums + accessors + durationAccessors + locals

  // MARK: - Making

  private static let makers: [Overload] = [
    Overload(.global, "timestamp", [.timestamp], .timestamp) { $0[0] },
    Overload(.global, "timestamp", [.string], .timestamp) { arguments in
      let text = try arguments.string(0)
      guard let instant = Instant(iso: text) else { throw Fault(.notTimestamp(text)) }
      return try bounded(instant)
    },
    Overload(.global, "timestamp", [.int], .timestamp) {
      try bounded(Instant(seconds: $0.int(0)))
    },
    Overload(.global, "duration", [.duration], .duration) { $0[0] },
    Overload(.global, "duration", [.string], .duration) { arguments in
      let text = try arguments.string(0)
      guard let nanoseconds = DurationText.nanoseconds(of: text) else {
        throw Fault(.notDuration(text))
      }
      return .duration(nanoseconds)
    },
  ]

  /// From 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z (CEL specification, "Timestamps").
  private static func bounded(_ instant: Instant) throws -> Value {
    guard instant.seconds >= -62_135_596_800, instant.seconds <= 253_402_300_799 else {
      throw Fault(.outOfRange("timestamp"))
    }
    return .timestamp(instant)
  }

  // MARK: - Adding

  private static let sums: [Overload] = [
    Overload(.sign, "+", [.timestamp, .duration], .timestamp) {
      try bounded($0.timestamp(0).adding(nanoseconds: $0.amount(1)))
    },
    Overload(.sign, "+", [.duration, .timestamp], .timestamp) {
      try bounded($0.timestamp(1).adding(nanoseconds: $0.amount(0)))
    },
    Overload(.sign, "-", [.timestamp, .duration], .timestamp) { arguments in
      let (negated, overflow) = Int64(0).subtractingReportingOverflow(try arguments.amount(1))
      guard !overflow else { throw ArithmeticFault.overflow }
      return try bounded(arguments.timestamp(0).adding(nanoseconds: negated))
    },
    Overload(.sign, "-", [.timestamp, .timestamp], .duration) { arguments in
      let difference = try arguments.timestamp(0).nanoseconds(since: arguments.timestamp(1))
      guard let nanoseconds = Int64(exactly: difference) else {
        throw Fault(.outOfRange("duration"))
      }
      return .duration(nanoseconds)
    },
    Overload(.sign, "+", [.duration, .duration], .duration) {
      .duration(try amount($0, Int64.addingReportingOverflow))
    },
    Overload(.sign, "-", [.duration, .duration], .duration) {
      .duration(try amount($0, Int64.subtractingReportingOverflow))
    },
  ]

  /// The sum or difference of two lengths of time.
  static func amount(
    _ arguments: Arguments, _ step: (Int64) -> (Int64) -> (partialValue: Int64, overflow: Bool)
  ) throws -> Int64 {
    let (value, overflow) = step(try arguments.amount(0))(try arguments.amount(1))
    guard !overflow else { throw ArithmeticFault.overflow }
    return value
  }

  // MARK: - Reading

  private static let clockFields: [(name: String, read: @Sendable (LocalTime) -> Int)] = [
    ("getHours", { $0.hour }), ("getMinutes", { $0.minute }), ("getSeconds", { $0.second }),
    ("getMilliseconds", { $0.nanosecond / 1_000_000 }),
  ]

  /// The parts of a date and time; those of the date as a date has them.
  private static var fields: [(name: String, read: @Sendable (LocalTime) -> Int)] {
    var fields = clockFields
    for (name, read) in CalendarLibrary.dayFields { fields.append((name, { read($0.day) })) }
    return fields
  }

  /// In rules a moment has no clock of its own, so that only the form with a zone is there.
  private static let accessors: [Overload] = fields.flatMap { name, read in
    [
      Overload(.member, name, [.timestamp], .int) {
        .int(Int64(read(Zone.utc.local(of: try $0.timestamp(0)))))
      }.only(.cel),
      Overload(.member, name, [.timestamp, .string], .int) {
        .int(Int64(read(try zone(named: $0.string(1)).local(of: $0.timestamp(0)))))
      }.preparing { constants in
        guard case .string(let name)? = constants[1] else { return nil }
        let zone = try zone(named: name)
        return { .int(Int64(read(zone.local(of: try $0.timestamp(0))))) }
      },
      Overload(.member, name, [.localTime], .int) { .int(Int64(read(try $0.localTime(0)))) }
        .only(.rules),
    ]
  }

  private static func zone(named name: String) throws -> Zone {
    guard let zone = Zone(identifier: name) else { throw Fault(.noSuchZone(name)) }
    return zone
  }

  private static let durationAccessors: [Overload] = [
    durationField("getHours", 3_600_000_000_000), durationField("getMinutes", 60_000_000_000),
    durationField("getSeconds", 1_000_000_000),
    Overload(.member, "getMilliseconds", [.duration], .int) {
      .int(try $0.amount(0) / 1_000_000 % 1000)
    },
  ]

  private static func durationField(_ name: String, _ nanoseconds: Int64) -> Overload {
    Overload(.member, name, [.duration], .int) { .int(try $0.amount(0) / nanoseconds) }
  }

  private static let locals: [Overload] = [
    Overload(.member, "local", [.timestamp], .localTime) {
      .localTime(try $0.zone().local(of: $0.timestamp(0)))
    },
    Overload(.member, "local", [.timestamp, .string], .localTime) {
      .localTime(try zone(named: $0.string(1)).local(of: $0.timestamp(0)))
    }.preparing { constants in
      guard case .string(let name)? = constants[1] else { return nil }
      let zone = try zone(named: name)
      return { .localTime(zone.local(of: try $0.timestamp(0))) }
    },
    Overload(.global, "date", [.localTime], .date) { .date(try $0.localTime(0).day) },
  ].map { $0.only(.rules) }
}
