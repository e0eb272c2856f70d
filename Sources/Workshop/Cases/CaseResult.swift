import Assessment
import Calendars
import Diagnostics
import Evaluation

/// What came out of a case.
package struct CaseResult: Sendable {
  /// Something that did not come out as wanted.
  package struct Mismatch: Sendable {
    /// The code of the unit.
    package let unit: String
    /// What was wanted.
    package let expectation: Expectation
    /// What came out, in the same notation.
    package let actual: String
  }

  /// What came out for one unit.
  package struct Unit: Sendable {
    /// The code.
    package let code: String
    /// `nil` where the obligation does not bind it.
    package let verdict: Verdict?
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
      Unit(code, assessment.verdicts.last { $0.unit == code }, ruleCase)
    }
    self.ruleCase = ruleCase
    self.units = units
    mismatches = ruleCase.wants.flatMap { want in
      let verdict = units.first { $0.code == want.unit }?.verdict
      return want.expectations.compactMap { Mismatch(want.unit, $0, $0.actual(verdict)) }
    }
    faults = assessment.ruleFaults
  }
}

extension CaseResult.Mismatch {
  /// `nil` where what came out is what was wanted.
  fileprivate init?(_ unit: String, _ expectation: Expectation, _ actual: String) {
    if actual == expectation.wanted { return nil }
    self.init(unit: unit, expectation: expectation, actual: actual)
  }
}

extension CaseResult.Unit {
  /// Inspects a unit for the verdict that it got.
  fileprivate init(_ code: String, _ verdict: Verdict?, _ ruleCase: RuleCase) {
    let period = verdict.flatMap { Period($0.period) } ?? ruleCase.request.period
    let obligation = ruleCase.obligation
    self.init(
      code: code, verdict: verdict,
      conditions: Inspector.conditions(
        ruleCase.request, obligation: obligation, unit: code, period: period),
      records: verdict == nil
        ? []
        : Inspector.records(
          ruleCase.request, obligation: obligation.fullID, unit: code, period: period))
  }
}
