import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLTree

/// What an agency copies from `examples/agency-ci` works: the commands are taken out of the files and run.
@Suite("Agency CI")
struct AgencyCITests {
  private static let example = Places.root.appending(path: "examples/agency-ci")
  private static let secret = "export TUANTHU_REDACT_KEY=b5f0c1d39f7e4a6cb0a8e2d1347f9650; "

  @Test(arguments: ["github-actions.yml", "gitlab-ci.yml"])
  func passesGoodExports(_ file: String) throws {
    let folder = try Self.folder(done: "08/09/2025")
    defer { try? FileManager.default.removeItem(at: folder) }
    for command in try Self.commands(file) {
      let output = try Tool.shell(command + "; echo exit $?", in: folder)
      #expect(output.hasSuffix("exit 0\n"), "\(output)")
    }
    let assessment = try String(
      contentsOf: folder.appending(path: "ket-qua/assessment.json"), encoding: .utf8)
    #expect(assessment.contains("\"role\" : \"lock\"") && !assessment.contains("1.000002"))
  }

  @Test(arguments: ["github-actions.yml", "gitlab-ci.yml"])
  func saysWhatIsFoundBesideItsLine(_ file: String) throws {
    let folder = try Self.folder(done: "12/09/2025")
    defer { try? FileManager.default.removeItem(at: folder) }
    let command = try #require(try Self.commands(file).last)
    let output = try Tool.shell(command + "; echo exit $?", in: folder)
    #expect(output.hasSuffix("exit 1\n"), "\(output)")
    let quality = folder.appending(path: "gl-code-quality-report.json")
    let report = (try? String(contentsOf: quality, encoding: .utf8)) ?? output
    #expect(report.contains("exports/2025-09/procedures.csv") && report.contains("k-"))
    #expect(!report.contains("1.000002"))
    #expect(file != "gitlab-ci.yml" || report.contains("\"begin\" : 3"))
    #expect(file != "github-actions.yml" || report.contains("procedures.csv,line=3,"))
  }

  @Test(arguments: ["github-actions.yml", "gitlab-ci.yml"])
  func refusesOtherRules(_ file: String) throws {
    let folder = try Self.folder(done: "08/09/2025")
    defer { try? FileManager.default.removeItem(at: folder) }
    let rules = folder.appending(path: "rules/units.yaml")
    let text = try String(contentsOf: rules, encoding: .utf8)
    try (text + "# Sửa.\n").write(to: rules, atomically: true, encoding: .utf8)
    for command in try Self.commands(file) {
      let output = try Tool.shell(command + "; echo exit $?", in: folder)
      #expect(output.hasSuffix("exit 2\n") && output.contains("[TT0732]"), "\(output)")
    }
  }

  /// The hook runs as git runs it.
  @Test func hookLooksAtEveryCommit() throws {
    let folder = try Self.folder(done: "08/09/2025")
    defer { try? FileManager.default.removeItem(at: folder) }
    let hook = try String(contentsOf: Self.example.appending(path: "pre-commit"), encoding: .utf8)
    try hook.write(
      to: folder.appending(path: "hook"), atomically: true, encoding: .utf8)
    let commit = "git -c user.name=a -c user.email=a@example.org commit -q -m số-liệu"
    let first = try Tool.shell(
      "git init -q . && cp hook .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit && "
        + "git add exports rules tuanthu.* && \(commit); echo exit $?", in: folder)
    #expect(first.hasSuffix("exit 0\n"), "\(first)")
    let second = try Tool.shell(
      "echo '# x' >> rules/units.yaml; git add -u; \(commit); echo exit $?", in: folder)
    #expect(second.hasSuffix("exit 1\n") && second.contains("[TT0732]"), "\(second)")
    let third = try Tool.shell(
      "git reset -q; echo a > note.txt; git add note.txt; \(commit); echo exit $?", in: folder)
    #expect(third == "exit 0\n", "\(third)")
  }

  // MARK: - What is run

  /// The commands of `run:` and `script:`, with the variables that the file sets.
  private static func commands(_ file: String) throws -> [String] {
    let bytes = Array(try Data(contentsOf: example.appending(path: file)))
    let root = try #require(YAMLParser.parse(SourceText(path: file, bytes: bytes)).0)
    var commands: [String] = []
    var variables: [String] = []
    collect(root, &commands, &variables)
    #expect(commands.count == 2 && variables.count == 3)
    let exports = variables.map { "export \($0); " }.joined() + secret
    return commands.map { exports + $0 }
  }

  private static func collect(
    _ node: Node, _ commands: inout [String], _ variables: inout [String]
  ) {
    for entry in node.entries ?? [] {
      switch entry.key.text {
      case "run": commands += [entry.value.scalar?.text].compactMap(\.self)
      case "script": commands += (entry.value.items ?? []).compactMap { $0.scalar?.text }
      case "env", "variables":
        variables += (entry.value.entries ?? []).filter { $0.key.text != "TUANTHU_REDACT_KEY" }
          .compactMap { variable in variable.value.scalar.map { "\(variable.key.text)=\($0.text)" }
          }
      default: collect(entry.value, &commands, &variables)
      }
    }
    for item in node.items ?? [] { collect(item, &commands, &variables) }
  }

  /// An agency's repository as the README says: rules, lock, workspace and the export of a unit.
  private static func folder(done: String) throws -> URL {
    let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "cases")
    var files = try Case(cases.appending(path: "base.yaml")).files
    let readme = try String(contentsOf: example.appending(path: "README.md"), encoding: .utf8)
    let workspace = try #require(readme.firstMatch(of: /```yaml\n(?<text>[^`]*)```/)?.text)
    files["tuanthu.yaml"] = String(workspace)
    files["exports/2025-09/procedures.csv"] = """
      Mã thủ tục,Đơn vị,Ngày ký,Ngày nhập
      1.000001,H26.01,01/09/2025,05/09/2025
      1.000002,H26.01,03/09/2025,\(done)

      """
    let folder = try Tool.folder(files.mapValues { Data($0.utf8) })
    let locked = try Tool.run(["lock", "--rules", "rules"], in: folder)
    #expect(locked.code == 0)
    return folder
  }
}
