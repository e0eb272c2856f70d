/// A kind of file that an assessment can be written as. To add one: a constant in an extension of this type
/// beside its writer, and its place in `all`.
package struct ReportFormat: Sendable {
  /// As `--format` and `-o NAME=FILE` call it.
  package let name: String
  /// The ends of file names that mean it, with the point; none where `-o` has to name it.
  package let endings: [String]
  /// Whether it shows every record that proves a violation, where those are at hand.
  package let wantsBreaches: Bool
  /// Throws where this machine lacks what the format needs, so that it is said before anything is read.
  package let check: @Sendable () throws -> Void
  /// Writes the whole file.
  package let write: @Sendable (ReportContent, ReportFile) throws -> Void

  /// A format from its parts.
  init(
    _ name: String, endings: [String], wantsBreaches: Bool = false,
    check: @escaping @Sendable () throws -> Void = {},
    write: @escaping @Sendable (ReportContent, ReportFile) throws -> Void
  ) {
    (self.name, self.endings, self.wantsBreaches) = (name, endings, wantsBreaches)
    (self.check, self.write) = (check, write)
  }

  /// All formats, in the order in which they are listed.
  package static let all: [ReportFormat] = [
    .text, .html, .pdf, .document, .letter, .sheets, .workbook, .markdown, .verdicts, .breaches,
    .heads,
    .json, .junit, .sarif, .github, .gitlab,
  ]

  /// The format of a name.
  package init?(named name: String) {
    guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// The format that the name of a file means: the one with the longest ending.
  package init?(ofFile path: String) {
    let lowercased = path.lowercased()
    let matches = Self.all.flatMap { format in format.endings.map { (format, $0) } }
      .filter { lowercased.hasSuffix($0.1) }
    guard let best = matches.max(by: { $0.1.utf8.count < $1.1.utf8.count }) else { return nil }
    self = best.0
  }
}

extension ReportFormat {
  /// The report for a terminal, without colours.
  package static let text = ReportFormat("text", endings: [".txt"]) { content, file in
    try file.append(TextReport(content.assessment, language: content.language).render())
  }

  /// The assessment itself.
  package static let json = ReportFormat("json", endings: [".json"]) { content, file in
    try file.append(content.assessment.json())
  }

  /// Workflow commands, which GitHub shows beside the lines of the exports.
  static let github = ReportFormat("github", endings: []) { content, file in
    try file.append(content.annotations.github)
  }

  /// A Code Quality report, which GitLab shows beside them.
  static let gitlab = ReportFormat("gitlab", endings: []) { content, file in
    try file.append(content.annotations.gitlab())
  }
}

extension ReportContent {
  var annotations: AssessmentAnnotations {
    AssessmentAnnotations(assessment, language: language, folder: folder)
  }
}
