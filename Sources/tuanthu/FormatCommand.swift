import ArgumentParser
import Diagnostics
import Foundation
import Workshop

/// `tuanthu fmt`: tidies the white space of YAML files.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Sắp xếp khoảng trắng, xuống dòng của tệp YAML. Tidies the white space of YAML files."
  )

  @Argument(help: "Tệp, thư mục. Files and folders; by default the rules of tuanthu.yaml.")
  var paths: [String] = []
  @Flag(help: "Chỉ cho biết tệp nào sẽ đổi. Only says what would change; exit code 1 if anything.")
  var check = false
  @Option(help: "vi | en")
  var lang: Language?

  func run() throws {
    let workspace = try Workspace.find(Console(language: lang ?? .vi))
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    let paths = paths.isEmpty ? workspace?.rules ?? [] : paths
    guard !paths.isEmpty else { throw console.stop(.missingOption("FILE|DIR"), 64) }
    var diagnostics: [Diagnostic] = []
    let here = FileManager.default.currentDirectoryPath
    let files = YAMLFiles.files(paths, shownFrom: here, &diagnostics)
    var changed = 0
    for file in files {
      let (tidied, found) = Formatter.format(file.source)
      diagnostics += found
      guard let tidied, tidied.bytes != file.source.bytes else { continue }
      changed += 1
      console.print(file.source.path)
      if check {
        let diff = FormatDiff(file.source, tidied)
        console.print(diff.text(in: console.language), terminator: "")
      } else {
        try Data(tidied.bytes).write(to: file.url)
      }
    }
    console.show(diagnostics)
    console.print(summary(changed, files.count).in(console.language))
    try console.finish(diagnostics.hasErrors ? 2 : check && changed > 0 ? 1 : 0)
  }

  private func summary(_ changed: Int, _ all: Int) -> Text {
    if changed == 0 { return .allTidy(all) }
    return check ? .untidy(changed, of: all) : .tidied(changed, of: all)
  }
}
