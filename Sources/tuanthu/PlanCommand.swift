import ArgumentParser
import Calendars
import Diagnostics
import Evaluation
import Rulebook

/// `tuanthu plan`: what a run will do, before anything is read.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Cho biết một lần chạy sẽ làm gì. Shows what a run will do.",
    discussion: """
      Với từng bảng số liệu: đọc những cột nào, giữ trong bộ nhớ hay đọc một lượt, nghĩa vụ nào được \
      tính theo cột, nghĩa vụ nào phải xét từng hồ sơ.
      For each dataset: which columns are read, whether records are kept or judged while they are read, \
      which obligations are judged column by column and which record by record.
      """)

  @OptionGroup var options: RunOptions

  func run() throws {
    let console = try Settings.console(options)
    let settings = try Settings(options, console)
    let lock = try settings.lock.map { try LockFile($0, console) }
    let rulebook = try RuleSource(console).load(
      settings.rules, lock: lock, options: settings.options)
    let run = try settings.run(rulebook, console)
    let plan = PlanBuilder(rulebook, run: run.period, asOf: run.asOf).plan
    console.print(PlanText(plan, settings.language).render())
  }
}

/// A plan as text.
private struct PlanText {
  private let plan: EvaluationPlan
  private let language: Language

  init(_ plan: EvaluationPlan, _ language: Language) {
    self.plan = plan
    self.language = language
  }

  func render() -> String {
    plan.datasets.map(lines).map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
  }

  private func lines(_ dataset: EvaluationPlan.DatasetPlan) -> [String] {
    let references = dataset.columns.compactMap { column in
      column.references.map { "\(column.id) → \($0)" }
    }
    let children = dataset.children.map { "\($0.dataset) → \($0.name)" }
    let links = references + children
    return [
      "\(dataset.id) · \(dataset.title.in(language))",
      "  " + text(.kept(dataset.whyKept))
        + (dataset.isKeyed ? "; " + text(.unique(isKept: dataset.whyKept != nil)) : ""),
      "  " + text(.columns(dataset.columns.count, dataset.kernels, dataset.asks.count)),
    ] + (links.isEmpty ? [] : ["  " + text(.lookedUp(links))]) + dataset.asks.map(line)
  }

  private func line(_ ask: EvaluationPlan.AskPlan) -> String {
    let groups = ask.groups.map { " · per \($0)" } ?? ""
    let way =
      ask.isLeftToOracle
      ? text(.recordByRecord) : ask.leftToOracle.isEmpty ? "" : text(.without(ask.leftToOracle))
    let head = "  - \(ask.obligation) · \(ask.period) · \(text(.units(ask.units)))"
    return head + " · \(ask.measure)\(groups)" + (way.isEmpty ? "" : " · \(way)")
  }

  private func text(_ text: Text) -> String { text.in(language) }
}

/// What a plan says.
extension Text {
  fileprivate static func kept(_ why: WhyKept?) -> Text {
    switch why {
    case nil:
      Text(
        vi: "tệp lớn được tính ngay khi đọc, không giữ trong bộ nhớ",
        en: "large files are judged while they are read, not kept in memory")
    case .owns(let child):
      Text(
        vi: "giữ trong bộ nhớ: \(child) tra tới",
        en: "kept in memory: looked up by \(child)")
    case .belongs(let parent):
      Text(
        vi: "giữ trong bộ nhớ: được tra từ \(parent)",
        en: "kept in memory: looked up from \(parent)")
    case .isReferredTo(let other):
      Text(
        vi: "giữ trong bộ nhớ: \(other) dẫn chiếu tới",
        en: "kept in memory: \(other) refers to it")
    }
  }

  fileprivate static func unique(isKept: Bool) -> Text {
    isKept
      ? Text(vi: "bản ghi trùng khóa được gộp", en: "records that share a key become one")
      : Text(
        vi: "bản ghi trùng khóa được tìm bằng mã băm, nếu có thì đọc lại lần thứ hai để gộp",
        en:
          "keys are compared by hashes; where some are the same, all is read again to make one of them"
      )
  }

  fileprivate static func columns(_ columns: Int, _ kernels: Int, _ asks: Int) -> Text {
    Text(
      vi: "\(columns) cột, \(kernels) phép tính theo cột cho \(asks) nghĩa vụ trong một lượt đọc",
      en: "\(columns) columns, \(kernels) kernels for \(asks) obligations in one scan")
  }

  fileprivate static func lookedUp(_ links: [String]) -> Text {
    let list = links.joined(separator: ", ")
    return Text(vi: "tra cứu: \(list)", en: "looked up: \(list)")
  }

  fileprivate static func units(_ count: Int) -> Text {
    Text(vi: "\(count) đơn vị", en: "\(count) \(count == 1 ? "unit" : "units")")
  }

  fileprivate static var recordByRecord: Text {
    Text(vi: "xét từng hồ sơ", en: "record by record")
  }

  fileprivate static func without(_ roles: [String]) -> Text {
    let list = roles.joined(separator: ", ")
    return Text(
      vi: "xét từng hồ sơ khi cần đến: \(list)", en: "record by record where it takes: \(list)")
  }
}
