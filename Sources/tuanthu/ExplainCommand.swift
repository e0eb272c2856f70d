import ArgumentParser
import Assessment
import Calendars
import Diagnostics
import Evaluation
import Reports
import Rulebook
import Workshop

/// `tuanthu explain`: the page of a diagnostic code, or why a verdict is as it is.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Giải thích một mã thông báo hoặc một kết quả. Explains a code or a verdict.",
    discussion: """
      tuanthu explain TT0233
      tuanthu explain nd63-2010/entered --unit H26.01
      """)

  @Argument(
    help: "Mã, ví dụ TT0201, hoặc văn-bản/yêu-cầu. A code, or a directive/obligation.")
  var topic: String?
  @Flag(help: "Liệt kê mọi mã. Lists all codes.")
  var list = false
  @OptionGroup var options: RunOptions
  @Option(help: "Số trường hợp giải thích. How many records are explained.")
  var limit = 5
  @Option(help: "Chỉ hồ sơ có khóa này. Only the record with this key.")
  var record: String?
  @OptionGroup(title: "Che mã hồ sơ. Redaction") var redaction: RedactionOptions

  func validate() throws {
    if topic == nil, !list { throw ValidationError("Thiếu mã hoặc --list. A code or --list.") }
    if limit < 0 { throw ValidationError("--limit phải từ 0 trở lên; must be 0 or more") }
  }

  func run() throws {
    guard let topic, !list, topic.contains("/") else { return try explainCode() }
    try explain(topic)
  }

  // MARK: - Codes

  /// Reads no workspace: what is wrong with it may be what is to be explained.
  private func explainCode() throws {
    let console = Console(language: options.lang ?? .vi)
    let pages = Page.all
    let renderer = PageRenderer(language: console.language)
    guard let topic, !list else { return console.print(renderer.list(pages), terminator: "") }
    guard let page = pages.first(where: { $0.code == topic.uppercased() }) else {
      throw console.stop(.unknownCode(topic, among: pages.map(\.code)), 64)
    }
    console.print(renderer.render(page), terminator: "")
  }

  // MARK: - Verdicts

  private func explain(_ id: String) throws {
    let console = try Settings.console(options)
    guard let unit = options.unit else { throw console.stop(.missingOption("--unit"), 64) }
    let pseudonyms = try redaction.pseudonyms(console)
    let loaded = try LoadedRun(options, console)
    let ids = loaded.rulebook.obligations.map(\.fullID)
    guard let obligation = loaded.rulebook.obligations.first(where: { $0.fullID == id }) else {
      throw console.stop(.unknownObligation(id, among: ids), 64)
    }
    guard loaded.rulebook.registry.units.contains(where: { $0.code == unit }) else {
      let codes = loaded.rulebook.registry.units.map(\.code)
      throw console.stop(.unknownUnit(unit, among: codes), 64)
    }
    let redactor = pseudonyms.map { KeyRedactor($0, columns: loaded.rulebook.keyColumns) }
    try print(obligation, unit, loaded, redactor, console)
  }

  private func print(
    _ obligation: Obligation, _ unit: String, _ loaded: LoadedRun, _ redactor: KeyRedactor?,
    _ console: Console
  ) throws {
    let request = loaded.request(unit: unit, evidence: 100)
    let assessment = Evaluator.assess(request)
    let verdicts = assessment.verdicts.filter { $0.obligation == obligation.fullID }
    guard !verdicts.isEmpty else {
      throw console.stop(.notJudged(obligation.fullID, unit, loaded.run.period), 2)
    }
    let explainer = Explainer(
      request, obligation, language: console.language, limit: limit, key: record)
    let report = TextReport(
      redactor?.redacted(assessment) ?? assessment, language: console.language, width: console.width
    )
    let periods = RunPeriods(obligation, in: loaded.run.period)
    let texts = verdicts.compactMap { verdict in
      (periods.judged + periods.toDate).first { $0.name == verdict.period }.map {
        let explanation = explainer.explanation(of: verdict, period: $0)
        return report.render(redactor?.redacted(explanation, of: assessment) ?? explanation)
      }
    }
    console.print(texts.joined(separator: "\n\n"), terminator: "")
  }
}
