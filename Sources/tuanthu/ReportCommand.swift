import ArgumentParser
import Assessment
import Diagnostics
import Foundation
import Reports

/// `tuanthu report`: an assessment that an earlier run wrote, in other formats. Nothing is judged again.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Trình bày lại một kết quả đã đánh giá. Renders a stored assessment.",
    discussion: """
      tuanthu report assessment.json -o report.html -o report.pdf
      Báo cáo nêu những trường hợp mà assessment.json nêu (--evidence của lần đánh giá).
      Reports name the records that assessment.json names (--evidence of that run).
      """)

  @Argument(
    help: ArgumentHelp(
      "Tệp do check --out hoặc -o ghi. As check --out or -o wrote it.",
      valueName: "assessment.json"))
  var file: String
  @OptionGroup(title: "Báo cáo. Reports") var reports: ReportOptions
  @Option(help: "vi | en")
  var lang: Language?
  @Option(
    help: ArgumentHelp(
      "Thư mục dữ liệu, để chú thích nêu đúng tệp. The folder of exports, for annotations.",
      valueName: "folder"))
  var exports: String?

  func run() throws {
    let workspace = try Workspace.find(Console(language: lang ?? .vi))
    let console = Console(language: lang ?? workspace?.language ?? .vi)
    let targets = try reports.targets(console)
    let content = ReportContent(
      try assessment(console), language: console.language,
      folder: Settings.shown(exports ?? workspace?.exports ?? ""),
      letterhead: workspace?.letterhead ?? Letterhead())
    if targets.isEmpty || reports.format != nil { try reports.print(content, console) }
    try ReportTarget.write(targets, content, console)
  }

  private func assessment(_ console: Console) throws -> Assessment {
    do throws(AssessmentFile.Refusal) {
      return try AssessmentFile(file).assessment
    } catch {
      throw console.stop(.noReport(error, of: file), 2)
    }
  }
}

/// What can be wrong with the file. Codes TT0855 to TT0857.
extension Diagnostic {
  fileprivate static func noReport(
    _ refusal: AssessmentFile.Refusal, of path: String
  ) -> Diagnostic {
    switch refusal {
    case .notReadable: .assessmentNotReadable(path)
    case .noAssessment: .notAnAssessment(path)
    case .otherSchema(let schema): .otherSchema(path, schema)
    }
  }

  private static func assessmentNotReadable(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0855",
      Text(vi: "không mở được tệp '\(path)'", en: "the file '\(path)' cannot be opened"),
      hint: Text(
        vi: "kiểm tra đường dẫn và quyền đọc; 'tuanthu check --out …' ghi assessment.json",
        en:
          "check the path and that you may read it; 'tuanthu check --out …' writes assessment.json")
    )
  }

  private static func notAnAssessment(_ path: String) -> Diagnostic {
    Diagnostic(
      "TT0856",
      Text(
        vi: "'\(path)' không phải kết quả đánh giá do tuanthu ghi",
        en: "'\(path)' is no assessment that tuanthu wrote"),
      hint: Text(
        vi: "dùng tệp assessment.json của 'tuanthu check --out …', không chỉnh sửa",
        en: "give assessment.json of 'tuanthu check --out …', as it was written"))
  }

  private static func otherSchema(_ path: String, _ schema: String) -> Diagnostic {
    let wanted = Assessment.currentSchema
    return Diagnostic(
      "TT0857",
      Text(
        vi: "'\(path)' ghi theo phiên bản \(schema); công cụ này đọc \(wanted)",
        en: "'\(path)' is of version \(schema); this tool reads \(wanted)"),
      hint: Text(
        vi: "chạy lại 'tuanthu check --out …' cho kỳ đó bằng công cụ này",
        en: "run 'tuanthu check --out …' for that period again with this tool"))
  }
}
