/// Working time is read off the clock on the wall, as people do; where clocks are set forward or
/// back within working hours, that hour is the clock's and not the elapsed one.
extension WorkCalendar {
  /// The moment at which so many seconds of working time have passed since a moment; for a negative
  /// number, the moment from which so many pass until it. Zero is the moment itself.
  ///
  /// Time that runs out as work stops ends then, not when work begins again; backwards, time that
  /// runs out as work begins, begins then.
  /// - Throws: `noWorkingHours`; `yearNotCovered` for every day that has to be known.
  package func adding(
    workingSeconds seconds: Int64, to instant: Instant
  ) throws(CalendarFault) -> Instant {
    if seconds == 0 { return instant }
    let position = try position(of: instant) + Int128(seconds) * nanosecondsPerSecond
    return try seconds > 0 ? earliest(at: position) : latest(at: position)
  }

  /// Whole seconds of working time from one moment to another, negative when `end` comes first;
  /// a begun second is not counted.
  /// - Throws: `noWorkingHours`; `yearNotCovered` for every day that has to be known.
  package func workingSeconds(
    from start: Instant, to end: Instant
  ) throws(CalendarFault) -> Int64 {
    if start == end { return 0 }
    return try Int64((position(of: end) - position(of: start)) / nanosecondsPerSecond)
  }

  /// Working time of a day, in nanoseconds.
  private func dayLength() throws(CalendarFault) -> Int128 {
    guard !hours.isEmpty else { throw .noWorkingHours }
    return Int128(hours.reduce(0) { $0 + $1.length }) * nanosecondsPerSecond
  }

  /// Working time from the first covered day to a moment, in nanoseconds.
  private func position(of instant: Instant) throws(CalendarFault) -> Int128 {
    let (length, local) = (try dayLength(), zone.local(of: instant))
    let days = try Int128(index.rank(local.day)) * length
    return try isWorking(local.day) ? days + worked(until: Int128(local.nanosecondOfDay)) : days
  }

  /// Working time of a working day until a nanosecond of it.
  private func worked(until nanosecond: Int128) -> Int128 {
    hours.reduce(0) { sum, hours in
      let from = Int128(hours.from) * nanosecondsPerSecond
      let length = Int128(hours.length) * nanosecondsPerSecond
      return sum + min(max(nanosecond - from, 0), length)
    }
  }

  /// The first moment at which a positive position is reached.
  private func earliest(at position: Int128) throws(CalendarFault) -> Instant {
    let (day, rest) = (position - 1).flooredDivision(by: try dayLength())
    return try moment(onWorkingDay: day, after: rest + 1) { $0 <= $1 }
  }

  /// The last moment at which a position is not yet passed.
  private func latest(at position: Int128) throws(CalendarFault) -> Instant {
    let (day, rest) = position.flooredDivision(by: try dayLength())
    return try moment(onWorkingDay: day, after: rest) { $0 < $1 }
  }

  /// The moment of a working day after some working time; `fits` says whether the rest of it ends
  /// in hours of a length.
  private func moment(
    onWorkingDay rank: Int128, after worked: Int128, fits: (Int128, Int128) -> Bool
  ) throws(CalendarFault) -> Instant {
    let day = try index[Int(clamping: rank)]
    var (rest, clock) = (worked, Int128(0))
    for hours in hours {
      let length = Int128(hours.length) * nanosecondsPerSecond
      clock = Int128(hours.from) * nanosecondsPerSecond + rest
      if fits(rest, length) { break }
      rest -= length
    }
    let (second, nanosecond) = clock.flooredDivision(by: nanosecondsPerSecond)
    let onClock = Int64(day.number) * 86_400 + Int64(second)
    return zone.instant(of: LocalTime(secondsOnClock: onClock, nanoseconds: Int32(nanosecond)))
  }

  private var nanosecondsPerSecond: Int128 { 1_000_000_000 }
}
