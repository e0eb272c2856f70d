/// How much a diagnostic matters. `error` stops the run, `warning` and `note` do not.
package enum DiagnosticSeverity: String, Sendable, Codable, Comparable {
  case note
  case warning
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// A place with a few words about it.
package struct Label: Sendable, Hashable {
  /// What is pointed at.
  package let span: Span
  /// The words beside the caret.
  package let text: Text?

  /// Points at `span`, with words or without.
  package init(_ span: Span, _ text: Text? = nil) {
    self.span = span
    self.text = text
  }
}

/// The one value for everything that is wrong with rules, expressions and exports.
///
/// Modules build theirs through named constructors that stand together in one file
/// (`<Module>Diagnostics.swift`); codes are stable and never used again for something else.
package struct Diagnostic: Sendable, Hashable {
  /// `TT` and four digits; the first two tell the module.
  package let code: String
  /// What it does to the run.
  package let severity: DiagnosticSeverity
  /// One sentence: what is wrong.
  package let message: Text
  /// Where; `nil` for what has no place (a missing folder).
  package let primary: Label?
  /// Other places that explain it.
  package let further: [Label]
  /// One sentence: what to do.
  package let hint: Text?

  /// A diagnostic from its parts.
  package init(
    _ code: String, _ severity: DiagnosticSeverity, _ message: Text,
    at primary: Label? = nil, further: [Label] = [], hint: Text? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.primary = primary
    self.further = further
    self.hint = hint
  }

  /// An error from its parts.
  package init(
    _ code: String, _ message: Text, at primary: Label? = nil, further: [Label] = [],
    hint: Text? = nil
  ) {
    self.init(code, .error, message, at: primary, further: further, hint: hint)
  }

  /// The order in which diagnostics are shown: by file, then place, then code.
  package static func inOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    left.sortKey < right.sortKey
  }

  private var sortKey: (String, Int, Int, String) {
    guard let span = primary?.span else { return ("", 0, 0, code + message.en) }
    return (span.source.path, span.line, span.bytes.lowerBound, code)
  }
}

extension Array where Element == Diagnostic {
  /// Whether any of them stops the run.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
