import Assessment
import Diagnostics

/// What an undetermined verdict does to the exit code.
package enum UndeterminedPolicy: String, Sendable, CaseIterable {
  case pass
  /// Said aloud, exit 0.
  case warn
  case fail
}

/// The exit code of a run: 0 nothing at or above a severity, 1 violations or findings, 2 no
/// assessment (which is decided before there is one). Where only the data are checked, a defect in them
/// is of low severity.
package struct ExitPolicy: Sendable {
  /// The least severity that fails the run; `nil` never fails it.
  package let failOn: Severity?
  /// What an undetermined verdict does.
  package let undetermined: UndeterminedPolicy

  /// A policy from its parts.
  package init(failOn: Severity?, undetermined: UndeterminedPolicy) {
    self.failOn = failOn
    self.undetermined = undetermined
  }

  /// 0 or 1.
  package func code(for assessment: Assessment) -> Int32 {
    let severities = Dictionary(assessment.obligations.map { ($0.id, $0.severity) }) { first, _ in
      first
    }
    let judged = assessment.verdicts.filter { $0.outcome != .toDate }
    let isNothingShown = judged.allSatisfy { $0.reason == .notInData }
    let verdicts = judged.filter { counts($0, isNothingShown) }.map {
      severities[$0.obligation] ?? .low
    }
    let findings = assessment.findings.compactMap(\.severity)
    let isDefective = assessment.only == .data && !assessment.defects.isEmpty
    let all = verdicts + findings + (isDefective ? [.low] : [])
    return all.contains { isEnough($0) } ? 1 : 0
  }

  /// What data cannot show is no failure of theirs, unless they show nothing at all.
  private func counts(_ verdict: Verdict, _ isNothingShown: Bool) -> Bool {
    if verdict.outcome == .violated { return true }
    return verdict.outcome == .undetermined && undetermined == .fail
      && (verdict.reason != .notInData || isNothingShown)
  }

  private func isEnough(_ severity: Severity) -> Bool {
    failOn.map { severity >= $0 } ?? false
  }
}
