import Calendars
import Tables

/// Reading the cells that a pattern describes.
extension DatePattern {
  /// The date and clock time (00:00 where the pattern has none) that `bytes` are, or `nil` when
  /// they are not written so or there is no such date or time.
  func read(_ bytes: Bytes) -> LocalTime? {
    var cursor = ByteCursor(bytes)
    var parts = Parts()
    for token in tokens {
      guard take(token, &cursor, &parts) else { return nil }
    }
    return cursor.isAtEnd ? parts.local : nil
  }

  @inline(__always)
  private func take(_ token: Token, _ cursor: inout ByteCursor, _ parts: inout Parts) -> Bool {
    switch token {
    case .literal(let byte): return cursor.take(byte)
    case .number(let part, let least, let most):
      guard let value = cursor.number(least, most) else { return false }
      parts.set(part, value)
      return true
    case .halfOfDay:
      guard let letters = cursor.twoLetters() else { return false }
      return parts.setHalf(letters.0, letters.1)
    }
  }

  private struct Parts {
    var year = 0
    var month = 0
    var day = 0
    var hour = 0
    var hourOfHalf: Int?
    var isAfternoon = false
    var minute = 0
    var second = 0

    mutating func set(_ part: Part, _ value: Int) {
      switch part {
      case .year: year = value
      case .month: month = value
      case .day: day = value
      case .hour: hour = value
      case .hourOfHalf: hourOfHalf = value
      case .minute: minute = value
      case .second: second = value
      }
    }

    /// AM, PM, or SA (sáng), CH (chiều).
    mutating func setHalf(_ first: UInt8, _ second: UInt8) -> Bool {
      switch (first, second) {
      case (UInt8(ascii: "a"), UInt8(ascii: "m")), (UInt8(ascii: "s"), UInt8(ascii: "a")):
        isAfternoon = false
      case (UInt8(ascii: "p"), UInt8(ascii: "m")), (UInt8(ascii: "c"), UInt8(ascii: "h")):
        isAfternoon = true
      default: return false
      }
      return true
    }

    var local: LocalTime? {
      guard let day = Day(year: year, month: month, day: day), let hour = clockHour else {
        return nil
      }
      return LocalTime(day: day, hour: hour, minute: minute, second: second)
    }

    private var clockHour: Int? {
      guard let hourOfHalf else { return hour }
      guard (1...12).contains(hourOfHalf) else { return nil }
      return hourOfHalf % 12 + (isAfternoon ? 12 : 0)
    }
  }
}
