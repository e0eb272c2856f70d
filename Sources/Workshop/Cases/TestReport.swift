import Calendars
import Diagnostics
import Evaluation
import Expressions

/// What a test run shows: the failing cases with the value of every part of their expressions, then
/// totals, and what no case tries out.
package struct TestReport: Sendable {
  private let results: [CaseResult]
  private let indexes: [IndexCaseResult]
  private let coverage: [ObligationCoverage]
  let language: Language
  /// How many records are shown for a failing case.
  private let recordLimit = 10

  /// A report on cases of obligations and of indexes, and the coverage of all obligations.
  package init(
    _ results: [CaseResult], _ indexes: [IndexCaseResult], _ coverage: [ObligationCoverage],
    language: Language
  ) {
    self.results = results
    self.indexes = indexes
    self.coverage = coverage
    self.language = language
  }

  /// How many cases fail.
  package var failures: Int {
    results.count { !$0.passes } + indexes.count { !$0.passes }
  }

  /// Whether every obligation has a case for every outcome and branch.
  package var isCovered: Bool { coverage.allSatisfy(\.isComplete) }

  /// The text.
  /// - Parameters:
  ///   - verbose: name passing cases, too.
  ///   - showsCoverage: show what is missing; with `verbose`, every obligation.
  package func render(verbose: Bool = false, showsCoverage: Bool = false) -> String {
    var lines: [String] = []
    for (obligation, results) in groups {
      let shown = results.filter { verbose || !$0.passes }
      if !shown.isEmpty { lines += [obligation] + shown.flatMap(self.lines) + [""] }
    }
    lines += indexLines(verbose: verbose)
    if showsCoverage { lines += table(verbose ? coverage : coverage.filter { !$0.isComplete }) }
    lines.append(Text.totals(results.count + indexes.count, failing: failures).in(language))
    let complete = coverage.count(where: \.isComplete)
    lines.append(Text.coverageTotals(complete, of: coverage.count).in(language))
    if !isCovered, !showsCoverage { lines.append(Text.howToSeeCoverage.in(language)) }
    return lines.joined(separator: "\n")
  }

  /// The cases of each obligation, by its id.
  private var groups: [(String, [CaseResult])] {
    Dictionary(grouping: results) { $0.ruleCase.obligation.fullID }.sorted { $0.key < $1.key }
  }

  /// The cases of each index, by its id.
  private func indexLines(verbose: Bool) -> [String] {
    let shown = indexes.filter { verbose || !$0.passes }
    return Dictionary(grouping: shown, by: \.indexCase.index.id).sorted { $0.key < $1.key }
      .flatMap { id, results in [id] + results.flatMap(lines) + [""] }
  }

  private func lines(_ result: IndexCaseResult) -> [String] {
    let heading = "  \(result.passes ? "✓" : "✗") \(result.indexCase.note)"
    guard !result.passes else { return [heading] }
    return ["\(heading) (\(result.indexCase.span.place))"]
      + result.mismatches.map {
        "      " + Text.mismatch($0.key, wanted: $0.wanted, actual: $0.actual).in(language)
      }
  }

  // MARK: - Cases

  private func lines(_ result: CaseResult) -> [String] {
    let heading = "  \(result.passes ? "✓" : "✗") \(result.ruleCase.note)"
    guard !result.passes else { return [heading] }
    let isOne = result.units.count == 1
    return ["\(heading) (\(result.ruleCase.span.place))"]
      + result.mismatches.map { "      " + line($0, namingUnit: !isOne || $0.want.group != nil) }
      + result.faults.map { "      " + Text.ruleFault($0.message).in(language) }
      + result.units.flatMap { unit in lines(unit, result) }
  }

  private func line(_ mismatch: CaseResult.Mismatch, namingUnit: Bool) -> String {
    let text = Text.mismatch(
      mismatch.expectation.key, wanted: mismatch.expectation.wanted, actual: mismatch.actual)
    return (namingUnit ? "\(mismatch.want.name): " : "") + text.in(language)
  }

  /// What was evaluated for a unit with a mismatch: for the records that are wrongly listed or left
  /// out where there are such, else for all.
  private func lines(_ unit: CaseResult.Unit, _ result: CaseResult) -> [String] {
    let mismatches = result.mismatches.filter { $0.want.unit == unit.code }
    if mismatches.isEmpty { return [] }
    let heading = result.units.count > 1 ? ["      \(unit.code)"] : []
    if unit.verdicts.isEmpty { return heading + unit.conditions.flatMap { lines($0, result) } }
    let keys = mismatches.reduce(into: Set<String>()) {
      $0.formUnion($1.expectation.difference(unit.verdict(of: $1.want.group)))
    }
    let wrong = unit.records.filter { keys.contains($0.result.key) }
    let records = wrong.isEmpty ? unit.records : wrong
    let rest = records.count - recordLimit
    return heading + records.prefix(recordLimit).flatMap { lines($0, result) }
      + (rest > 0 ? ["      " + Text.moreRecords(rest).in(language)] : [])
  }

  private func lines(_ record: InspectedRecord, _ result: CaseResult) -> [String] {
    let status = Text.shown(record.result.possible).in(language)
    return ["      \(record.result.key): \(status)"]
      + record.expressions.flatMap { lines($0, result) }
  }

  /// The values under an expression; beside it where there is but one.
  private func lines(_ inspected: InspectedExpression, _ result: CaseResult) -> [String] {
    let zone = result.ruleCase.request.rulebook.calendar.zone
    let lines = TraceRenderer(language: language, zone: zone)
      .render(inspected.expression, inspected.traced)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    if inspected.traced.count == 1, lines.count == 3 {
      let value = lines[2].drop { $0 == " " }
      return ["        \(inspected.role): \(lines[0]) = \(value)"]
    }
    return ["        \(inspected.role):"] + lines.map { "          " + $0 }
  }
}
