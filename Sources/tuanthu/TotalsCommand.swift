import ArgumentParser
import Evaluation
import Numbers

/// `tuanthu totals`: what the verdicts of each obligation add up to, one line each.
struct TotalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "totals",
    abstract: "Tổng các kết quả theo từng nghĩa vụ. What verdicts add up to, by obligation.",
    discussion: """
      Mỗi dòng: nghĩa vụ, số kết quả có số đo, số vi phạm, tổng tử số, tổng mẫu số, số hồ sơ chứng minh \
      được nêu (đầu tiên của mỗi đơn vị), tổng số dòng của chúng. Dùng để so hai lần chạy.
      Each line: obligation, verdicts that measure something, violated ones, sum of numerators, sum of \
      denominators, records named (the first of each unit), sum of their lines. To compare two runs.
      """)

  @OptionGroup var options: RunOptions
  @Option(help: "Số trường hợp nêu tên của mỗi đơn vị. How many records are named of each unit.")
  var evidence = 100

  func validate() throws {
    if evidence < 0 { throw ValidationError("--evidence phải từ 0 trở lên; must be 0 or more") }
  }

  func run() throws {
    let console = try Settings.console(options)
    let loaded = try LoadedRun(options, console, streams: true)
    let totals = Evaluator.totals(loaded.request(unit: options.unit, evidence: evidence))
    loaded.finishReading()
    for totals in totals { console.print(totals.line) }
  }
}

extension ObligationTotals {
  /// The totals in one line, fields separated by spaces; `-` for a sum that is too great.
  fileprivate var line: String {
    let sums = [numerator, denominator].map { $0?.description ?? "-" }
    return ([obligation, "\(verdicts)", "\(violated)"] + sums + ["\(evidence)", "\(lines)"])
      .joined(separator: " ")
  }
}
