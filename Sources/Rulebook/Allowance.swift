import Diagnostics

/// A lint finding that the author of a rule knows of and accepts: `allow` beside the rule.
package struct Allowance: Sendable, Hashable {
  /// The code of the finding: `TT1015`.
  package let code: String
  /// Why it is accepted.
  package let because: String
  /// Where the code stands in the rule file.
  package let span: Span
  /// Where findings are accepted: the obligation or dataset, or the directive with its obligations.
  package let places: [Span]

  /// An acceptance from its parts.
  package init(code: String, because: String, span: Span, places: [Span]) {
    self.code = code
    self.because = because
    self.span = span
    self.places = places
  }

  /// Whether it accepts findings with a code at a place.
  package func covers(_ code: String, at place: Span) -> Bool {
    code == self.code
      && places.contains {
        $0.source.path == place.source.path && $0.bytes.contains(place.bytes.lowerBound)
      }
  }
}
