/// Dates and times as XML writes them: `2025-12-31`, `2025-12-31T17:05:00.5`, `17:05:00`, and spans
/// of time as in `PT17H05M00S` (ISO 8601; XML Schema part 2, 3.2.6 to 3.2.9).
struct ISOMoment {
  private let text: [UInt8]
  private var place = 0

  private init(_ text: UnsafeBufferPointer<UInt8>) { self.text = Array(text) }

  /// Reads a date, a time, or both; a trailing `Z` is passed over, since sheets know no zones.
  static func parse(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (moment: SheetMoment, shape: MomentShape)? {
    var reader = ISOMoment(text)
    guard let date = reader.date() else {
      reader.place = 0
      guard let time = reader.time(), reader.isAtEnd else { return nil }
      return SheetMoment(
        hour: time.hour, minute: time.minute, second: time.second, millisecond: time.millisecond
      ).map { ($0, .time) }
    }
    var time = Time()
    let hasTime = reader.takes("T") || reader.takes(" ")
    if hasTime {
      guard let found = reader.time() else { return nil }
      time = found
    }
    guard reader.isAtEnd else { return nil }
    return SheetMoment(
      year: date.year, month: date.month, day: date.day, hour: time.hour, minute: time.minute,
      second: time.second, millisecond: time.millisecond
    ).map { ($0, hasTime ? .dateTime : .date) }
  }

  /// Reads a span of time in milliseconds, `P1DT2H3M4.5S`; years and months have no fixed length.
  static func duration(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var reader = ISOMoment(text)
    let sign = reader.takes("-") ? -1 : 1
    guard reader.takes("P") else { return nil }
    var parts = [reader.part("D", 86_400_000)]
    if reader.takes("T") {
      parts += [("H", 3_600_000), ("M", 60_000), ("S", 1000)].map { reader.part($0, $1) }
    }
    let found = parts.compactMap { $0 }
    return found.isEmpty || !reader.isAtEnd ? nil : sign * found.reduce(0, +)
  }

  /// A number with its letter, in milliseconds; `nil`, with nothing read, where another stands here.
  private mutating func part(_ letter: String, _ length: Int) -> Int? {
    let start = place
    if let whole = number(1...9), let part = fraction(), takes(letter) {
      return whole * length + part * length / 1000
    }
    place = start
    return nil
  }

  private struct Time {
    var hour = 0
    var minute = 0
    var second = 0
    var millisecond = 0
  }

  private var isAtEnd: Bool {
    place == text.count || (place == text.count - 1 && text[place] == UInt8(ascii: "Z"))
  }

  private mutating func date() -> (year: Int, month: Int, day: Int)? {
    guard let year = number(4...4), takes("-"), let month = number(2...2), takes("-"),
      let day = number(2...2)
    else { return nil }
    return (year, month, day)
  }

  private mutating func time() -> Time? {
    guard let hour = number(2...2), takes(":"), let minute = number(2...2) else { return nil }
    var time = Time(hour: hour, minute: minute)
    if takes(":") {
      guard let second = number(2...2), let part = fraction() else { return nil }
      time.second = second
      time.millisecond = part
    }
    return time
  }

  private mutating func number(_ length: ClosedRange<Int>) -> Int? {
    let digits = text[place...].prefix(length.upperBound).prefix { $0 &- UInt8(ascii: "0") <= 9 }
    guard length.contains(digits.count) else { return nil }
    place += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Thousandths after a point, rounded but never up to the next second; 0 without a point.
  private mutating func fraction() -> Int? {
    guard takes(".") || takes(",") else { return 0 }
    let digits = text[place...].prefix { $0 &- UInt8(ascii: "0") <= 9 }
    place += digits.count
    if digits.isEmpty { return nil }
    let four = (Array(digits.prefix(4)) + Array("000".utf8)).prefix(4)
    return min((four.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } + 5) / 10, 999)
  }

  private mutating func takes(_ letter: String) -> Bool {
    guard text[place...].starts(with: letter.utf8) else { return false }
    place += letter.utf8.count
    return true
  }
}
