import Calendars
import Tables

/// Which of two numbers before a year is the day.
enum DayOrder: Sendable, Hashable, CaseIterable {
  case dayFirst
  case monthFirst

  /// The other one.
  var other: DayOrder { self == .dayFirst ? .monthFirst : .dayFirst }

  /// The only order of some patterns of a column; `nil` for none or both.
  init?(of patterns: [DatePattern]) {
    let orders = Set(patterns.compactMap(\.order))
    guard orders.count == 1, let order = orders.first else { return nil }
    self = order
  }
}

extension DatePattern {
  /// Which comes first, where the year is last; `nil` where the year is first.
  var order: DayOrder? {
    let parts = tokens.compactMap { token -> Part? in
      if case .number(let part, _, _) = token, [.day, .month, .year].contains(part) {
        part
      } else {
        nil
      }
    }
    return switch parts {
    case [.day, .month, .year]: .dayFirst
    case [.month, .day, .year]: .monthFirst
    default: nil
    }
  }

  /// Whether it has no clock time.
  var isOfDay: Bool {
    tokens.allSatisfy { token in
      if case .number(let part, _, _) = token {
        [.day, .month, .year].contains(part)
      } else {
        true
      }
    }
  }
}

/// A date as people write it: parted by `/`, `-` or `.`, with or without leading noughts, the year first or last; a
/// clock time may follow (`17:05`, `17:05:09`, `17h05`).
struct LooseDate {
  /// Whether the year has two digits only, so that the century is not known.
  private(set) var hasShortYear = false
  private var year = 0
  private var numbers = (0, 0)
  private var isYearFirst = false
  private var clock: (hour: Int, minute: Int, second: Int)?

  /// `nil` when `bytes` are not written so.
  init?(_ bytes: Bytes) {
    var cursor = ByteCursor(bytes)
    guard takeDay(&cursor) else { return nil }
    guard cursor.isAtEnd || (takeClock(&cursor) && cursor.isAtEnd) else { return nil }
  }

  /// What it is in an order; `nil` when there is no such date or time, or the century is not known.
  func local(_ order: DayOrder) -> LocalTime? {
    if hasShortYear { return nil }
    let isMonthFirst = isYearFirst || order == .monthFirst
    let (month, day) = isMonthFirst ? numbers : (numbers.1, numbers.0)
    return Day(year: year, month: month, day: day).flatMap {
      LocalTime(
        day: $0, hour: clock?.hour ?? 0, minute: clock?.minute ?? 0, second: clock?.second ?? 0)
    }
  }

  /// What it is in either order, where that is the same.
  var sure: LocalTime? {
    let local = local(.dayFirst)
    return local == self.local(.monthFirst) ? local : nil
  }

  /// The one order in which it is a date.
  var onlyOrder: DayOrder? {
    switch (local(.dayFirst), local(.monthFirst)) {
    case (.some, nil): .dayFirst
    case (nil, .some): .monthFirst
    default: nil
    }
  }

  /// Whether it is one in any order.
  var isPossible: Bool { local(.dayFirst) != nil || local(.monthFirst) != nil }

  /// Whether it says as much as a column holds: a day has no clock time but midnight, and a moment has one.
  /// - Parameter takesDayAlone: whether a column of moments may hold days.
  func fits(_ type: ColumnType, takesDayAlone: Bool) -> Bool {
    if type == .timestamp { return clock != nil || takesDayAlone }
    return clock.map { $0 == (0, 0, 0) } ?? true
  }

  private mutating func takeDay(_ cursor: inout ByteCursor) -> Bool {
    guard let (first, firstLength) = cursor.countedNumber(),
      let mark = cursor.next, "/-.".utf8.contains(mark), cursor.take(mark),
      let second = cursor.number(1, 2), cursor.take(mark),
      let (third, thirdLength) = cursor.countedNumber()
    else { return false }
    isYearFirst = firstLength == 4
    if isYearFirst {
      (year, numbers) = (first, (second, third))
      return thirdLength <= 2
    }
    (year, numbers) = (third, (first, second))
    hasShortYear = thirdLength == 2
    return firstLength <= 2 && (hasShortYear || thirdLength == 4)
  }

  private mutating func takeClock(_ cursor: inout ByteCursor) -> Bool {
    guard cursor.take(.space) || cursor.take(UInt8(ascii: "T")), let hour = cursor.number(1, 2),
      cursor.take(UInt8(ascii: ":")) || cursor.take(UInt8(ascii: "h")),
      let minute = cursor.number(2, 2)
    else { return false }
    var second = 0
    if cursor.take(UInt8(ascii: ":")) {
      guard let number = cursor.number(2, 2) else { return false }
      second = number
    }
    clock = (hour, minute, second)
    return true
  }
}

extension ByteCursor {
  /// Takes a number of one to four digits, and says how many it has.
  fileprivate mutating func countedNumber() -> (value: Int, length: Int)? {
    let before = position
    return number(1, 4).map { ($0, position - before) }
  }
}

/// A day as Excel counts it, from 1899-12-30 on, with the time as a fraction: `45901.5`. Only days from 1954 to 2119
/// are taken for such.
struct SerialDate {
  private static let days = 20_000.0..<80_000.0
  /// 1970-01-01.
  private static let epoch = 25_569

  /// The date and time, to the second.
  let local: LocalTime
  /// Whether it has no time of day.
  let isDay: Bool

  /// `nil` when `bytes` are no such number.
  init?(_ bytes: Bytes) {
    guard bytes.count >= 5, bytes.allSatisfy({ $0.digit < 10 || ".,".utf8.contains($0) }),
      let text = bytes.text, let serial = Double(text.replacing(",", with: ".")),
      Self.days.contains(serial)
    else { return nil }
    let seconds = Int((serial * 86_400).rounded())
    let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    guard
      let local = LocalTime(
        day: Day(number: Int32(day - Self.epoch)), hour: second / 3600, minute: second / 60 % 60,
        second: second % 60)
    else { return nil }
    (self.local, isDay) = (local, second == 0)
  }

  /// Whether it says as much as a column holds.
  func fits(_ type: ColumnType, takesDayAlone: Bool) -> Bool {
    type == .date ? isDay : !isDay || takesDayAlone
  }
}
