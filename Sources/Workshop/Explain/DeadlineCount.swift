import Assessment
import Calendars
import Diagnostics
import Evaluation
import Expressions

/// Counts a deadline day by day, as one would with a calendar on the wall.
struct DeadlineCount {
  /// A longer limit is not counted out day by day.
  private static let mostDays = 400

  private let reading: ClockReading
  private let calendar: WorkCalendar
  private var spans: [Explanation.CountedDays] = []
  private var number = 0

  /// The days of a limit, alike ones together; empty for limits in months or durations.
  /// - Throws: where the calendar does not cover a year that is passed through.
  static func days(
    _ reading: ClockReading, _ calendar: WorkCalendar
  ) throws(CalendarFault) -> [Explanation.CountedDays] {
    var count = DeadlineCount(reading: reading, calendar: calendar)
    try count.run()
    return count.spans
  }

  private init(reading: ClockReading, calendar: WorkCalendar) {
    self.reading = reading
    self.calendar = calendar
  }

  private mutating func run() throws(CalendarFault) {
    let zone = calendar.zone
    let (start, end) = (reading.start.day(in: zone), reading.end.day(in: zone))
    let length = Int(end.number) - Int(start.number)
    guard abs(length) <= Self.mostDays else { return }
    switch reading.limit {
    case .workingDays, .calendarDays:
      add(start, .start)
      let step = length < 0 ? -1 : 1
      for offset in stride(from: step, through: length, by: step) where length != 0 {
        try add(start.adding(days: offset))
      }
    case .workingHours where length >= 0:
      for offset in 0...length { try addHours(start.adding(days: offset)) }
    default: break
    }
  }

  // MARK: - One day

  private mutating func add(_ day: Day) throws(CalendarFault) {
    if isPaused(day) { return add(day, .paused) }
    if case .workingDays = reading.limit, try !calendar.isWorking(day) {
      let holiday = calendar.holidays.first { $0.day == day }
      return add(day, holiday == nil ? .rest : .holiday, name: holiday?.name)
    }
    number += 1
    add(day, .counted, number: number)
  }

  /// The working time of one day between beginning and end.
  private mutating func addHours(_ day: Day) throws(CalendarFault) {
    let zone = calendar.zone
    guard case .instant(let start) = reading.start, case .instant(let end) = reading.end else {
      return
    }
    let from = max(start, zone.startOfDay(day))
    let until = min(end, zone.endOfDay(day))
    guard try calendar.isWorking(day) else { return try add(day) }
    var seconds = try calendar.workingSeconds(from: from, to: until)
    for pause in reading.pauses {
      let stopped = (max(from, pause.from), min(until, pause.until))
      if stopped.0 < stopped.1 {
        seconds -= try calendar.workingSeconds(from: stopped.0, to: stopped.1)
      }
    }
    spans.append(
      Explanation.CountedDays(from: day.iso, until: day.iso, kind: .counted, seconds: seconds))
  }

  private func isPaused(_ day: Day) -> Bool {
    let zone = calendar.zone
    return reading.pauses.contains { pause in
      zone.local(of: pause.from).day < day && day <= zone.local(of: pause.until).day
    }
  }

  /// Adds a day to the days before it, where they are alike.
  private mutating func add(
    _ day: Day, _ kind: Explanation.CountedDays.Kind, number: Int? = nil, name: Text? = nil
  ) {
    if let last = spans.indices.last, spans[last].kind == kind, spans[last].name == name,
      kind != .start
    {
      spans[last].until = day.iso
      spans[last].last = number
    } else {
      spans.append(
        Explanation.CountedDays(
          from: day.iso, until: day.iso, kind: kind, first: number, last: number, name: name))
    }
  }
}
