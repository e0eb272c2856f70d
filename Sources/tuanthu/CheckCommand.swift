import ArgumentParser
import Assessment
import Calendars
import Diagnostics
import Evaluation
import Exports
import Foundation
import Reports
import Rulebook

/// `tuanthu check`: rules and exports in; verdicts, breaches and responsible heads out.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Đánh giá một kỳ. Assesses the exports of a period.",
    discussion: """
      Giá trị mặc định lấy từ tuanthu.yaml trong thư mục hiện tại.
      Defaults come from tuanthu.yaml in the current folder.
      """)

  @Option(help: "Thư mục quy tắc, có thể lặp lại. A folder of rules; may be repeated.")
  var rules: [String] = []
  @Option(help: "Thư mục dữ liệu kết xuất. The folder of exports.")
  var exports: String?
  @Option(help: "Kỳ: 2025-09, 2025-Q3, 2025-H1, 2025. The period.")
  var period: String?
  @Option(
    help: "Thời điểm chốt số liệu; chỉ có ngày nghĩa là hết ngày đó. As of; a date means its end.")
  var asOf: String?
  @Option(
    help: "Thời điểm kết xuất của các tệp không ghi. The snapshot time of files that name none.")
  var snapshot: String?
  @Option(help: "text | json")
  var format: ReportFormat = .text
  @Option(help: "vi | en")
  var lang: Language?
  @Option(help: "low | medium | high | critical | never")
  var failOn: FailOn = .low
  @Option(
    help: "pass | warn | fail (mặc định warn; với --unit là fail). Default warn; fail with --unit.")
  var undetermined: UndeterminedPolicy?
  @Option(help: "Chỉ một đơn vị, theo mã. One unit only, by code.")
  var unit: String?
  @Option(
    help: "Số trường hợp nêu tên cho mỗi kết quả. How many records are named for each verdict.")
  var evidence = 100
  @Option(
    parsing: .upToNextOption,
    help: "Kết quả các kỳ trước (assessment.json). Earlier assessments, as --out writes them.")
  var prior: [String] = []
  @Option(help: "Ghi report.txt và assessment.json vào thư mục này. Writes both into this folder.")
  var out: String?

  func validate() throws {
    if evidence < 0 { throw ValidationError("--evidence phải từ 0 trở lên; must be 0 or more") }
  }

  func run() throws {
    var console = Console(language: lang ?? .vi)
    let settings = try Settings(self, console)
    console = Console(language: settings.language)
    let rulebook = try RuleSource(console).load(settings.rules)
    let run = try settings.run(rulebook, console)
    let prior = try PriorFiles(console).read(prior)
    let assessment = try assess(rulebook, run, prior, settings, console)
    try write(assessment, settings, console)
    try console.finish(policy.code(for: assessment))
  }

  private var policy: ExitPolicy {
    ExitPolicy(
      failOn: failOn.severity, undetermined: undetermined ?? (unit == nil ? .warn : .fail))
  }

  private func assess(
    _ rulebook: Rulebook, _ run: Settings.Run, _ prior: PriorFiles.Read, _ settings: Settings,
    _ console: Console
  ) throws -> Assessment {
    let progress = Progress.reader(run.exports.folders)
    let exports = ExportReader.read(run.exports, progress: progress)
    if progress != nil { Progress.clear() }
    console.show(exports.diagnostics)
    guard !exports.diagnostics.hasErrors else { throw ExitCode(2) }
    guard exports.files.contains(where: { $0.status != .unreadable }) else {
      console.show(exports.defects.filter { $0.line == nil }.map(\.diagnostic), isLast: false)
      throw console.stop(.nothingReadable(settings.shownExports), 2)
    }
    var assessment = Evaluator.assess(
      EvaluationRequest(
        rulebook: rulebook, exports: exports, period: run.period, asOf: run.asOf,
        evidenceLimit: evidence, unit: unit, prior: prior.assessments))
    guard !assessment.verdicts.isEmpty else { throw console.stop(.nothingBound(run.period), 2) }
    assessment.manifest.tool = "tuanthu \(Tuanthu.version)"
    assessment.manifest.add(prior.inputs)
    assessment.manifest.options = options(run, assessment)
    return assessment
  }

  private func options(_ run: Settings.Run, _ assessment: Assessment) -> [String: String] {
    var options = [
      "period": run.period.name, "as-of": assessment.asOf, "evidence": String(evidence),
    ]
    options["unit"] = unit
    return options
  }

  private func write(_ assessment: Assessment, _ settings: Settings, _ console: Console) throws {
    let json = try assessment.json()
    let report = TextReport(
      assessment, language: settings.language, colour: console.colour && format == .text,
      width: console.width)
    switch format {
    case .text: console.print(report.render())
    case .json: console.print(String(decoding: json, as: UTF8.self), terminator: "")
    }
    guard let folder = settings.out else { return }
    let plain = TextReport(assessment, language: settings.language).render()
    let paths = try OutputFolder(folder).write([
      "report.txt": Data(plain.utf8), "assessment.json": json,
    ])
    console.note(.written(paths))
  }
}

/// How a report is written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
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
