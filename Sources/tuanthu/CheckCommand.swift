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

  @OptionGroup var options: RunOptions
  @Option(help: "text | json")
  var format: ReportFormat = .text
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

  func validate() throws {
    if evidence < 0 { throw ValidationError("--evidence phải từ 0 trở lên; must be 0 or more") }
  }

  func run() throws {
    let console = try Settings.console(options)
    let loaded = try LoadedRun(options, console, streams: true)
    let assessment = try assess(loaded, console)
    try write(assessment, loaded.settings, console)
    try console.finish(policy.code(for: assessment))
  }

  private var policy: ExitPolicy {
    ExitPolicy(
      failOn: failOn.severity, undetermined: undetermined ?? (options.unit == nil ? .warn : .fail))
  }

  private func assess(_ loaded: LoadedRun, _ console: Console) throws -> Assessment {
    var assessment = Evaluator.assess(loaded.request(unit: options.unit, evidence: evidence))
    loaded.finishReading()
    guard assessment.verdicts.contains(where: { $0.outcome != .toDate }) else {
      throw console.stop(.nothingBound(loaded.run.period), 2)
    }
    assessment.manifest.tool = "tuanthu \(Tuanthu.version)"
    assessment.manifest.add(loaded.prior.inputs)
    assessment.manifest.options = manifest(loaded.run, assessment)
    return assessment
  }

  private func manifest(_ run: Settings.Run, _ assessment: Assessment) -> [String: String] {
    var options = [
      "period": run.period.name, "as-of": assessment.asOf, "evidence": String(evidence),
    ]
    options["unit"] = self.options.unit
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
    guard let folder = out ?? (format == .text ? settings.out : nil) else { return }
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
