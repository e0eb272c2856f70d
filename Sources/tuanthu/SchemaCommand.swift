import ArgumentParser
import Diagnostics
import Foundation
import Reports
import Workshop

/// `tuanthu schema`: JSON Schemas of YAML files, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Viết JSON Schema cho trình soạn thảo. Writes JSON Schemas for editors.")

  @Argument(
    help: """
      rules | cases | exports | workspace (tệp YAML; mặc định cả bốn); assessment (assessment.json). YAML \
      files, all four by default; or assessment.json.
      """)
  var kind: SchemaName?
  @Option(help: "Thư mục ghi. The folder to write to; without it the schema of KIND is printed.")
  var out: String?
  @Option(help: "vi | en")
  var lang: Language?

  func run() throws {
    let workspace = try Workspace.find(Console(language: lang ?? .vi))
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    guard let out else {
      guard let kind else { throw console.stop(.missingOption("--out"), 64) }
      return console.print(try kind.text(), terminator: "")
    }
    let folder = URL(fileURLWithPath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let names = kind.map { [$0] } ?? FileKind.allCases.map(SchemaName.yaml)
    for name in names {
      try Data(try name.text().utf8).write(to: folder.appending(path: name.file))
    }
    let kinds = names.compactMap(\.yaml)
    if kinds.isEmpty { return console.note(.written(names.map { "\(out)/\($0.file)" })) }
    console.print(Text.schemasWritten(kinds, in: out).in(console.language))
  }
}

/// What there is a schema of.
enum SchemaName: ExpressibleByArgument {
  /// YAML files of a kind, for editors.
  case yaml(FileKind)
  /// What `check` writes as JSON.
  case assessment

  init?(argument: String) {
    guard argument != "assessment" else {
      self = .assessment
      return
    }
    guard let kind = FileKind(rawValue: argument) else { return nil }
    self = .yaml(kind)
  }

  static var allValueStrings: [String] { FileKind.allCases.map(\.rawValue) + ["assessment"] }

  /// The kind of YAML files, if it is one.
  var yaml: FileKind? { if case .yaml(let kind) = self { kind } else { nil } }

  /// The name of the schema's file.
  var file: String { yaml?.schemaName ?? AssessmentSchema.name }

  /// The schema.
  func text() throws -> String { try yaml?.schema() ?? AssessmentSchema.text }
}
