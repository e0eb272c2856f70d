import Foundation
import TestSupport
import Testing

@testable import Workshop

/// What other tools make of the schemas: Python's `jsonschema`, where it is installed.
@Suite("Schemas")
struct SchemaTests {
  @Test("good files are valid, those with unknown keys and words are not")
  func validation() throws {
    let rules = Places.root.appending(path: "Tests/RulebookTests")
    let good =
      files("rules") + files("examples")
      + files("Tests/WorkshopTests/language") + files("Tests/RulebookTests/good")
      + files("Tests/RulebookTests/base")
    let broken = files("Tests/RulebookTests/broken").filter { file in
      let golden = file.deletingPathExtension().appendingPathExtension("golden")
      let text = (try? String(contentsOf: golden, encoding: .utf8)) ?? ""
      return text.contains("TT0111") || text.contains("TT0116")
    }
    #expect(good.count > 10 && broken.count > 3, "\(rules.path)")
    guard let results = try validate(good + broken) else {
      print("SKIPPED: no Python with jsonschema and yaml (make oracle installs them)")
      return
    }
    #expect(results.count == good.count + broken.count)
    for file in good { #expect(results[file.path]?.hasPrefix("valid") == true, "\(results)") }
    for file in broken { #expect(results[file.path]?.hasPrefix("invalid") == true, "\(file)") }
  }

  private func files(_ folder: String) -> [URL] {
    let root = Places.root.appending(path: folder).path
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("articles.yaml") }.sorted().map {
      URL(fileURLWithPath: root + "/" + $0)
    }
  }

  private func kind(of file: URL) -> FileKind {
    switch file.lastPathComponent {
    case "exports.yaml": .exports
    case "tuanthu.yaml": .workspace
    case "cases.yaml": .cases
    case let name where name.hasSuffix(".cases.yaml"): .cases
    default: .rules
    }
  }

  /// What is said of each file, by path; `nil` where nobody can say it.
  private func validate(_ files: [URL]) throws -> [String: String]? {
    let schemas = try FileKind.allCases.map { ($0.schemaName, Data(try $0.schema().utf8)) }
    let lines = files.map { "\(kind(of: $0).schemaName)\t\($0.path)\n" }.joined()
    let folder = try Tool.folder(
      Dictionary(schemas + [("list", Data(lines.utf8))]) { first, _ in first })
    defer { try? FileManager.default.removeItem(at: folder) }
    guard let python = try python(in: folder) else { return nil }
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "schema/validate.py")
    let text = try run(python + [script.path], in: folder)
    let pairs = text.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return (parts.count > 1 ? parts[1] : "", String(line))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// The command of a Python that has what is needed: the one of `make oracle`, or any.
  private func python(in folder: URL) throws -> [String]? {
    let own = Places.root.path + "/.venv/bin/python3"
    let candidates = [[own], ["/usr/bin/env", "python3"]]
    return try candidates.filter { FileManager.default.isExecutableFile(atPath: $0[0]) }.first {
      try run($0 + ["-c", "import jsonschema, yaml; print('yes')"], in: folder) == "yes\n"
    }
  }

  private func run(_ command: [String], in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = folder
    process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "list"))
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
