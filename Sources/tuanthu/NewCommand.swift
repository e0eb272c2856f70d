import ArgumentParser
import Diagnostics
import Foundation
import Workshop

/// `tuanthu new`: writes the beginnings of rule files.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Tạo khung văn bản, yêu cầu, bảng số liệu. Writes stubs to be filled in.")

  @Argument(help: "directive | obligation | dataset")
  var kind: Stub.Kind
  @Argument(help: "Mã; của yêu cầu là VĂN-BẢN/YÊU-CẦU. The id; DIRECTIVE/ID of an obligation.")
  var id: String
  @Option(name: .customLong("in"), help: "Thư mục quy tắc. The folder of rules.")
  var folder = "rules"
  @Option(help: "vi | en")
  var lang: Language?

  func run() throws {
    let workspace = try Workspace.find(Console(language: lang ?? .vi))
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    let here = FileManager.default.currentDirectoryPath
    var ignored: [Diagnostic] = []
    var stub = Stub(in: folder, YAMLFiles.files([folder], shownFrom: here, &ignored))
    if let diagnostic = try stub.write(kind, id) { throw console.stop(diagnostic, 2) }
    console.print(Text.stubWritten(stub.written, in: folder).in(console.language))
  }
}

extension Stub.Kind: ExpressibleByArgument {}
