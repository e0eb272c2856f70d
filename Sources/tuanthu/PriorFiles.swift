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
    guard let data = FileManager.default.contents(atPath: path) else {
      return diagnostics.append(.priorNotReadable(path))
    }
    guard let assessment = try? Assessment.read(json: data) else {
      return diagnostics.append(Self.refusal(of: path, data))
    }
    let source = SourceFile(SourceText(path: path, bytes: Array(data)))
    read.assessments.append(assessment)
    read.inputs.append(
      Manifest.Input(
        role: "prior", path: path, sha256: source.sha256, snapshot: nil, records: nil))
  }

  private static func refusal(of path: String, _ data: Data) -> Diagnostic {
    let wanted = Assessment.currentSchema
    let family = wanted.prefix { $0 != "/" } + "/"
    guard let schema = Assessment.schema(of: data), schema.hasPrefix(family), schema != wanted
    else { return .priorNoAssessment(path) }
    return .priorSchema(path, schema, wanted: wanted)
  }
}
