import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLTree

/// Every `cases/*.yaml` is a folder of files and a command; its golden file is what came out.
///
/// A case holds `files:` (path to text, added to those of `cases/base.yaml`), `without:` (paths to
/// leave out), `run:` (arguments), `environment:`, and `show:` (paths of files that it writes). Adding one
/// needs no Swift.
@Suite("Commands")
struct CaseTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "cases")

  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") && $0 != "base.yaml" }.sorted()
  }

  @Test(arguments: names)
  func givesWhatItsGoldenFileSays(name: String) throws {
    let base = try Case(Self.folder.appending(path: "base.yaml"))
    let own = try Case(Self.folder.appending(path: name))
    var files = base.files.merging(own.files) { _, new in new }
    for path in own.without { files[path] = nil }
    let folder = try Tool.folder(files.mapValues { Data($0.utf8) })
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Tool.run(own.arguments, in: folder, environment: own.environment)
    let written = try own.shown.map { path in
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      return "--- \(path)\n" + (path.hasSuffix(".html") ? PageText.readable(text) : text)
    }
    let text = """
      exit code \(result.code)
      --- standard output
      \(Self.stable(result.output, folder))--- standard error
      \(Self.stable(result.complaints, folder))
      """ + written.joined()
    Golden.expect(text, matches: "cases/" + name.replacing(".yaml", with: ".golden"))
  }

  /// Without what differs from run to run: the temporary folder.
  private static func stable(_ text: String, _ folder: URL) -> String {
    text.replacing(folder.path, with: "FOLDER")
  }
}

/// A folder of files and a command.
struct Case {
  var files: [String: String] = [:]
  var without: [String] = []
  var arguments: [String] = []
  var shown: [String] = []
  var environment: [String: String] = [:]

  init(_ path: URL) throws {
    let source = SourceText(path: path.lastPathComponent, bytes: Array(try Data(contentsOf: path)))
    let parsed = YAMLParser.parse(source)
    let root = try #require(parsed.root)
    for entry in root.entries ?? [] {
      switch entry.key.text {
      case "files":
        for file in entry.value.entries ?? [] {
          files[file.key.text] = file.value.scalar?.text ?? ""
        }
      case "environment":
        for variable in entry.value.entries ?? [] {
          environment[variable.key.text] = variable.value.scalar?.text ?? ""
        }
      case "without": without = Self.texts(entry.value)
      case "run": arguments = Self.texts(entry.value)
      case "show": shown = Self.texts(entry.value)
      default: break
      }
    }
  }

  private static func texts(_ node: Node) -> [String] {
    (node.items ?? []).compactMap { $0.scalar?.text }
  }
}
