import ArgumentParser
import Calendars
import Diagnostics
import Exports
import Foundation
import Rulebook
import Tables
import Workbooks
import Workshop

/// `tuanthu profile`: what stands in files, before any rule is asked.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Cho biết tệp số liệu chứa gì. Shows what files of data hold.",
    discussion: """
      Với mỗi tệp và trang tính: bảng mã, dấu phân cách, dòng tiêu đề, bảng số liệu khớp với tiêu đề; với mỗi \
      cột: dạng giá trị, tỷ lệ có giá trị, số giá trị khác nhau, giá trị hay gặp, ô không đọc được. Cột dữ \
      liệu cá nhân được che. Không có --rules (hoặc tuanthu.yaml) thì chỉ cho biết dạng giá trị.
      For each file and sheet: encoding, delimiter, headers, the dataset that they match; for each column: \
      forms of values, share filled, different values, frequent ones, cells that cannot be read. Personal \
      columns are hidden. Without --rules (or tuanthu.yaml) only forms are told.

      --cells in mọi ô của một tệp .xlsx hoặc .ods dưới dạng JSON: mỗi trang tính là một danh sách dòng.
      --cells prints every cell of an .xlsx or .ods file as JSON: each sheet is a list of rows.
      """)

  @Argument(help: "Tệp .csv, .xlsx, .ods, hoặc thư mục. Files, or folders of them.")
  var files: [String]
  @Option(help: "Thư mục quy tắc, có thể lặp lại. A folder of rules; may be repeated.")
  var rules: [String] = []
  @Option(help: "text | json")
  var format: PlainFormat = .text
  @Flag(help: "Hiện cả dữ liệu cá nhân. Shows personal values, too.")
  var showPersonal = false
  @Option(
    help: ArgumentHelp(
      """
      Viết exports.yaml để bắt đầu: tệp nào là bảng số liệu nào, tiêu đề nào là cột nào; '-' là in ra màn \
      hình. Writes an exports.yaml to start from; '-' is standard output.
      """, valueName: "exports.yaml"))
  var writeMap: String?
  @Flag(help: "In các ô của một tệp. Prints the cells of one file.")
  var cells = false
  @Option(help: "vi | en")
  var lang: Language?

  func validate() throws {
    if cells, files.count > 1 { throw ValidationError("--cells: một tệp; one file") }
  }

  func run() throws {
    if cells { return try printCells() }
    let workspace = try Workspace.find(Console(language: lang ?? .vi))
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    let folders = rules.isEmpty ? workspace?.rules ?? [] : rules
    if writeMap != nil, folders.isEmpty { throw console.stop(.missingOption("--rules"), 64) }
    if let writeMap, writeMap != "-", FileManager.default.fileExists(atPath: writeMap) {
      throw console.stop(.mapThere(writeMap), 2)
    }
    let rulebook = folders.isEmpty ? nil : try RuleSource(console).load(folders)
    let profiles = try profiles(rulebook, console)
    try writeMap.map { try write(ExportMapDraft(profiles), to: $0, console) }
    try console.finish(profiles.allSatisfy(\.isUnreadable) ? 2 : 0)
  }

  private func printCells() throws {
    let console = Console(language: lang ?? .vi)
    do throws(WorkbookError) {
      try CellsDump.write(path: files[0]) { console.print($0, terminator: "") }
    } catch {
      throw console.stop(error.diagnostic, 2)
    }
  }

  // MARK: - Profiles

  /// Reads the files, and prints each as soon as those before it are read.
  private func profiles(_ rulebook: Rulebook?, _ console: Console) throws -> [FileProfile] {
    let profiler = FileProfiler(
      datasets: rulebook?.datasets ?? [],
      knownUnits: Set(rulebook?.registry.units.map(\.code) ?? []),
      zone: rulebook?.calendar.zone ?? .utc, showsPersonal: showPersonal)
    let paths = files.flatMap(FileProfiler.files)
    let report = ProfileReport(language: console.language)
    let threads = ProcessInfo.processInfo.activeProcessorCount
    var profiles: [FileProfile] = []
    for start in stride(from: 0, to: paths.count, by: threads) {
      let some = paths[start..<min(start + threads, paths.count)]
      let read = sideBySide(some.count, threads: threads) { profiler.profile(some[start + $0]) }
      profiles += read
      guard format == .text, writeMap != "-" else { continue }
      for profile in read { console.print(report.render(profile)) }
    }
    if writeMap == "-" { return profiles }
    if format == .json { console.print(try ProfileList(profiles).json(), terminator: "") }
    if format == .text, profiles.count != 1 {
      console.print(report.summary(profiles), terminator: "")
    }
    return profiles
  }

  // MARK: - The map

  private func write(_ draft: ExportMapDraft, to path: String, _ console: Console) throws {
    let folder = path == "-" ? nil : URL(fileURLWithPath: path).deletingLastPathComponent().path
    let text = draft.text(folder: folder)
    if path == "-" { return console.print(text, terminator: "") }
    guard (try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)) != nil
    else { throw console.stop(.mapNotWritten(path), 2) }
    console.note(.written([path]))
  }
}

/// What can be wrong with `--write-map`. Codes TT0738 and TT0739.
extension Diagnostic {
  fileprivate static func mapThere(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0738",
      Text(vi: "--write-map: đã có tệp '\(path)'", en: "--write-map: '\(path)' is there already"),
      hint: Text(
        vi: "nêu tên khác rồi so sánh hai tệp, hoặc in ra màn hình: --write-map -",
        en: "give another name and compare the two, or print it: --write-map -"))
  }

  fileprivate static func mapNotWritten(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0739",
      Text(
        vi: "--write-map: không ghi được tệp '\(path)'",
        en: "--write-map: '\(path)' cannot be written"),
      hint: Text(
        vi: "nêu một tệp trong thư mục đã có và có quyền ghi",
        en: "name a file in a folder that is there and may be written to"))
  }
}
