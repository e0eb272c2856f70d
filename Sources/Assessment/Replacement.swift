import Diagnostics

/// An obligation in the place of another, told from the side of one of them.
package struct Replacement: Sendable, Codable, Hashable {
  /// The full id of the other obligation.
  package let obligation: String
  /// What it is called.
  package let title: Text
  /// The number of its directive.
  package let document: String
  /// The first day of the newer one, ISO.
  package let from: String
  /// Why.
  package let because: String
  /// The text that says so.
  package let cite: String?

  /// A replacement from its parts.
  package init(
    obligation: String, title: Text, document: String, from: String, because: String, cite: String?
  ) {
    self.obligation = obligation
    self.title = title
    self.document = document
    self.from = from
    self.because = because
    self.cite = cite
  }
}
