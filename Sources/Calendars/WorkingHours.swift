/// A stretch of a working day in which an agency works, in seconds since 00:00 on the clock.
package struct WorkingHours: Sendable, Hashable {
  /// When work begins.
  package let from: Int
  /// When it stops; 86,400 is midnight at the end of the day.
  package let to: Int

  /// Hours between two seconds of a day, or `nil` unless 0 ≤ from < to ≤ 86,400.
  package init?(from: Int, to: Int) {
    guard 0 <= from, from < to, to <= 86_400 else { return nil }
    self.from = from
    self.to = to
  }

  /// Hours written as `08:00-12:00`; `nil` for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = Self.secondOfDay(parts[0]),
      let to = Self.secondOfDay(parts[1])
    else { return nil }
    self.init(from: from, to: to)
  }

  /// The second of the day of a clock time `15:00` or `15:00:30`, up to `24:00`; `nil` for
  /// anything else. Also reads cut-off times.
  package static func secondOfDay(_ clock: some StringProtocol) -> Int? {
    if clock == "24:00" { return 86_400 }
    var reader = ByteReader(clock)
    guard let nanoseconds = reader.clock(), reader.isAtEnd, nanoseconds % 1_000_000_000 == 0 else {
      return nil
    }
    return Int(nanoseconds / 1_000_000_000)
  }

  /// How many seconds are worked in it.
  package var length: Int { to - from }

  /// The same hours in order, with those that touch or overlap made one.
  static func merged(_ hours: [WorkingHours]) -> [WorkingHours] {
    hours.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.reduce(into: []) { merged, next in
      guard let last = merged.last, next.from <= last.to,
        let joined = WorkingHours(from: last.from, to: max(last.to, next.to))
      else { return merged.append(next) }
      merged[merged.count - 1] = joined
    }
  }
}
