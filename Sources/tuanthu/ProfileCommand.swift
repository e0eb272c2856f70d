import ArgumentParser
import Diagnostics
import Workbooks

/// `tuanthu profile`: what stands in a file, before any rule is asked.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Cho biết tệp bảng tính chứa gì. Shows what a workbook holds.",
    discussion: """
      --cells in mọi ô của tệp .xlsx hoặc .ods dưới dạng JSON: mỗi trang tính là một danh sách dòng.
      --cells prints every cell of an .xlsx or .ods file as JSON: each sheet is a list of rows.
      """)

  @Argument(help: "Tệp .xlsx hoặc .ods. A workbook.")
  var file: String
  @Flag(help: "In các ô. Prints the cells.")
  var cells = false
  @Option(help: "Ngôn ngữ của thông báo: vi, en. The language of messages.")
  var lang: Language = .vi

  func validate() throws {
    if !cells { throw ValidationError("Thêm --cells. Add --cells.") }
  }

  func run() throws {
    let console = Console(language: lang)
    do throws(WorkbookError) {
      try CellsDump.write(path: file) { console.print($0, terminator: "") }
    } catch {
      throw console.stop(error.diagnostic, 2)
    }
  }
}
