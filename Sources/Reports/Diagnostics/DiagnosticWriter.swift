import Assessment
import Diagnostics

/// The forms in which diagnostics are written.
package enum DiagnosticFormat: String, Sendable, CaseIterable {
  /// For people: the line with a caret under the place.
  case text
  /// An array of objects, both languages.
  case json
  /// Workflow commands, which GitHub shows beside the changed lines.
  case github
  /// Static Analysis Results Interchange Format 2.1.0.
  case sarif
}

/// Writes diagnostics for people, CI and other tools, in the order of their places.
package struct DiagnosticWriter: Sendable {
  private let format: DiagnosticFormat
  private let language: Language
  private let version: String
  private let colour: Bool

  /// A writer.
  /// - Parameters:
  ///   - language: that of messages; JSON has both.
  ///   - version: that of this tool.
  ///   - colour: whether text is coloured with ANSI escapes.
  package init(
    _ format: DiagnosticFormat, language: Language, version: String, colour: Bool = false
  ) {
    self.format = format
    self.language = language
    self.version = version
    self.colour = colour
  }

  /// All of them, ending with a line break unless there is nothing to write.
  /// - Throws: `EncodingError`, which plain texts and numbers never cause.
  package func write(_ diagnostics: [Diagnostic]) throws -> String {
    let sorted = diagnostics.sorted(by: Diagnostic.inOrder)
    switch format {
    case .text: return DiagnosticRenderer(language: language, colour: colour).render(sorted)
    case .json: return try StableJSON.text(sorted.map(DiagnosticRecord.init))
    case .github: return sorted.map { GitHubCommand.line($0, language) }.joined()
    case .sarif: return try StableJSON.text(SarifLog(sorted, language, version: version))
    }
  }
}
