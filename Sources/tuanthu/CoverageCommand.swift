import ArgumentParser
import Diagnostics
import Foundation
import Rulebook
import Workshop

/// `tuanthu coverage`: which articles the rules check, and which they do not and why.
struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract:
      "Bảng điều khoản được kiểm tra và không được kiểm tra. Which articles are checked, and which not.",
    discussion: """
      Đọc articles.yaml trong thư mục quy tắc. Mã thoát: 0; 1 khi tệp ở --check không còn đúng; 2 bảng hoặc quy \
      tắc sai; 64 sai cú pháp lệnh.
      Reads articles.yaml in the folder of rules. Exit codes: 0; 1 when the file of --check is out of date; 2 \
      the table or the rules are wrong; 64 usage.
      """)

  @Argument(help: "Thư mục quy tắc có articles.yaml. The folder of rules that holds articles.yaml.")
  var folder: String
  @Option(help: "Ghi bảng vào tệp này. The file to write; without it the table is printed.")
  var out: String?
  @Option(help: "So với tệp này, không ghi. Compares with this file and writes nothing.")
  var check: String?
  @Option(help: "vi | en")
  var lang: Language?

  func run() throws {
    let workspace = try Workspace.find(Console(language: lang ?? .vi))
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    let page = ArticlePage(try table(console), language: console.language).text
    if let check {
      guard FileManager.default.contents(atPath: check) == Data(page.utf8) else {
        throw console.stop(.staleTable(check), 1)
      }
    } else if let out {
      guard (try? Data(page.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)) != nil
      else { throw console.stop(.tableNotWritten(out), 2) }
    } else {
      console.print(page, terminator: "")
    }
  }

  private func table(_ console: Console) throws -> ArticleTable {
    let rulebook = try RuleSource(console).load([folder], options: .everyObligation)
    let path = folder + "/articles.yaml"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw console.stop(.noArticles(path), 2)
    }
    let (instruments, found) = ArticleReader.read(SourceText(path: path, bytes: Array(data)))
    let table = ArticleTable(instruments, rulebook)
    let diagnostics = found.hasErrors ? found : found + table.mistakes
    console.show(diagnostics)
    guard !diagnostics.hasErrors else { throw ExitCode(2) }
    return table
  }
}
