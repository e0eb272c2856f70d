import ArgumentParser
import Diagnostics
import Workshop

/// `tuanthu explain`: the page of a diagnostic code.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Giải thích một mã thông báo. Explains the code of a message.")

  @Argument(help: "Mã, ví dụ TT0201. A code, for example TT0201.")
  var topic: String?
  @Flag(help: "Liệt kê mọi mã. Lists all codes.")
  var list = false
  @Option(help: "vi | en")
  var lang: Language?

  func validate() throws {
    if topic == nil, !list { throw ValidationError("Thiếu mã hoặc --list. A code or --list.") }
  }

  /// Reads no workspace: what is wrong with it may be what is to be explained.
  func run() throws {
    let console = Console(language: lang ?? .vi)
    let pages = Page.all
    let renderer = PageRenderer(language: console.language)
    guard let topic, !list else { return console.print(renderer.list(pages), terminator: "") }
    guard let page = pages.first(where: { $0.code == topic.uppercased() }) else {
      throw console.stop(.unknownCode(topic, among: pages.map(\.code)), 64)
    }
    console.print(renderer.render(page), terminator: "")
  }
}
