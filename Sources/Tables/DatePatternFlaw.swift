/// What keeps a text from being a date pattern.
package enum DatePatternFlaw: Error, Sendable, Hashable {
  /// Letters that stand for no part of a date.
  case meaningless(String)
  /// A part that a date must have.
  case lacks(DatePattern.Part)
  /// A part that is written twice.
  case twice(DatePattern.Part)
  /// Minutes or seconds that do not follow hours or minutes, or a clock within the date: mostly
  /// `mm` written for `MM`, or `MM` for `mm`.
  case misplaced(DatePattern.Part)
  /// `hh` without `a`, or `a` without `hh`.
  case halfOfDay

  /// The first flaw of a pattern made of `tokens`.
  static func first(in tokens: [DatePattern.Token]) -> Self? {
    let parts = tokens.compactMap { token -> DatePattern.Part? in
      if case .number(let part, _, _) = token { part } else { nil }
    }
    if let part = misplaced(parts) { return .misplaced(part) }
    let seen = parts.enumerated().first { parts[..<$0.offset].contains($0.element) }
    if let seen { return .twice(seen.element) }
    let lacking = [DatePattern.Part.day, .month, .year].first { !parts.contains($0) }
    if let lacking { return .lacks(lacking) }
    return parts.contains(.hourOfHalf) == tokens.contains(.halfOfDay) ? nil : .halfOfDay
  }

  /// Minutes follow hours and seconds follow minutes; a month stands beside a day or a year.
  private static func misplaced(_ parts: [DatePattern.Part]) -> DatePattern.Part? {
    for (index, part) in parts.enumerated() {
      let before = index > 0 ? parts[index - 1] : nil
      let after = index + 1 < parts.count ? parts[index + 1] : nil
      let isInPlace =
        switch part {
        case .minute: before == .hour || before == .hourOfHalf
        case .second: before == .minute
        case .month: [before, after].contains { $0 == .day || $0 == .year }
        default: true
        }
      if !isInPlace { return part }
    }
    return nil
  }
}
