import ArgumentParser
import Diagnostics
import Foundation
import Rulebook

/// `tuanthu lock`: writes down which rules, registry and calendar these are.
struct LockCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: "Khóa bộ quy tắc bằng mã băm. Locks rules by their hashes.",
    discussion: """
      Thành phố gửi tệp khóa cho các cơ quan; 'tuanthu check --lock tuanthu.lock' từ chối chạy khi quy tắc, \
      danh mục hoặc lịch không còn đúng như đã khóa.
      The city sends the lock to its agencies; 'tuanthu check --lock tuanthu.lock' refuses to run when rules, \
      registry or calendar are not those that were locked.
      """)

  @Option(help: "Thư mục quy tắc, có thể lặp lại. A folder of rules; may be repeated.")
  var rules: [String] = []
  @Option(
    name: .shortAndLong,
    help: "Tệp khóa; '-' là in ra màn hình. The lock; '-' is standard output.")
  var output = "tuanthu.lock"
  @Option(help: "vi | en")
  var lang: Language?

  func run() throws {
    let workspace = try Workspace.find(Console(language: lang ?? .vi))
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    let folders = rules.isEmpty ? workspace?.rules ?? [] : rules
    guard !folders.isEmpty else { throw console.stop(.missingOption("--rules"), 64) }
    _ = try RuleSource(console).load(folders, options: .everyObligation)
    try write(folders, console)
  }

  /// Only rules that load are locked.
  private func write(_ folders: [String], _ console: Console) throws {
    let (sources, _) = RuleSource.files(folders)
    let lock = RuleLock(
      sources, folders: folders, shownFrom: FileManager.default.currentDirectoryPath)
    if output == "-" { return console.print(lock.text, terminator: "") }
    guard
      (try? Data(lock.text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)) != nil
    else { throw console.stop(.lockNotWritten(output), 2) }
    console.note(.locked(lock.entries.count, output))
  }
}

extension Text {
  fileprivate static func locked(_ count: Int, _ path: String) -> Text {
    Text(
      vi: "Đã khóa \(count) tệp quy tắc vào \(path)",
      en: "Locked \(count) rule file\(count == 1 ? "" : "s") in \(path)")
  }
}
