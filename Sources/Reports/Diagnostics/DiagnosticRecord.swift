import Diagnostics

/// A diagnostic in JSON: both languages, places by line and column.
struct DiagnosticRecord: Encodable {
  /// Where something stands. Columns count characters from 1; `end` is where the text after it starts.
  struct Place: Encodable {
    let file: String
    let line: Int
    let column: Int
    let end: End

    struct End: Encodable {
      let line: Int
      let column: Int
    }

    init(_ span: Span) {
      file = span.source.path
      line = span.start.line
      column = span.start.column
      end = End(line: span.end.line, column: span.end.column)
    }
  }

  /// Another place that explains it.
  struct Further: Encodable {
    let place: Place
    let message: Text?

    func encode(to encoder: any Encoder) throws {
      try place.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encodeIfPresent(message, forKey: .message)
    }
  }

  private enum Key: String, CodingKey {
    case code, severity, message, label, hint, further
  }

  private let diagnostic: Diagnostic

  /// What is written for a diagnostic.
  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  /// The place's keys stand beside the others; without a place they are absent.
  func encode(to encoder: any Encoder) throws {
    try diagnostic.primary.map { Place($0.span) }?.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(diagnostic.code, forKey: .code)
    try container.encode(diagnostic.severity, forKey: .severity)
    try container.encode(diagnostic.message, forKey: .message)
    try container.encodeIfPresent(diagnostic.primary?.text, forKey: .label)
    try container.encodeIfPresent(diagnostic.hint, forKey: .hint)
    let further = diagnostic.further.map { Further(place: Place($0.span), message: $0.text) }
    try container.encode(further, forKey: .further)
  }
}
