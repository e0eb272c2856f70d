import ArgumentParser
import Diagnostics
import Foundation
import Workshop

/// `tuanthu schema`: JSON Schemas of YAML files, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Viết JSON Schema cho trình soạn thảo. Writes JSON Schemas for editors.")

  @Argument(help: "rules | cases | exports | workspace; mặc định tất cả. All by default.")
  var kind: FileKind?
  @Option(help: "Thư mục ghi. The folder to write to; without it the schema of KIND is printed.")
  var out: String?
  @Option(help: "vi | en")
  var lang: Language?

  func run() throws {
    let workspace = try Workspace.find(Console(language: lang ?? .vi))
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    guard let out else {
      guard let kind else { throw console.stop(.missingOption("--out"), 64) }
      return console.print(try kind.schema(), terminator: "")
    }
    let folder = URL(fileURLWithPath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let kinds = kind.map { [$0] } ?? FileKind.allCases
    for kind in kinds {
      try Data(try kind.schema().utf8).write(to: folder.appending(path: kind.schemaName))
    }
    console.print(Text.schemasWritten(kinds, in: out).in(console.language))
  }
}

extension FileKind: ExpressibleByArgument {}
