import Diagnostics
import Registry
import YAMLTree

/// Reads `directive`.
enum DirectiveReader {
  private static let keys = [
    "id", "number", "title", "title-en", "issuer", "source", "confidence", "in-force",
    "allow",
  ]

  /// The directive, or `nil` when a part of it is missing or wrong.
  static func read(_ node: Node, _ diagnostics: inout [Diagnostic]) -> Directive? {
    guard let fields = Fields(node, keys: keys, of: .directive, &diagnostics) else { return nil }
    let id = fields.id(&diagnostics)
    let number = fields.requiredText("number", &diagnostics)
    let title = fields.bilingual("title", &diagnostics)
    let issuer = fields.requiredText("issuer", &diagnostics)
    let source = fields.string("source", &diagnostics)
    let confidence = confidence(fields, &diagnostics)
    _ = fields.require("in-force", &diagnostics)
    let inForce = fields.dateSpan("in-force", needsFrom: true, &diagnostics)
    guard let id, let number, let title, let issuer, let confidence, let inForce else {
      return nil
    }
    return Directive(
      id: id.value, number: number, title: title, issuer: issuer, source: source?.value,
      confidence: confidence, inForce: inForce.value, span: id.span)
  }

  private static func confidence(
    _ fields: Fields, _ diagnostics: inout [Diagnostic]
  ) -> Confidence? {
    guard let text = fields.requiredString("confidence", &diagnostics) else { return nil }
    if let confidence = Confidence(rawValue: text.value) { return confidence }
    diagnostics.append(text.value == "C" ? .conjecture(text.span) : .unknownConfidence(text))
    return nil
  }
}

extension Citation {
  /// Reads a mapping with `cite`, `says` and `source`.
  init?(_ node: Node, of what: Text, in outer: Fields, _ diagnostics: inout [Diagnostic]) {
    let keys = ["cite", "says", "source"]
    guard let fields = Fields(node, keys: keys, of: what, in: outer, &diagnostics) else {
      return nil
    }
    self.init(fields, says: "says", &diagnostics)
  }

  /// Reads `cite`, `source` and what it says out of a mapping that may hold more.
  init?(_ fields: Fields, says key: String, _ diagnostics: inout [Diagnostic]) {
    let cite = fields.requiredString("cite", &diagnostics)
    let says = fields.string(key, &diagnostics)?.value
    let source = fields.string("source", &diagnostics)?.value
    guard let cite else { return nil }
    self.init(cite: cite.value, says: says, source: source, span: cite.span)
  }
}
