import ArgumentParser
import Assessment
import Calendars
import Diagnostics
import Evaluation
import Exports
import Foundation
import Rulebook

/// What every command that judges exports has to be told; the workspace says what the options do not.
struct RunOptions: ParsableArguments {
  @Option(help: "Thư mục quy tắc, có thể lặp lại. A folder of rules; may be repeated.")
  var rules: [String] = []
  @Option(
    help: ArgumentHelp(
      """
      Chỉ đánh giá khi quy tắc, danh mục và lịch đúng như tệp khóa này ghi (tuanthu lock). Judges only \
      when rules, registry and calendar are those of this lock.
      """, valueName: "tuanthu.lock"))
  var lock: String?
  @Option(
    name: .customLong("option"),
    help: ArgumentHelp(
      """
      Bật một lựa chọn của quy tắc (yêu cầu, ngày nghỉ chưa được xác nhận), có thể lặp lại. Puts an option \
      of the rules in force (an obligation or a day off that is not confirmed); may be repeated.
      """, valueName: "id"))
  var optionIDs: [String] = []
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
  @Option(help: "vi | en")
  var lang: Language?
  @Option(help: "Chỉ một đơn vị, theo mã. One unit only, by code.")
  var unit: String?
  @Option(
    parsing: .upToNextOption,
    help: "Kết quả các kỳ trước (assessment.json). Earlier assessments, as --out writes them.")
  var prior: [String] = []
}

/// Rules, exports and earlier assessments, read and ready to be judged.
struct LoadedRun {
  let settings: Settings
  let run: Settings.Run
  let prior: PriorFiles.Read
  let lock: LockFile?
  let rulebook: Rulebook
  private let read: [ExportSet]
  private let progress: Progress?

  /// Reads everything that options name.
  /// - Parameters:
  ///   - streams: whether records that need not be kept may be read while they are judged.
  ///   - isLocked: whether the rules have to be those of the lock, where there is one.
  ///   - choose: makes the rules that are judged of all rules and the period.
  /// - Throws: exit code 64 for options that are wrong, 2 where nothing can be judged.
  init(
    _ options: RunOptions, _ console: Console, streams: Bool = false, isLocked: Bool = true,
    choose: (Rulebook, Period) throws -> Rulebook = { rulebook, _ in rulebook }
  ) throws {
    settings = try Settings(options, Console(language: options.lang ?? .vi))
    lock = isLocked ? try settings.lock.map { try LockFile($0, console) } : nil
    let all = try RuleSource(console).load(settings.rules, lock: lock, options: settings.options)
    rulebook = try choose(all, settings.period(console))
    run = try settings.run(rulebook, console)
    prior = try PriorFiles(console).read(options.prior)
    progress = Progress(run.exports.folders, settings.language)
    var request = run.exports
    request.threads = ProcessInfo.processInfo.activeProcessorCount
    if streams {
      request.streams = rulebook.streamable
      let owners = rulebook.ownerColumns.filter { request.streams.contains($0.key) }
      request.ownerColumns.merge(owners) { $0.union($1) }
    }
    read = ExportReader.read(request, sets: run.sets, progress: progress?.reader())
    if !streams { progress?.finish() }
    console.show(exports.diagnostics)
    guard !exports.diagnostics.hasErrors else { throw ExitCode(2) }
    guard exports.files.contains(where: { $0.status != .unreadable }) else {
      console.show(exports.defects.filter { $0.line == nil }.map(\.diagnostic), isLast: false)
      throw console.stop(.nothingReadable(settings.shownExports), 2)
    }
  }

  private var exports: ExportSet { read.first ?? ExportSet() }

  /// The request to judge them.
  /// - Parameters:
  ///   - unit: only this unit.
  ///   - evidence: how many records are named for each verdict.
  func request(unit: String?, evidence: Int) -> EvaluationRequest {
    var request = EvaluationRequest(
      rulebook: rulebook, exports: exports, spans: run.plan.spans(read), period: run.period,
      asOf: run.asOf, evidenceLimit: evidence, unit: unit, prior: prior.assessments)
    request.progress = progress?.reader()
    return request
  }

  /// Says that nothing is read any more.
  func finishReading() { progress?.finish() }
}
