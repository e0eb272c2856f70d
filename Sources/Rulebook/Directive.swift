import Diagnostics
import Registry

/// How well a legal text is known. What is merely conjectured (C) is refused as a rule.
package enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// Read in the text itself.
  case read = "R"
  /// Known from news.
  case news = "N"
  /// Known from practice.
  case practice = "T"
}

/// A legal instrument that imposes obligations.
package struct Directive: Sendable, Hashable {
  /// Kebab-case; the first part of `Obligation.fullID`.
  package let id: String
  /// The number people cite: `63/2010/NĐ-CP`.
  package let number: String
  /// What it is about.
  package let title: Text
  /// Who issued it.
  package let issuer: String
  /// Where it was read.
  package let source: String?
  /// How well it is known.
  package let confidence: Confidence
  /// The days on which it is in force; `from` is always there.
  package let inForce: DateSpan
  /// Where it is declared.
  package let span: Span

  /// A directive from its parts.
  package init(
    id: String, number: String, title: Text, issuer: String, source: String? = nil,
    confidence: Confidence, inForce: DateSpan, span: Span
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.issuer = issuer
    self.source = source
    self.confidence = confidence
    self.inForce = inForce
    self.span = span
  }
}

/// The place in a text that says something, and what it says.
package struct Citation: Sendable, Hashable {
  /// `Điều 24 khoản 2`.
  package let cite: String
  /// What it says, in the rule author's words.
  package let says: String?
  /// Where that was read.
  package let source: String?
  /// Where `cite` stands in the rule file.
  package let span: Span?

  /// A citation from its parts.
  package init(cite: String, says: String? = nil, source: String? = nil, span: Span? = nil) {
    self.cite = cite
    self.says = says
    self.source = source
    self.span = span
  }
}
