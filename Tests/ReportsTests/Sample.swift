import Assessment
import Diagnostics
import Numbers

/// Made-up assessments that the tests of reports are about.
enum Sample: String, CaseIterable {
  /// Nothing is wrong.
  case none
  /// One violation.
  case one
  /// Two hundred, more than anybody shows.
  case many
  /// A verdict of each kind.
  case outcomes

  /// The assessment.
  /// - Parameter value: stands wherever names, titles, keys, files, quotations and messages do.
  func assessment(value: String? = nil) -> Assessment {
    let words = SampleWords(value: value)
    let verdicts = numbers.map { words.verdict($0.unit, $0.outcome) }
    let isClean = self == .none
    var assessment = Assessment(
      period: "2025-09", asOf: "2025-10-05T23:59:59.999999+07:00", zone: "Asia/Ho_Chi_Minh",
      directives: [words.directive], obligations: [words.obligation],
      units: Set(numbers.map(\.unit)).sorted().map(words.unit), verdicts: verdicts,
      findings: isClean ? [] : words.findings, defects: isClean ? [] : words.defects,
      ruleFaults: isClean ? [] : words.faults,
      places: words.places(isClean ? [] : words.placedDefects), manifest: words.manifest)
    assessment.status = self == .none ? .final : .provisional
    return assessment
  }

  private var numbers: [(unit: Int, outcome: Verdict.Outcome)] {
    switch self {
    case .none: [(1, .met)]
    case .one: [(1, .violated)]
    case .many: (1...200).map { ($0, .violated) }
    case .outcomes: Verdict.Outcome.allCases.enumerated().map { ($0.offset + 1, $0.element) }
    }
  }
}

/// The parts of the sample assessments.
struct SampleWords {
  /// Stands in the place of every text, where there is one.
  let value: String?

  private func words(_ text: String) -> String { value ?? text }

  private func text(_ vi: String, _ en: String) -> Text {
    Text(vi: words(vi), en: words(en))
  }

  var directive: DirectiveSummary {
    DirectiveSummary(
      id: "nd63", number: words("63/2010/NĐ-CP"),
      title: text("Kiểm soát thủ tục hành chính", "Control of procedures"),
      issuer: words("Chính phủ"), confidence: "R", source: words("bản hợp nhất"))
  }

  var obligation: ObligationSummary {
    ObligationSummary(
      id: "nd63/entered", directive: "nd63",
      title: text("Nhập thủ tục đúng hạn", "Procedures are entered in time"),
      duty: CitationSummary(cite: words("Điều 24 khoản 2"), says: words("trong 5 ngày làm việc")),
      binding: CitationSummary(cite: words("Điều 24")), noTarget: nil, severity: .high,
      measure: .share, dataset: "procedures", datasetTitle: text("Thủ tục", "Procedures"))
  }

  func unit(_ number: Int) -> UnitSummary {
    UnitSummary(
      code: code(number), name: words("Sở Mô phỏng \(number)"), level: "so", parent: nil)
  }

  private func code(_ number: Int) -> String { "H26.\(number < 10 ? "0" : "")\(number)" }

  // MARK: - Verdicts

  func verdict(_ unit: Int, _ outcome: Verdict.Outcome) -> Verdict {
    let isJudged = [.violated, .met, .undetermined, .waived].contains(outcome)
    var verdict = Verdict(
      number: "2025-09/\(code(unit))/nd63/entered", unit: code(unit), obligation: "nd63/entered",
      group: outcome == .tooFewRecords ? words("lĩnh vực đất đai") : nil, period: "2025-09",
      outcome: outcome, reason: outcome == .undetermined ? .unknownRecords : nil,
      counts: counts(outcome), measured: measured(outcome), bounds: bounds(outcome),
      target: isJudged ? target : nil, shortfall: outcome == .violated ? 2 : nil, parts: [],
      subjectTo: outcome == .undetermined ? 1 : nil,
      answers: outcome == .violated ? answers(unit) : [],
      evidence: outcome == .violated ? evidence(unit) : .none,
      unknown: outcome == .undetermined ? unknown(unit) : .none)
    verdict.waived = outcome == .waived ? waived(unit) : nil
    return verdict
  }

  private func counts(_ outcome: Verdict.Outcome) -> Verdict.Counts {
    switch outcome {
    case .violated: Verdict.Counts(passed: 5, failed: 2, notDue: 1)
    case .undetermined: Verdict.Counts(passed: 5, unknown: 2)
    case .notApplicable, .waived: Verdict.Counts()
    case .met, .tooFewRecords, .noTarget, .toDate: Verdict.Counts(passed: 7)
    }
  }

  private func measured(_ outcome: Verdict.Outcome) -> Verdict.Measured? {
    let counts = counts(outcome)
    let all = counts.passed + counts.failed
    guard let value = try? Rational(Int128(counts.passed), over: Int128(all)) else { return nil }
    return Verdict.Measured(
      value: value, numerator: Rational(counts.passed), denominator: Rational(all))
  }

  private func bounds(_ outcome: Verdict.Outcome) -> Verdict.Bounds {
    let value = measured(outcome)?.value
    let low = try? Rational(5, over: 7)
    return Verdict.Bounds(
      low: outcome == .undetermined ? low : value, high: value, mayBeEmpty: false)
  }

  private var target: TargetSummary {
    TargetSummary(
      comparison: .atLeast(.one), from: "2023-10-13", until: nil, cite: words("15/CT-UBND"),
      source: words("báo chí"))
  }

  private func answers(_ unit: Int) -> [Answer] {
    [
      Answer(
        state: .held, post: words("Giám đốc"), holder: words("Người giữ chức vụ mô phỏng"),
        kind: "official", from: "2025-01-01", document: words("01/QĐ"),
        counts: Verdict.Counts(passed: 4, failed: 1), breaches: [key(unit, 1)]),
      Answer(
        state: .vacant, post: words("Giám đốc"), counts: Verdict.Counts(passed: 1, failed: 1),
        breaches: [key(unit, 2)]),
    ]
  }

  // MARK: - Records

  private func key(_ unit: Int, _ record: Int) -> String { words("\(unit).00000\(record)") }

  private func evidence(_ unit: Int) -> Evidence {
    Evidence(
      total: 3,
      records: [
        EvidenceRecord(key: key(unit, 1), due: "2025-09-10", done: "2025-09-12", columns: []),
        EvidenceRecord(key: key(unit, 2), due: "2025-09-11T17:00:00", done: nil, columns: []),
      ])
  }

  private func unknown(_ unit: Int) -> Evidence {
    Evidence(
      total: 1,
      records: [
        EvidenceRecord(
          key: key(unit, 3), due: nil, done: nil, columns: [words("Ngày ký")])
      ])
  }

  private func waived(_ unit: Int) -> Verdict.Waived {
    let counts = Verdict.Counts(passed: 1, failed: 1)
    let part = Verdict.Part(
      outcome: .violated, counts: counts, measured: nil, bounds: bounds(.waived), target: target,
      shortfall: 1)
    let waiver = Verdict.AppliedWaiver(
      id: "storm", document: words("12/VP"), approver: words("Chánh Văn phòng"),
      from: "2025-09-01", until: "2025-09-30", reason: words("bão"))
    return Verdict.Waived(
      waivers: [waiver], counts: counts, counted: part, evidence: evidence(unit))
  }

  // MARK: - Data

  var findings: [Finding] {
    [
      Finding(
        kind: .missingHandIn, severity: .medium, unit: "H26.99", dataset: "procedures",
        message: text("Sở Mô phỏng 99 không nộp dữ liệu", "Unit 99 handed in nothing")),
      Finding(
        kind: .nilReturn, severity: nil, unit: "H26.98", file: words("H26.98.csv"),
        message: text("tệp không có bản ghi nào", "the file holds no record")),
    ]
  }

  var defects: [DefectCount] {
    [DefectCount(kind: "unreadable-value", dataset: "procedures", column: "signed_on", count: 1)]
  }

  var placedDefects: [Places.Defect] {
    [
      Places.Defect(
        kind: "unreadable-value", code: "TT0521", dataset: "procedures", file: file, line: 4,
        field: 3, column: "signed_on", key: key(1, 3), value: words("31/09/2025"),
        message: text("'31/09/2025' không phải là ngày", "'31/09/2025' is no date"),
        hint: text("ghi ngày có thật", "write a day that exists"))
    ]
  }

  var faults: [RuleFault] {
    [
      RuleFault(
        rule: "nd63/entered", message: text("chia cho 0", "division by zero"), count: 1,
        example: key(1, 4))
    ]
  }

  private var file: String { words("2025-09/H26.01.csv") }

  func places(_ defects: [Places.Defect]) -> Places {
    let records = (1...9).map { (key(1, $0), Places.Place(file: file, line: $0 + 1)) }
    return Places(
      records: ["procedures": Dictionary(records) { first, _ in first }], defects: defects)
  }

  var manifest: Manifest {
    let hash = String(repeating: "0", count: 64)
    return Manifest(
      tool: "tuanthu 0.0.0",
      inputs: [
        Manifest.Input(
          role: "exports", path: file, sha256: hash, snapshot: "2025-10-05T00:00:00+07:00",
          records: 9),
        Manifest.Input(role: "rules", path: words("rules/nd63.yaml"), sha256: hash),
      ], options: ["period": "2025-09"])
  }
}
