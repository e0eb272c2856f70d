import Assessment
import Diagnostics

/// An assessment in the words of the systems that run an agency's checks.
package struct AssessmentAnnotations: Sendable {
  let assessment: Assessment
  let language: Language
  private let folder: String

  /// - Parameter folder: the exports folder, from the root of what is checked.
  package init(_ assessment: Assessment, language: Language, folder: String) {
    (self.assessment, self.language) = (assessment, language)
    self.folder = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
  }

  /// GitHub workflow commands, a line each; first, as an annotation of its own, how many GitHub leaves out.
  package var github: String {
    let all = annotations
    let cut = GitHubLimit.notice(all, language)
    return ([cut].compactMap(\.self) + all).map(command).joined()
  }

  private func command(_ annotation: Annotation) -> String {
    GitHubCommand.line(
      level: annotation.level.rawValue, file: annotation.file.map(path), line: annotation.line,
      title: annotation.name, message: annotation.message)
  }

  /// A GitLab Code Quality report (GitLab Docs, "Code Quality report format").
  /// - Throws: `EncodingError`, which plain texts and numbers never cause.
  package func gitlab() throws -> String {
    var fingerprints = Fingerprints()
    return try StableJSON.text(
      annotations.map { annotation in
        Issue(
          description: annotation.message, checkName: annotation.name,
          fingerprint: fingerprints.next(
            [annotation.name, annotation.file ?? "", annotation.message]),
          severity: Self.severity(annotation.level),
          location: Issue.Location(
            path: annotation.file.map(path) ?? place,
            lines: Issue.Lines(begin: annotation.line ?? 1)))
      })
  }

  /// What is about no file is shown at the folder.
  private var place: String { folder.isEmpty ? "." : String(folder.dropLast()) }

  var annotations: [Annotation] { AnnotationList(assessment, language).all }

  /// A sheet goes by the name of its workbook.
  func path(_ file: String) -> String {
    let sheet = file.hasSuffix("]") ? file.ranges(of: " [").last : nil
    return folder + (sheet.map { String(file[..<$0.lowerBound]) } ?? file)
  }

  private static func severity(_ level: Annotation.Level) -> String {
    switch level {
    case .error: "major"
    case .warning: "minor"
    case .notice: "info"
    }
  }

  private struct Issue: Encodable {
    let description: String
    let checkName: String
    let fingerprint: String
    let severity: String
    let location: Location

    private enum CodingKeys: String, CodingKey {
      case description, fingerprint, severity, location
      case checkName = "check_name"
    }

    struct Location: Encodable {
      let path: String
      let lines: Lines
    }

    struct Lines: Encodable {
      let begin: Int
    }
  }
}
