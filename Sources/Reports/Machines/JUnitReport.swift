import Assessment
import Diagnostics

/// Verdicts as test cases, for the systems that show those: a suite for each unit, one for the data.
///
/// A violation is a failure, and so is a finding of the data that has a severity. Undetermined is an error where
/// it fails the run, else skipped, with the reason. What was not judged is skipped. Source of the form: the
/// schema of Ant's JUnit task (Windy Road), whose required attributes are all written.
struct JUnitReport: Wording {
  let language: Language
  let figures: Figures
  private let assessment: Assessment
  private let undetermined: UndeterminedPolicy
  private let summary: VerdictSummary

  /// - Parameter undetermined: what an undetermined verdict does to the run.
  init(_ assessment: Assessment, _ language: Language, undetermined: UndeterminedPolicy = .warn) {
    (self.assessment, self.language, self.undetermined) = (assessment, language, undetermined)
    figures = Figures(language: language)
    summary = VerdictSummary(assessment, language)
  }

  /// The whole file.
  var text: String {
    let suites = [dataSuite] + unitSuites
    var xml = XMLText()
    xml.element("testsuites") { xml in
      for (id, suite) in suites.enumerated() {
        xml.newLine()
        write(suite, id, &xml)
      }
      xml.newLine()
    }
    xml.newLine()
    return xml.text
  }

  // MARK: - Suites

  private struct Suite {
    let name: String
    let cases: [TestCase]
  }

  private struct TestCase {
    let name: String
    let className: String
    let result: Result
  }

  private enum Result {
    case passed
    case skipped(String)
    case failed(message: String, type: String, details: String)
    case error(message: String, type: String, details: String)

    var isFailure: Bool { if case .failed = self { true } else { false } }
    var isError: Bool { if case .error = self { true } else { false } }
    var isSkipped: Bool { if case .skipped = self { true } else { false } }
  }

  private var dataSuite: Suite {
    let findings = assessment.findings.map { finding in
      let message = say(finding.message)
      return TestCase(
        name: message, className: finding.kind.rawValue,
        result: finding.severity == nil
          ? .passed : .failed(message: message, type: finding.kind.rawValue, details: message))
    }
    return Suite(name: say(TableWords.findings), cases: findings)
  }

  private var unitSuites: [Suite] {
    let judged = assessment.verdicts.filter { $0.outcome != .toDate }
    let byUnit = Dictionary(grouping: judged, by: \.unit)
    return assessment.units.compactMap { unit in
      byUnit[unit.code].map { verdicts in
        Suite(name: "\(unit.name) (\(unit.code))", cases: verdicts.map(testCase))
      }
    }
  }

  private func testCase(_ verdict: Verdict) -> TestCase {
    TestCase(
      name: "\(summary.title(verdict)) – \(verdict.period)", className: verdict.number,
      result: result(verdict))
  }

  private func result(_ verdict: Verdict) -> Result {
    let words = [
      say(Words.outcome(verdict.outcome)), verdict.reason.map { summary.reason($0, verdict) },
    ]
    let message = words.compactMap(\.self).joined(separator: ": ")
    let details = summary.lines(verdict).joined(separator: "\n")
    switch verdict.outcome {
    case .met: return .passed
    case .violated:
      return .failed(
        message: "\(message): \(summary.measure(verdict))", type: verdict.obligation,
        details: details)
    case .undetermined where undetermined == .fail && verdict.reason != .notInData:
      return .error(message: message, type: verdict.obligation, details: details)
    case .undetermined, .tooFewRecords, .noTarget, .waived, .notApplicable, .toDate:
      return .skipped(message)
    }
  }

  // MARK: - Writing

  private func write(_ suite: Suite, _ id: Int, _ xml: inout XMLText) {
    let results = suite.cases.map(\.result)
    xml.element(
      "testsuite",
      [
        "id": String(id), "package": assessment.period, "name": suite.name,
        "timestamp": String(assessment.asOf.prefix(19)), "hostname": "localhost",
        "tests": String(results.count), "failures": String(results.count(where: \.isFailure)),
        "errors": String(results.count(where: \.isError)),
        "skipped": String(results.count(where: \.isSkipped)), "time": "0",
      ]
    ) { xml in
      xml.element("properties") { $0.element("property", properties) }
      for testCase in suite.cases {
        xml.newLine()
        write(testCase, &xml)
      }
      xml.element("system-out", text: say(assessment.notice))
      xml.element("system-err")
    }
  }

  private var properties: KeyValuePairs<StaticString, String> {
    ["name": "as-of", "value": assessment.asOf]
  }

  private func write(_ testCase: TestCase, _ xml: inout XMLText) {
    xml.element(
      "testcase", ["name": testCase.name, "classname": testCase.className, "time": "0"]
    ) { xml in
      switch testCase.result {
      case .passed: break
      case .skipped(let message): xml.element("skipped", ["message": message])
      case .failed(let message, let type, let details):
        xml.element("failure", ["message": message, "type": type], text: details)
      case .error(let message, let type, let details):
        xml.element("error", ["message": message, "type": type], text: details)
      }
    }
  }
}
