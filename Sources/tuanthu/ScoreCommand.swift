import ArgumentParser
import Assessment
import Calendars
import Diagnostics
import Evaluation
import Foundation
import Reports
import Rulebook

/// `tuanthu score`: what indexes come to, and who ranks where.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Tính điểm, xếp hạng theo bộ chỉ số. Scores and ranks units by indexes.",
    discussion: """
      Điểm tính từ dữ liệu của kỳ, và từ bảng điểm do nơi khác chấm hoặc công bố; điểm chưa đủ căn cứ \
      là một khoảng, thứ hạng cũng vậy.
      Points are worked out from the data of the period, and read from tables of points that others gave \
      or published; what cannot be told is a range of points, and of ranks.
      """)

  @OptionGroup var options: RunOptions
  @Option(
    name: .customLong("index"),
    help: "Chỉ bộ chỉ số này, có thể lặp lại. Only this index; may be repeated.")
  var indexes: [String] = []
  @Option(help: "text | json | csv")
  var format: ScoreFormat = .text

  func run() throws {
    let console = try Settings.console(options)
    let loaded = try LoadedRun(options, console, streams: true) { rulebook, period in
      try scoring(rulebook, period, console)
    }
    var assessment = Evaluator.assess(loaded.request(unit: options.unit, evidence: 0))
    loaded.finishReading()
    guard assessment.scores != nil else {
      throw console.stop(.nothingBound(loaded.run.period), 2)
    }
    assessment.manifest.tool = "tuanthu \(Tuanthu.version)"
    assessment.manifest.add(loaded.prior.inputs + (loaded.lock?.inputs ?? []))
    assessment.manifest.options = ["period": loaded.run.period.name, "as-of": assessment.asOf]
    try write(
      ScoreDocument(assessment, loaded.rulebook, loaded.run.period), loaded.settings, console)
  }

  /// The rules with nothing to judge but what the indexes are made of.
  private func scoring(
    _ rulebook: Rulebook, _ period: Period, _ console: Console
  ) throws -> Rulebook {
    let known = rulebook.indexes.map(\.id)
    for id in indexes where !known.contains(id) {
      throw console.stop(.unknownIndex(id, among: known), 64)
    }
    if known.isEmpty { throw console.stop(.unknownIndex("", among: []), 2) }
    return rulebook.scoring(Set(indexes), in: period)
  }

  private func write(_ scores: ScoreDocument, _ settings: Settings, _ console: Console) throws {
    switch format {
    case .text:
      let report = ScoreReport(scores, language: settings.language, width: console.width)
      console.print(report.render(), terminator: "")
    case .json: console.print(try scores.json())
    case .csv: console.print(ScoreCSV.text(scores), terminator: "")
    }
  }
}

/// How scores are written.
enum ScoreFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case csv
}
