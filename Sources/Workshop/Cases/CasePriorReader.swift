import Assessment
import Calendars
import Diagnostics
import Evaluation
import Exports
import Numbers
import Rulebook
import YAMLTree

/// Reads `prior` of a case, the figures of earlier periods, into assessments that have found them.
struct CasePriorReader {
  private let tested: Rulebook
  /// What is wrong with the figures.
  private(set) var diagnostics: [Diagnostic] = []

  /// A reader of figures of the one obligation of a rulebook, for all its units.
  init(_ tested: Rulebook) { self.tested = tested }

  /// One assessment for each period, `2025-08: 80%`.
  mutating func assessments(_ node: Node?) -> [Assessment] {
    guard let node else { return [] }
    if node.entries == nil { diagnostics.append(.badPrior(node.span.firstLine)) }
    return (node.entries ?? []).compactMap { entry in
      guard let period = Period(entry.key.text) else {
        diagnostics.append(.badCasePeriod(Located(entry.key.text, entry.keySpan)))
        return nil
      }
      guard let figure = entry.value.scalar?.rational else {
        diagnostics.append(.badPrior(entry.value.span.firstLine))
        return nil
      }
      return assessment(of: period, figure)
    }
  }

  /// An assessment as of the end of a period, with the figure in the place of every measure.
  private func assessment(of period: Period, _ figure: Rational) -> Assessment {
    var assessment = Evaluator.assess(
      EvaluationRequest(
        rulebook: tested, exports: ExportSet(), period: period,
        asOf: tested.calendar.zone.endOfDay(period.last)))
    for index in assessment.verdicts.indices {
      assessment.verdicts[index].measured = Verdict.Measured(
        value: figure, numerator: figure, denominator: .one)
      assessment.verdicts[index].bounds = Verdict.Bounds(
        low: figure, high: figure, mayBeEmpty: false)
    }
    return assessment
  }
}
