import Calendars
import Diagnostics
import YAMLTree

extension Fields {
  /// A date, written `2025-07-01`.
  package func day(_ key: String, _ diagnostics: inout [Diagnostic]) -> Located<Day>? {
    guard let node = self[key] else { return nil }
    if let text = node.scalar?.text, let day = Day(iso: text) { return Located(day, node.span) }
    diagnostics.append(.notADate(key, node.scalar?.text, node.span))
    return nil
  }

  /// The days from `from` through `until`, two keys of this mapping.
  /// - Parameter needsFrom: whether a missing `from` is an error.
  /// - Returns: `nil` when what is written cannot be used.
  package func dates(needsFrom: Bool, _ diagnostics: inout [Diagnostic]) -> DateSpan? {
    let before = diagnostics.count
    if needsFrom { _ = require("from", &diagnostics) }
    let from = day("from", &diagnostics)
    let until = day("until", &diagnostics)
    guard diagnostics.count == before else { return nil }
    if let from, let until, until.value < from.value {
      diagnostics.append(.datesReversed(from, until))
      return nil
    }
    return DateSpan(from: from?.value, until: until?.value)
  }

  /// The days under a key of their own: `in-force: { from: …, until: … }`.
  package func dateSpan(
    _ key: String, needsFrom: Bool, _ diagnostics: inout [Diagnostic]
  ) -> Located<DateSpan>? {
    guard let node = self[key] else { return nil }
    if let day = node.scalar?.text, Day(meantBy: day) != nil {
      diagnostics.append(.datesAreADay(key, day, node.span))
      return nil
    }
    guard
      let fields = Fields(
        node, keys: ["from", "until"], of: .dates(key), in: self, &diagnostics),
      let dates = fields.dates(needsFrom: needsFrom, &diagnostics)
    else { return nil }
    return Located(dates, node.span)
  }
}
