import Assessment
import Calendars
import Diagnostics
import Evaluation

/// What came out of a case.
package struct CaseResult: Sendable {
  /// Something that did not come out as wanted.
  package struct Mismatch: Sendable {
    /// Whom it was wanted of.
    package let want: Want
    /// What was wanted.
    package let expectation: Expectation
    /// What came out, in the same notation.
    package let actual: String
  }

  /// What came out for one unit.
  package struct Unit: Sendable {
    /// The code.
    package let code: String
    /// Empty where the obligation does not bind it; several where each group has its own.
    package let verdicts: [Verdict]
    /// The conditions on the unit.
    package let conditions: [InspectedExpression]
    /// Its records, in scope or not; empty where the obligation does not bind it.
    package let records: [InspectedRecord]
  }

  /// The case.
  package let ruleCase: RuleCase
  /// In the order of the registry.
  package let units: [Unit]
  /// Empty for a case that passes.
  package let mismatches: [Mismatch]
  /// Mistakes that the rule made on well-known values.
  package let faults: [RuleFault]

  /// Whether everything came out as wanted.
  package var passes: Bool { mismatches.isEmpty }

  /// Runs a case.
  package init(_ ruleCase: RuleCase) {
    let request = ruleCase.request
    let assessment = Evaluator.assess(request)
    let units = request.rulebook.registry.codes.map { code in
      Unit(code, assessment.verdicts.filter { $0.unit == code }, ruleCase)
    }
    self.ruleCase = ruleCase
    self.units = units
    mismatches = ruleCase.wants.flatMap { want in
      let verdict = units.first { $0.code == want.unit }?.verdict(of: want.group)
      return want.expectations.compactMap { Mismatch(want, $0, $0.actual(verdict)) }
    }
    faults = assessment.ruleFaults
  }
}

extension CaseResult.Mismatch {
  /// `nil` where what came out is what was wanted.
  fileprivate init?(_ want: Want, _ expectation: Expectation, _ actual: String) {
    if actual == expectation.wanted { return nil }
    self.init(want: want, expectation: expectation, actual: actual)
  }
}

extension CaseResult.Unit {
  /// The verdict on a group of its records, or the worst of all.
  package func verdict(of group: String?) -> Verdict? {
    verdicts.filter { group == nil || $0.group == group }.min { $0.outcome < $1.outcome }
  }

  /// Inspects a unit for the verdicts that it got.
  fileprivate init(_ code: String, _ verdicts: [Verdict], _ ruleCase: RuleCase) {
    let obligation = ruleCase.obligation
    let periods = RunPeriods(obligation, in: ruleCase.request.period)
    let judged = (periods.judged + periods.toDate).first { $0.name == verdicts.last?.period }
    let period = judged ?? ruleCase.request.period
    self.init(
      code: code, verdicts: verdicts,
      conditions: Inspector.conditions(
        ruleCase.request, obligation: obligation, unit: code, period: period),
      records: verdicts.isEmpty
        ? []
        : Inspector.records(
          ruleCase.request, obligation: obligation.fullID, unit: code, period: period))
  }
}
