import ArgumentParser
import Diagnostics
import Foundation
import Rulebook
import Workshop

/// `tuanthu test`: runs the cases beside rules, and says what no case tries out.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Chạy các trường hợp kiểm thử quy tắc. Runs the cases beside rules.",
    discussion: """
      Trường hợp kiểm thử nằm trong cases.yaml cạnh tệp quy tắc.
      Cases are in cases.yaml beside the rule files.
      """)

  @Argument(help: "Thư mục quy tắc. Folders of rules; by default those of tuanthu.yaml.")
  var folders: [String] = []
  @Flag(help: "Nêu cả những gì đã đúng. Name what passes, too.")
  var verbose = false
  @Flag(
    help: "Nêu kết quả và nhánh chưa có trường hợp nào. Show outcomes and branches without a case.")
  var coverage = false
  @Flag(
    help: "Mã thoát 1 khi còn kết quả hoặc nhánh chưa có trường hợp. Exit 1 when any lacks a case.")
  var requireCoverage = false
  @Option(help: "vi | en")
  var lang: Language?

  func run() throws {
    let first = Console(language: lang ?? .vi)
    let workspace = try Workspace.find(first)
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    let folders = folders.isEmpty ? workspace?.rules ?? [] : folders
    guard !folders.isEmpty else { throw console.stop(.missingOption("DIR"), 64) }
    let rulebook = try RuleSource(console).load(folders, options: .everyObligation)
    let cases = try cases(folders, rulebook, console)
    let results = cases.rules.map(CaseResult.init)
    let report = TestReport(
      results, cases.indexes.map(IndexCaseResult.init), ObligationCoverage.all(rulebook, results),
      language: console.language)
    console.print(report.render(verbose: verbose, showsCoverage: coverage || requireCoverage))
    let isShort = requireCoverage && !report.isCovered
    try console.finish(report.failures > 0 || isShort ? 1 : 0)
  }

  private func cases(
    _ folders: [String], _ rulebook: Rulebook, _ console: Console
  ) throws -> CaseLoader.Cases {
    let here = FileManager.default.currentDirectoryPath
    let (sources, unread) = RulebookLoader.caseFiles(folders: folders, shownFrom: here)
    let (cases, found) = CaseLoader.load(sources, rulebook)
    let diagnostics = unread + found
    console.show(diagnostics)
    guard !diagnostics.hasErrors else { throw ExitCode(2) }
    return cases
  }
}
