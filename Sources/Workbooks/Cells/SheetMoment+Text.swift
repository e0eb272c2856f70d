/// Dates and times as ISO 8601 writes them.
extension SheetMoment {
  /// `2025-09-02`.
  package var date: String {
    let digits = "\(year)"
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "\(padded)-\(ClockText.two(month))-\(ClockText.two(day))"
  }

  /// `17:05:00`, with thousandths of a second where there are some.
  package var clock: String {
    "\(ClockText.two(hour)):\(ClockText.two(minute)):\(ClockText.two(second))"
      + ClockText.fraction(millisecond)
  }
}

/// Parts of times.
package enum ClockText {
  /// At least two digits.
  package static func two(_ number: some BinaryInteger) -> String {
    (number < 10 ? "0" : "") + "\(number)"
  }

  /// The point and three digits of thousandths; nothing where there are none.
  package static func fraction(_ milliseconds: some BinaryInteger) -> String {
    guard milliseconds > 0 else { return "" }
    let digits = "\(milliseconds)"
    return "." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
