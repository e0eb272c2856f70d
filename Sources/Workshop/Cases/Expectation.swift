import Assessment
import Diagnostics
import Numbers

/// One thing that a case wants of a verdict. What is wanted and what came out are compared as texts
/// of the same notation, the one in which cases are written.
package struct Expectation: Sendable {
  /// The word for a unit that the obligation does not bind, or not in this period.
  static let notBound = "not-bound"
  /// The word for a shortfall, reason or target that there is none of.
  static let none = "none"

  /// The key it stands under: `verdict`, `counts.passed`.
  package let key: String
  /// What is wanted.
  package let wanted: String
  /// Where that is written.
  package let span: Span
  private let read: @Sendable (Verdict) -> String
  private let list: (wanted: Set<String>, actual: @Sendable (Verdict) -> [String])?

  /// Wants `wanted` of what `read` makes of a verdict.
  init(
    _ key: String, _ wanted: String, _ span: Span, _ read: @escaping @Sendable (Verdict) -> String
  ) {
    self.key = key
    self.wanted = wanted
    self.span = span
    self.read = read
    list = nil
  }

  /// Wants just some names, in any order, of those that `read` finds in a verdict.
  init(
    _ key: String, names: [String], _ span: Span,
    _ read: @escaping @Sendable (Verdict) -> [String]
  ) {
    self.key = key
    wanted = Self.text(names)
    self.span = span
    self.read = { Self.text(read($0)) }
    list = (Set(names), read)
  }

  /// The same of a verdict; `nil` where there is none.
  package func actual(_ verdict: Verdict?) -> String {
    verdict.map(read) ?? (key == "verdict" ? Self.notBound : Self.none)
  }

  /// The names that are wanted and did not come out, or came out and are not wanted.
  package func difference(_ verdict: Verdict?) -> Set<String> {
    guard let list else { return [] }
    return list.wanted.symmetricDifference(verdict.map(list.actual) ?? [])
  }
}

extension Expectation {
  /// Names as a list that does not depend on their order.
  private static func text(_ names: [String]) -> String {
    "[" + names.sorted().joined(separator: ", ") + "]"
  }

  /// A number, or the word for none.
  static func text(_ number: Rational?) -> String { number?.description ?? none }
}

extension Verdict {
  /// Holders of the post that answers, in the order of time; else why there is none.
  var heads: [String] { answers.map { $0.holder ?? $0.state.rawValue } }

  /// The measure with numerator and denominator as they were counted, not reduced: `0/1`.
  var measuredFraction: String {
    measured.map { "\($0.numerator)/\($0.denominator)" } ?? Expectation.none
  }

  /// The bounds, low end first.
  var boundsText: String {
    bounds.isEmpty
      ? Expectation.none : "[\(Expectation.text(bounds.low)), \(Expectation.text(bounds.high))]"
  }
}
