import ArgumentParser
import Diagnostics

/// `tuanthu lint`: loads rule folders and says everything that is wrong with them.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Kiểm tra các tệp quy tắc. Checks rule files.")

  @Argument(help: "Thư mục quy tắc. Folders of rules; by default those of tuanthu.yaml.")
  var folders: [String] = []
  @Option(help: "vi | en")
  var lang: Language?

  func run() throws {
    let first = Console(language: lang ?? .vi)
    let workspace = try Workspace.find(first)
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    let folders = folders.isEmpty ? workspace?.rules ?? [] : folders
    guard !folders.isEmpty else { throw console.stop(.missingOption("DIR"), 64) }
    let rulebook = try RuleSource(console).load(folders)
    console.print(
      Text.loaded(rulebook.obligations.count, rulebook.directives.count).in(console.language))
  }
}
