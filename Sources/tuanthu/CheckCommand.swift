import ArgumentParser
import Assessment
import Calendars
import Diagnostics
import Evaluation
import Exports
import Foundation
import Reports
import Rulebook
import Tables

/// `tuanthu check`: rules and exports in; verdicts, breaches and responsible heads out.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Đánh giá một kỳ. Assesses the exports of a period.",
    discussion: """
      Giá trị mặc định lấy từ tuanthu.yaml trong thư mục hiện tại.
      Defaults come from tuanthu.yaml in the current folder.
      """)

  @OptionGroup var options: RunOptions
  @OptionGroup(title: "Báo cáo. Reports") var reports: ReportOptions
  @Option(help: "low | medium | high | critical | never")
  var failOn: FailOn = .low
  @Option(
    help: "pass | warn | fail (mặc định warn; với --unit là fail). Default warn; fail with --unit.")
  var undetermined: UndeterminedPolicy?
  @Option(
    help: "Số trường hợp nêu tên cho mỗi kết quả. How many records are named for each verdict.")
  var evidence = 100
  @Option(help: "Ghi report.txt và assessment.json vào thư mục này. Writes both into this folder.")
  var out: String?
  @Option(
    help: ArgumentHelp(
      """
      Ghi vào tệp CSV này mọi trường hợp chứng minh một kết quả vi phạm, không chỉ --evidence trường \
      hợp đầu: tệp, dòng, khóa, đơn vị, yêu cầu, kỳ, hạn, ngày xong; trường hợp được loại trừ có mã văn \
      bản loại trừ. Khóa là dữ liệu cá nhân thì để trống.
      Writes every record that proves a violated result into this CSV file, not only the first \
      --evidence: file, line, key, unit, obligation, period, due, done; with the ids of the waivers \
      that set it apart, if any. A key that is personal is left empty.
      """, valueName: "file.csv"))
  var breaches: String?
  @OptionGroup(title: "Che mã hồ sơ. Redaction") var redaction: RedactionOptions

  @Option(
    help: ArgumentHelp(
      """
      data: chỉ nêu những gì sai trong dữ liệu, không đánh giá; mỗi lỗi dữ liệu ở mức low.
      data: only what is wrong with the data, no verdicts; a data defect is of severity low.
      """, valueName: "data"))
  var only: Assessment.Only?

  func validate() throws {
    if only != nil, breaches != nil {
      throw ValidationError(
        "--breaches cần kết quả đánh giá, --only data không có; --only data gives no verdicts")
    }
    if evidence < 0 { throw ValidationError("--evidence phải từ 0 trở lên; must be 0 or more") }
  }

  func run() throws {
    let console = try Settings.console(options)
    let file = try breaches.map { try BreachFile($0, console) }
    let targets = try reports.targets(console)
    let pseudonyms = try redaction.pseudonyms(console)
    let loaded = try LoadedRun(options, console, streams: true) { rulebook, period in
      rulebook.withIndexes(in: period)
    }
    let redactor = pseudonyms.map { KeyRedactor($0, columns: loaded.rulebook.keyColumns) }
    let formats = [reports.printed] + targets.map(\.format)
    let (assessment, all) = try assess(
      loaded, console, all: file != nil || formats.contains(where: \.wantsBreaches))
    let content = content(assessment, all, loaded.settings, redactor)
    try write(content, targets, loaded.settings, console)
    if let all { try file?.write(all, redactor) }
    try console.finish(policy.code(for: assessment))
  }

  private var policy: ExitPolicy {
    ExitPolicy(
      failOn: failOn.severity, undetermined: undetermined ?? (options.unit == nil ? .warn : .fail))
  }

  /// - Parameter all: whether every record that proves a violation is wanted.
  private func assess(
    _ loaded: LoadedRun, _ console: Console, all isAll: Bool
  ) throws -> (Assessment, BreachList?) {
    let request = loaded.request(unit: options.unit, evidence: evidence)
    var (assessment, all) = isAll ? Self.all(request) : (Evaluator.assess(request), nil)
    loaded.finishReading()
    if only == .data {
      assessment = assessment.onlyData
    } else if !assessment.verdicts.contains(where: { $0.outcome != .toDate }) {
      throw console.stop(.nothingBound(loaded.run.period), 2)
    }
    assessment.manifest.tool = "tuanthu \(Tuanthu.version)"
    assessment.manifest.add(loaded.prior.inputs + (loaded.lock?.inputs ?? []))
    assessment.manifest.options = manifest(loaded, assessment)
    return (assessment, all)
  }

  private static func all(_ request: EvaluationRequest) -> (Assessment, BreachList?) {
    let (assessment, breaches) = Evaluator.assessWithBreaches(request)
    return (assessment, breaches)
  }

  private func manifest(_ loaded: LoadedRun, _ assessment: Assessment) -> [String: String] {
    var options = [
      "period": loaded.run.period.name, "as-of": assessment.asOf, "evidence": String(evidence),
    ]
    options["unit"] = self.options.unit
    options["only"] = only?.rawValue
    let asked = loaded.rulebook.options
    options["options"] = asked.isEmpty ? nil : asked.joined(separator: ", ")
    return options
  }

  private func content(
    _ assessment: Assessment, _ all: BreachList?, _ settings: Settings, _ redactor: KeyRedactor?
  ) -> ReportContent {
    let breaches: ReportContent.Breaches? = all.map { all in
      { body in try all.forEach { try body(redactor?.redacted($0) ?? $0) } }
    }
    var content = ReportContent(
      redactor?.redacted(assessment) ?? assessment, language: settings.language,
      folder: settings.shownExports, letterhead: settings.letterhead, breaches: breaches)
    content.undetermined = policy.undetermined
    return content
  }

  private func write(
    _ content: ReportContent, _ targets: [ReportTarget], _ settings: Settings, _ console: Console
  ) throws {
    let isText = reports.printed.name == ReportFormat.text.name
    let own = try (out ?? (isText ? settings.out : nil)).map {
      try OutputFolder($0).reports(console)
    }
    try reports.print(content, console)
    try ReportTarget.write((own ?? []) + targets, content, console)
  }
}

/// How a plain answer is written.
enum PlainFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// The least severity that fails the run.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case low, medium, high, critical, never

  /// The severity, or `nil` for never.
  var severity: Severity? { Severity(rawValue: rawValue) }
}

extension Language: ExpressibleByArgument {}
extension UndeterminedPolicy: ExpressibleByArgument {}
extension Assessment.Only: ExpressibleByArgument {}
