import ArgumentParser
import Assessment
import Diagnostics
import Evaluation
import Reports
import Workshop

/// `tuanthu what-if`: the same exports under another target, as-of or rules, and what flips.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Tính thử: nếu thay đổi thì kết quả nào khác đi. Which verdicts would flip.",
    discussion: """
      tuanthu what-if --target nd63-2010/entered=at-least:95%
      tuanthu what-if --as-of-then 2025-10-31
      tuanthu what-if --without nd63-2010
      tuanthu what-if --rules-then rules-new --rules-then registry
      Mã thoát 0 dù kết quả có thay đổi hay không. Exits 0 whatever flips.
      """)

  @OptionGroup var options: RunOptions
  @Option(
    help: """
      Chỉ tiêu giả định: văn-bản/yêu-cầu=at-least:95% (at-most, more-than, less-than, \
      between:[90%,95%]), có thể lặp lại. A supposed target; may be repeated.
      """)
  var target: [String] = []
  @Option(help: "Thời điểm chốt số liệu giả định. The supposed as-of.")
  var asOfThen: String?
  @Option(help: "Bỏ các yêu cầu của văn bản này, có thể lặp lại. Leaves a directive out.")
  var without: [String] = []
  @Option(
    help: """
      Thư mục quy tắc thay cho mọi thư mục đang dùng, có thể lặp lại. \
      A folder of rules in the place of those in use; may be repeated.
      """)
  var rulesThen: [String] = []
  @Option(help: "text | json")
  var format: PlainFormat = .text

  func run() throws {
    let console = try Settings.console(options)
    guard !target.isEmpty || !without.isEmpty || !rulesThen.isEmpty || asOfThen != nil else {
      throw console.stop(.nothingSupposed, 64)
    }
    let now = try LoadedRun(options, console)
    let then = rulesThen.isEmpty ? now : try LoadedRun(optionsThen, console, isLocked: false)
    let supposition = try supposition(now, then, console)
    try checkUnit(now, then, console)
    var trial = WhatIf.trial(request(now), request(then), supposition)
    guard !trial.totals.isEmpty else { throw console.stop(.nothingBound(now.run.period), 2) }
    complete(&trial.before.manifest, now)
    complete(&trial.after.manifest, then)
    try print(trial, console)
  }

  private var optionsThen: RunOptions {
    var then = options
    then.rules = rulesThen
    return then
  }

  private func supposition(
    _ now: LoadedRun, _ then: LoadedRun, _ console: Console
  ) throws -> Supposition {
    let zone = then.rulebook.calendar.zone
    let asOf = try asOfThen.map { try then.settings.moment($0, "--as-of-then", zone, console) }
    let (supposition, diagnostics) = SuppositionReader.read(
      targets: target, without: without, asOf: asOf,
      folders: rulesThen.isEmpty ? nil : (now.settings.shownRules, then.settings.shownRules),
      in: then.rulebook)
    console.show(diagnostics)
    guard let supposition else { throw ExitCode(64) }
    return supposition
  }

  private func checkUnit(_ now: LoadedRun, _ then: LoadedRun, _ console: Console) throws {
    guard let unit = options.unit else { return }
    let codes = [now, then].flatMap { $0.rulebook.registry.units.map(\.code) }
    if !codes.contains(unit) { throw console.stop(.unknownUnit(unit, among: codes), 64) }
  }

  private func request(_ loaded: LoadedRun) -> EvaluationRequest {
    loaded.request(unit: options.unit, evidence: 0)
  }

  private func complete(_ manifest: inout Manifest, _ loaded: LoadedRun) {
    manifest.tool = "tuanthu \(Tuanthu.version)"
    manifest.add(loaded.prior.inputs)
    manifest.options["unit"] = options.unit
    let asked = loaded.rulebook.options
    manifest.options["options"] = asked.isEmpty ? nil : asked.joined(separator: ", ")
  }

  private func print(_ trial: Trial, _ console: Console) throws {
    switch format {
    case .json: console.print(String(decoding: try trial.json(), as: UTF8.self), terminator: "")
    case .text:
      let report = TrialReport(
        trial, language: console.language, colour: console.colour, width: console.width)
      console.print(report.render(), terminator: "")
    }
  }
}
