/// Reads a number format such as `"ngày" dd/mm/yyyy;@`: what does it show?
///
/// Only the first section counts (positive numbers). What stands in quotes, after `\`, `_` or `*`, and
/// in brackets is no part of it, but for `[h]`, `[mm]` and `[s]`, which show a span of time.
struct FormatCode {
  private enum Mark: Hashable {
    case year, month, day, hour, minute, second, halfDay, elapsed, percent, text
  }

  private let code: [UInt8]
  private var place = 0
  private var marks: [Mark] = []

  /// What a number in this format is.
  static func shape(_ code: String) -> NumberShape {
    var reader = FormatCode(code: Array(code.lowercased().utf8))
    reader.read()
    return reader.shape
  }

  private init(code: [UInt8]) { self.code = code }

  private var shape: NumberShape {
    let found = Set(marks)
    if found.contains(.elapsed) { return .duration }
    let hasDate = !found.isDisjoint(with: [.year, .month, .day])
    let hasTime = !found.isDisjoint(with: [.hour, .minute, .second, .halfDay])
    switch (hasDate, hasTime) {
    case (true, true): return .moment(.dateTime)
    case (true, false): return .moment(.date)
    case (false, true): return .moment(.time)
    case (false, false): break
    }
    if found.contains(.text) { return .number(.text) }
    return .number(found.contains(.percent) ? .percentage : .plain)
  }

  private mutating func read() {
    while place < code.count, code[place] != UInt8(ascii: ";") {
      switch code[place] {
      case UInt8(ascii: "\""): skip(past: UInt8(ascii: "\""))
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): place += 2
      case UInt8(ascii: "["): readBrackets()
      default: readMark()
      }
    }
  }

  private mutating func skip(past end: UInt8) {
    place = (code[(place + 1)...].firstIndex(of: end) ?? code.count - 1) + 1
  }

  private mutating func readBrackets() {
    let start = place + 1
    skip(past: UInt8(ascii: "]"))
    let inside = code[start..<max(start, place - 1)]
    if let first = inside.first, "hms".utf8.contains(first), inside.allSatisfy({ $0 == first }) {
      marks.append(.elapsed)
    }
  }

  private mutating func readMark() {
    if skips("general") { return }
    if skips("am/pm") || skips("a/p") { return marks.append(.halfDay) }
    let letter = code[place]
    switch letter {
    case UInt8(ascii: "y"): marks.append(.year)
    case UInt8(ascii: "d"): marks.append(.day)
    case UInt8(ascii: "h"): marks.append(.hour)
    case UInt8(ascii: "s"): readSeconds()
    case UInt8(ascii: "m"): marks.append(marks.last == .hour ? .minute : .month)
    case UInt8(ascii: "%"): marks.append(.percent)
    case UInt8(ascii: "@"): marks.append(.text)
    default: break
    }
    while place < code.count, code[place] == letter { place += 1 }
  }

  /// An `m` right before seconds is minutes.
  private mutating func readSeconds() {
    if marks.last == .month { marks[marks.count - 1] = .minute }
    marks.append(.second)
  }

  private mutating func skips(_ word: String) -> Bool {
    guard code[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }
}
