import Calendars
import Numbers

/// Dates, working days and hours, months: how deadlines are counted. Only in rules.
///
/// Sources: Civil Code 2015, Art. 147 (the first day never counts) and Art. 148 (a deadline ends
/// with the last day).
enum CalendarLibrary {
  static let overloads: [Overload] =
    (makers + steps + lengths + counts + queries + dayAccessors).map { $0.only(.rules) }

  // MARK: - Making

  private static let makers: [Overload] = [
    Overload(.global, "date", [.date], .date) { $0[0] },
    Overload(.global, "date", [.timestamp], .date) { .date(try $0.day(0)) },
    Overload(.global, "date", [.string], .date) { arguments in
      let text = try arguments.string(0)
      guard let day = Day(iso: text) else { throw Fault(.notDate(text)) }
      return .date(day)
    },
    Overload(.global, "workingDays", [.int], .workingDays) { .workingDays(try $0.int(0)) },
    Overload(.global, "days", [.int], .calendarDays) { .calendarDays(try $0.int(0)) },
    Overload(.global, "months", [.int], .calendarMonths) { .calendarMonths(try $0.int(0)) },
    Overload(.global, "workingHours", [.decimal], .workingHours) { arguments in
      let seconds = try arguments.decimal(0).multiplied(by: Rational(3600))
      guard seconds.isWhole, let whole = Int64(exactly: seconds.numerator) else {
        throw Fault(.outOfRange("workingHours"))
      }
      return .workingHours(whole)
    },
  ]

  // MARK: - Deadlines

  /// A date, or the local date of a moment, some days or months on: the last day of the time limit.
  private static let steps: [Overload] =
    [ValueType.date, .timestamp].flatMap { start in
      [ValueType.workingDays, .calendarDays, .calendarMonths].flatMap { length in
        [
          Overload(.sign, "+", [start, length], .date) { try step($0, 1) },
          Overload(.sign, "-", [start, length], .date) { try step($0, -1) },
        ]
      }
    } + [
      Overload(.sign, "+", [.timestamp, .workingHours], .timestamp) { try hours($0, 1) },
      Overload(.sign, "-", [.timestamp, .workingHours], .timestamp) { try hours($0, -1) },
      Overload(.sign, "-", [.date, .date], .calendarDays) {
        .calendarDays(Int64(try $0.day(0).number) - Int64(try $0.day(1).number))
      },
    ]

  private static func step(_ arguments: Arguments, _ sign: Int64) throws -> Value {
    let day = try arguments.day(0)
    let amount = try arguments.amount(1)
    guard abs(Int128(amount)) <= 4_000_000 else { throw Fault(.outOfRange("date")) }
    let signed = Int(amount * sign)
    let reached =
      switch arguments[1] {
      case .workingDays: try arguments.calendar().adding(workingDays: signed, to: day)
      case .calendarDays: day.adding(days: signed)
      default: day.adding(months: signed)
      }
    guard (1...9999).contains(reached.components.year) else { throw Fault(.outOfRange("date")) }
    return .date(reached)
  }

  private static func hours(_ arguments: Arguments, _ sign: Int64) throws -> Value {
    let (seconds, overflow) = try arguments.amount(1).multipliedReportingOverflow(by: sign)
    guard !overflow else { throw ArithmeticFault.overflow }
    let start = try arguments.timestamp(0)
    return .timestamp(try arguments.calendar().adding(workingSeconds: seconds, to: start))
  }

  /// Sums and differences of lengths of one kind.
  private static let lengths: [Overload] =
    sums(.workingDays, Value.workingDays) + sums(.workingHours, Value.workingHours)
    + sums(.calendarDays, Value.calendarDays) + sums(.calendarMonths, Value.calendarMonths)

  private static func sums(
    _ type: ValueType, _ make: @escaping @Sendable (Int64) -> Value
  ) -> [Overload] {
    [
      Overload(.sign, "+", [type, type], type) {
        make(try TimeLibrary.amount($0, Int64.addingReportingOverflow))
      },
      Overload(.sign, "-", [type, type], type) {
        make(try TimeLibrary.amount($0, Int64.subtractingReportingOverflow))
      },
    ]
  }

  // MARK: - Counting

  private static let counts: [Overload] =
    [ValueType.date, .timestamp].flatMap { from in
      [ValueType.date, .timestamp].map { to in
        Overload(.global, "workingDaysBetween", [from, to], .int) { arguments in
          let (start, end) = (try arguments.day(0), try arguments.day(1))
          return .int(Int64(try arguments.calendar().workingDays(after: start, through: end)))
        }
      }
    } + [
      Overload(.global, "workingHoursBetween", [.timestamp, .timestamp], .decimal) { arguments in
        let (start, end) = (try arguments.timestamp(0), try arguments.timestamp(1))
        let seconds = try arguments.calendar().workingSeconds(from: start, to: end)
        return .decimal(try Rational(Int128(seconds), over: 3600))
      }
    ]

  private static let queries: [Overload] = [
    Overload(.member, "nextWorkingDay", [.date], .date) {
      .date(try $0.calendar().nextWorkingDay(onOrAfter: $0.day(0)))
    },
    Overload(.member, "previousWorkingDay", [.date], .date) {
      .date(try $0.calendar().previousWorkingDay(onOrBefore: $0.day(0)))
    },
    Overload(.member, "isWorkingDay", [.date], .bool) {
      .bool(try $0.calendar().isWorking($0.day(0)))
    },
    Overload(.member, "startOfMonth", [.date], .date) { .date(try $0.day(0).startOfMonth) },
    Overload(.member, "endOfMonth", [.date], .date) { .date(try $0.day(0).endOfMonth) },
    Overload(.member, "cutOff", [.timestamp, .string], .date) { arguments in
      try cutOff(arguments, secondOfDay(arguments.string(1)))
    }.preparing { constants in
      guard case .string(let clock)? = constants[1] else { return nil }
      let second = try secondOfDay(clock)
      return { try cutOff($0, second) }
    },
  ]

  private static func secondOfDay(_ clock: String) throws -> Int {
    guard let second = WorkingHours.secondOfDay(clock) else { throw Fault(.notClock(clock)) }
    return second
  }

  /// The day on which something that came in at a moment counts as received.
  private static func cutOff(_ arguments: Arguments, _ second: Int) throws -> Value {
    .date(try arguments.calendar().receptionDay(of: arguments.timestamp(0), cutOff: second))
  }

  // MARK: - Reading

  /// The parts of a date; months, days of the month and year count from 0 where CEL does.
  static let dayFields: [(name: String, read: @Sendable (Day) -> Int)] = [
    ("getFullYear", { $0.components.year }), ("getMonth", { $0.components.month - 1 }),
    ("getDayOfMonth", { $0.components.day - 1 }), ("getDate", { $0.components.day }),
    ("getDayOfWeek", { $0.weekday % 7 }),
    ("getDayOfYear", { dayOfYear($0) }),
  ]

  private static func dayOfYear(_ day: Day) -> Int {
    let first = Day(year: day.components.year, month: 1, day: 1) ?? day
    return Int(day.number - first.number)
  }

  private static let dayAccessors: [Overload] = dayFields.map { name, read in
    Overload(.member, name, [.date], .int) { .int(Int64(read(try $0.day(0)))) }
  }
}
