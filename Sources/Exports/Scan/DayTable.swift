import Calendars

/// What days from 1900 to 2155 are in a batch: filled as days are met, so that each is worked out once.
final class DayTable {
  /// How a day is stored.
  enum Meaning {
    /// As its number.
    case number
    /// As its first microsecond, where the zone's clocks show each time of the day once.
    case midnight(Zone)
  }

  /// At the index of a day one more than what it is; 0 where that is not known (yet).
  let entries: UnsafeMutablePointer<Int64>
  private let meaning: Meaning
  private static let count = 256 * 16 * 32

  init(_ meaning: Meaning) {
    self.meaning = meaning
    entries = .make(Self.count, of: 0)
  }

  deinit { entries.deallocate() }

  /// The index of a day, and 0 if there can be such one; any index in the table if not.
  @inline(__always)
  static func index(_ year: UInt64, _ month: UInt64, _ day: UInt64) -> (index: Int, flaw: UInt64) {
    let since = year &- 1900
    let index = (since & 0xFF) &<< 9 | (month & 0xF) &<< 5 | day & 0x1F
    return (Int(truncatingIfNeeded: index), since &>> 8 | month &>> 4 | day &>> 5)
  }

  /// Works out what a day is.
  func learn(_ index: Int) {
    guard entries[index] == 0,
      let day = Day(year: 1900 + index >> 9, month: index >> 5 & 0xF, day: index & 0x1F)
    else { return }
    switch meaning {
    case .number: entries[index] = Int64(day.number) + 1
    case .midnight(let zone):
      guard let offset = zone.steadyOffset(on: day) else { return }
      entries[index] = (Int64(day.number) * 86_400 - Int64(offset)) * 1_000_000 + 1
    }
  }
}

/// The tables of days that all columns of a thread share.
final class DayTables {
  /// Days as dates.
  private(set) lazy var numbers = DayTable(.number)
  /// Days as their first microsecond.
  private(set) lazy var midnights = DayTable(.midnight(zone))
  private let zone: Zone

  init(_ zone: Zone) { self.zone = zone }
}
