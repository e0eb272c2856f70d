import ArgumentParser
import CScan

/// The command line: arguments, files, exit codes; no logic.
@main
struct Tuanthu: ParsableCommand {
  /// The version, which goes into every manifest.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "tuanthu",
    abstract: "Đối chiếu dữ liệu của các đơn vị với quy định. Checks exports against directives.",
    discussion: """
      Mã thoát: 0 không có vi phạm từ mức --fail-on; 1 có vi phạm, thiếu hoặc không đọc được dữ liệu; \
      2 không đánh giá được (quy tắc sai, không có dữ liệu, không ràng buộc đơn vị nào); 64 sai cú pháp lệnh.
      Exit codes: 0 nothing at or above --fail-on; 1 violations, or missing and unreadable exports; \
      2 no assessment could be made; 64 usage.
      """,
    version: version,
    subcommands: [
      CheckCommand.self, ScoreCommand.self, ReportCommand.self, TotalsCommand.self,
      PlanCommand.self, LintCommand.self, TestCommand.self, CoverageCommand.self,
      LockCommand.self, ProfileCommand.self, ExplainCommand.self, WhatIfCommand.self,
      EvalCommand.self, FormatCommand.self, SchemaCommand.self, NewCommand.self,
    ])

  static func main() {
    cmemory_give_back()
    main(nil)
  }
}
