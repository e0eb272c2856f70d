import ArgumentParser
import Assessment
import Diagnostics
import Foundation
import Rulebook

/// Reads the assessments of earlier runs.
struct PriorFiles {
  private let console: Console

  /// What was read, and from which files.
  struct Read {
    var assessments: [Assessment] = []
    var inputs: [Manifest.Input] = []
  }

  /// A reader that shows its diagnostics on `console`.
  init(_ console: Console) { self.console = console }

  /// The assessments in some files.
  /// - Throws: exit code 2 when one cannot be read; all that cannot are shown first.
  func read(_ paths: [String]) throws -> Read {
    var read = Read()
    var diagnostics: [Diagnostic] = []
    for path in paths { self.read(path, into: &read, &diagnostics) }
    console.show(diagnostics)
    if diagnostics.hasErrors { throw ExitCode(2) }
    return read
  }

  private func read(_ path: String, into read: inout Read, _ diagnostics: inout [Diagnostic]) {
    do throws(AssessmentFile.Refusal) {
      let file = try AssessmentFile(path)
      let source = SourceFile(SourceText(path: path, bytes: Array(file.data)))
      read.assessments.append(file.assessment)
      read.inputs.append(
        Manifest.Input(
          role: "prior", path: path, sha256: source.sha256, snapshot: nil, records: nil))
    } catch {
      diagnostics.append(Self.diagnostic(error, path))
    }
  }

  private static func diagnostic(_ refusal: AssessmentFile.Refusal, _ path: String) -> Diagnostic {
    switch refusal {
    case .notReadable: .priorNotReadable(path)
    case .noAssessment: .priorNoAssessment(path)
    case .otherSchema(let schema): .priorSchema(path, schema, wanted: Assessment.currentSchema)
    }
  }
}
