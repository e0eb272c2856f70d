import Diagnostics

/// A diagnostic as a GitHub workflow command: `::warning file=…,line=…,col=…,title=…::message`.
///
/// Source: GitHub Docs, "Workflow commands", and the escapes of `@actions/core`.
enum GitHubCommand {
  /// The command with its line break; the hint stands on a line of its own.
  static func line(_ diagnostic: Diagnostic, _ language: Language) -> String {
    let place = diagnostic.primary?.span
    let texts = [diagnostic.message, diagnostic.hint].compactMap { $0?.in(language) }
    return line(
      level: level(diagnostic), file: place?.source.path, line: place?.start.line,
      column: place?.start.column, title: diagnostic.code, message: texts.joined(separator: "\n"))
  }

  /// A command with its line break.
  static func line(
    level: String, file: String?, line: Int?, column: Int? = nil, title: String, message: String
  ) -> String {
    let properties = [
      file.map { ("file", $0) }, line.map { ("line", String($0)) },
      column.map { ("col", String($0)) }, ("title", title),
    ].compactMap { $0 }.map { "\($0)=\(property($1))" }
    return "::\(level) \(properties.joined(separator: ","))::\(data(message))\n"
  }

  private static func level(_ diagnostic: Diagnostic) -> String {
    switch diagnostic.severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func data(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  private static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  /// Scalar by scalar, since `\r\n` is one character.
  private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
  }
}
