import ArgumentParser
import Diagnostics
import Foundation
import Reports
import Tables

/// A format by its name.
struct FormatName: ExpressibleByArgument {
  let format: ReportFormat

  init?(argument: String) {
    guard let format = ReportFormat(named: argument) else { return nil }
    self.format = format
  }

  static var allValueStrings: [String] { ReportFormat.all.map(\.name) }
}

/// The formats and files of reports.
struct ReportOptions: ParsableArguments {
  @Option(
    help: """
      Dạng báo cáo in ra; github và gitlab là chú thích cạnh dòng của tệp. The report that is printed; \
      github and gitlab are annotations beside lines.
      """)
  var format: FormatName?
  @Option(
    name: .short,
    help: ArgumentHelp(
      """
      Ghi thêm báo cáo vào tệp này, dạng theo phần mở rộng hoặc ghi trước tên tệp; lặp lại được. Writes \
      a report into this file too, its format told by its ending or named before it; may be repeated: \
      -o report.html -o gitlab=quality.json
      """, valueName: "[format=]file"))
  var outputs: [String] = []

  /// The format of what is printed.
  var printed: ReportFormat { format?.format ?? .text }

  /// The files of `-o`.
  /// - Throws: exit code 64 for a format that is none or a file named twice, 2 where one cannot be written.
  func targets(_ console: Console) throws -> [ReportTarget] {
    try Self.check(printed, console)
    return try outputs.reduce(into: []) { targets, text in
      let target = try ReportTarget(text, console)
      if targets.contains(where: { $0.file.isSame(as: target.file) }) {
        throw console.stop(.outputTwice(target.file.name), 64)
      }
      targets.append(target)
    }
  }

  /// Prints the report; a text as wide as the terminal and in its colours.
  /// - Throws: exit code 2 when it cannot be made.
  func print(_ content: ReportContent, _ console: Console) throws {
    guard printed.name != ReportFormat.text.name else {
      let report = TextReport(
        content.assessment, language: content.language, colour: console.colour,
        width: console.width)
      return console.print(report.render())
    }
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let file = try ReportFile(path: path)
      try printed.write(content, file)
      try file.close()
      console.print(try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe))
    } catch {
      throw console.stop(.notWritten("--format " + printed.name, error), 2)
    }
  }

  /// - Throws: exit code 2 where this machine lacks what a format needs.
  fileprivate static func check(_ format: ReportFormat, _ console: Console) throws {
    do {
      try format.check()
    } catch {
      throw console.stop(.notWritten(format.name, error), 2)
    }
  }
}

/// A file that a report is written into, as `-o` names it.
struct ReportTarget {
  let format: ReportFormat
  let file: PlacedFile

  /// - Parameter text: `[format=]file`.
  /// - Throws: exit code 64 for a format that is none, 2 where the file cannot be written.
  init(_ text: String, _ console: Console) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let named = parts.count > 1 ? ReportFormat(named: String(parts[0])) : nil
    let name = named == nil ? text : String(parts[1])
    guard let format = named ?? ReportFormat(ofFile: name) else {
      throw console.stop(.noFormat(text), 64)
    }
    try self.init(format, name, console)
  }

  /// - Throws: exit code 2 where the file cannot be written.
  init(_ format: ReportFormat, _ name: String, _ console: Console) throws {
    try ReportOptions.check(format, console)
    guard let file = PlacedFile(name) else { throw console.stop(.outputNotWritten(name), 2) }
    (self.format, self.file) = (format, file)
  }

  /// Writes reports on several cores, then says where they are.
  /// - Throws: exit code 2 when one cannot be written; the others are written all the same.
  static func write(
    _ targets: [ReportTarget], _ content: ReportContent, _ console: Console
  ) throws {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let failures = sideBySide(targets.count, threads: cores) { targets[$0].failure(content) }
    for failure in failures.compactMap(\.self) { console.show([failure], isLast: false) }
    let written = zip(targets, failures).filter { $0.1 == nil }.map(\.0.file.name)
    if !written.isEmpty { console.note(.written(written)) }
    if written.count < targets.count { throw ExitCode(2) }
  }

  /// Writes the file, and gives what is in the way of that.
  private func failure(_ content: ReportContent) -> Diagnostic? {
    do {
      try file.write { try format.write(content, $0) }
      return nil
    } catch {
      return .notWritten(file.name, error)
    }
  }
}

/// What can be wrong with `-o`. Codes TT0850 to TT0854.
extension Diagnostic {
  fileprivate static func noFormat(_ text: String) -> Diagnostic {
    let endings = ReportFormat.all.flatMap(\.endings).joined(separator: ", ")
    let names = ReportFormat.all.map(\.name).joined(separator: ", ")
    return Diagnostic(
      "TT0850",
      Text(
        vi: "-o: tên tệp '\(text)' không cho biết dạng báo cáo",
        en: "-o: the name '\(text)' does not tell the format"),
      hint: Text(
        vi: "đặt phần mở rộng \(endings), hoặc ghi dạng trước tên tệp: gitlab=\(text) (\(names))",
        en: "end it with \(endings), or put the format before it: gitlab=\(text) (\(names))"))
  }

  fileprivate static func outputNotWritten(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0851",
      Text(
        vi: "không ghi được báo cáo '\(path)'", en: "the report '\(path)' cannot be written"),
      hint: Text(
        vi: "nêu một tệp trong thư mục đã có, có quyền ghi và còn chỗ trống",
        en: "name a file in a folder that is there, may be written to and has space left"))
  }

  /// A report that could not be made or written, for the reason that an error tells.
  fileprivate static func notWritten(_ name: String, _ error: any Error) -> Diagnostic {
    switch error as? PDFFailure {
    case .noBrowser: .noBrowser
    case .browserFailed(let words): .browserFailed(words)
    case nil: .outputNotWritten(name)
    }
  }

  private static let noBrowser = Diagnostic(
    "TT0853",
    Text(
      vi: "không tìm thấy trình duyệt Chromium để in PDF",
      en: "no Chromium is found on this machine to print a PDF with"),
    hint: Text(
      vi:
        "cài chromium (Debian: apt install chromium), nêu đường dẫn trong TUANTHU_CHROMIUM, hoặc ghi HTML rồi in từ trình duyệt",
      en:
        "install chromium (Debian: apt install chromium), give its path in TUANTHU_CHROMIUM, or write HTML and print that from a browser"
    ))

  private static func browserFailed(_ words: String) -> Diagnostic {
    let words = words.isEmpty ? "" : ": " + words
    return Diagnostic(
      "TT0854",
      Text(
        vi: "trình duyệt không in được PDF\(words)", en: "the browser prints no PDF\(words)"),
      hint: Text(
        vi: "ghi HTML (-o report.html) rồi in từ trình duyệt",
        en: "write HTML (-o report.html) and print that from a browser"))
  }

  fileprivate static func outputTwice(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0852",
      Text(vi: "-o: tệp '\(path)' được nêu hai lần", en: "-o: the file '\(path)' is named twice"),
      hint: Text(vi: "đặt cho mỗi báo cáo một tên", en: "give each report a name of its own"))
  }
}
