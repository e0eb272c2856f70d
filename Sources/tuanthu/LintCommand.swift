import ArgumentParser
import Diagnostics
import Foundation
import Reports
import Rulebook
import Workshop

/// `tuanthu lint`: loads rule folders and says everything that is wrong with them.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Kiểm tra các tệp quy tắc. Checks rule files.",
    discussion: """
      Mã thoát: 0 không có lỗi; 1 có cảnh báo và có --strict; 2 quy tắc sai; 64 sai cú pháp lệnh.
      Exit codes: 0 no errors; 1 warnings, with --strict; 2 the rules are wrong; 64 usage.
      """)

  @Argument(help: "Thư mục quy tắc. Folders of rules; by default those of tuanthu.yaml.")
  var folders: [String] = []
  @Option(help: "text | json | github | sarif")
  var format: DiagnosticFormat = .text
  @Flag(help: "Có cảnh báo thì mã thoát là 1. Warnings exit with 1.")
  var strict = false
  @Option(help: "vi | en")
  var lang: Language?

  func run() throws {
    let first = Console(language: lang ?? .vi)
    let workspace = try Workspace.find(first)
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    let folders = folders.isEmpty ? workspace?.rules ?? [] : folders
    guard !folders.isEmpty else { throw console.stop(.missingOption("DIR"), 64) }
    let (rulebook, loading) = RuleSource.read(folders)
    let findings = rulebook.map { Linter.findings(in: $0, besides: loading) } ?? loading
    try show(findings, console)
    guard let rulebook, !findings.hasErrors else { throw ExitCode(2) }
    if format == .text { summarise(rulebook, findings, console) }
    try console.finish(strict && findings.contains { $0.severity == .warning } ? 1 : 0)
  }

  /// Text stands on standard error, as all remarks do; what machines read, on standard output.
  private func show(_ findings: [Diagnostic], _ console: Console) throws {
    guard format != .text else { return console.show(findings) }
    let writer = DiagnosticWriter(format, language: console.language, version: Tuanthu.version)
    console.print(try writer.write(findings), terminator: "")
  }

  private func summarise(_ rulebook: Rulebook, _ findings: [Diagnostic], _ console: Console) {
    let text = Text.loaded(
      rulebook.obligations.count, rulebook.directives.count, warnings: findings.count)
    console.print(text.in(console.language))
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}
