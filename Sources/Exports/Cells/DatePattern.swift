import Calendars

/// How a date or a time is written: `dd/MM/yyyy HH:mm:ss`.
///
/// `yyyy` is four digits; `MM dd HH hh mm ss` are two, `M d H h m s` one or two; `a` is AM or PM,
/// SA or CH; `hh` and `h` count to 12 and need `a`. Letters that stand for themselves are put in
/// single quotation marks, but for the `T` between date and time. All else stands for itself.
struct DatePattern: Sendable, Hashable {
  private enum Token: Sendable, Hashable {
    case literal(UInt8)
    case number(Part, least: Int, most: Int)
    case halfOfDay
  }

  private enum Part: Int, Sendable {
    case year, month, day, hour, hourOfHalf, minute, second
  }

  /// `yyyy-MM-dd`.
  static let isoDate = DatePattern("yyyy-MM-dd")

  private let tokens: [Token]
  /// Whether it has an hour.
  let hasTime: Bool

  /// The pattern written as `text`, or `nil` when it is none.
  init?(_ text: String) {
    guard let tokens = Self.tokens(of: text) else { return nil }
    self.tokens = tokens
    hasTime = Self.has(.hour, tokens) || Self.has(.hourOfHalf, tokens)
    guard Self.has(.year, tokens), Self.has(.month, tokens), Self.has(.day, tokens),
      Self.has(.hourOfHalf, tokens) == tokens.contains(.halfOfDay)
    else { return nil }
  }

  private static func has(_ part: Part, _ tokens: [Token]) -> Bool {
    tokens.contains { if case .number(part, _, _) = $0 { true } else { false } }
  }

  private static func tokens(of text: String) -> [Token]? {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      let run = rest.prefix { $0 == first }
      rest = rest.dropFirst(run.count)
      if first == "'" {
        let quoted = rest.prefix { $0 != "'" }
        rest = rest.dropFirst(quoted.count + 1)
        tokens += quoted.utf8.map { .literal($0) }
      } else {
        guard let more = Self.tokens(of: first, count: run.count) else { return nil }
        tokens += more
      }
    }
    return tokens
  }

  private static func tokens(of letter: Character, count: Int) -> [Token]? {
    let parts: [Character: Part] = [
      "M": .month, "d": .day, "H": .hour, "h": .hourOfHalf, "m": .minute, "s": .second,
    ]
    if letter == "y" { return count == 4 ? [.number(.year, least: 4, most: 4)] : nil }
    if letter == "a" { return count == 1 ? [.halfOfDay] : nil }
    if let part = parts[letter] {
      return count <= 2 ? [.number(part, least: count, most: 2)] : nil
    }
    guard letter == "T" || !letter.isLetter else { return nil }
    return (0..<count).flatMap { _ in letter.utf8.map { .literal($0) } }
  }

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
