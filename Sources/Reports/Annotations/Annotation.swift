import Assessment
import Diagnostics

/// Something of an assessment that is shown beside a line of an export, where a change of it is looked at.
struct Annotation {
  /// How much it matters.
  enum Level: String {
    case error
    case warning
    case notice
  }

  let level: Level
  /// The code of a diagnostic, the kind of a finding, or an obligation.
  let name: String
  /// From the exports folder.
  let file: String?
  let line: Int?
  let message: String
}

/// The annotations of an assessment: what is wrong with its exports, then what was found.
struct AnnotationList {
  private let assessment: Assessment
  private let language: Language

  init(_ assessment: Assessment, _ language: Language) {
    (self.assessment, self.language) = (assessment, language)
  }

  /// All of them, in the order of the assessment.
  var all: [Annotation] {
    assessment.places.defects.map(annotation) + assessment.findings.map(annotation)
      + assessment.verdicts.flatMap(annotations)
  }

  private func annotation(_ defect: Places.Defect) -> Annotation {
    let isRemark = Places.Defect.remarkKinds.contains(defect.kind)
    let texts = [defect.message, defect.hint].compactMap { $0?.in(language) }
    return Annotation(
      level: isRemark ? .notice : .warning, name: defect.code ?? defect.kind, file: defect.file,
      line: defect.line, message: texts.joined(separator: "\n"))
  }

  private func annotation(_ finding: Finding) -> Annotation {
    let level: Annotation.Level =
      switch finding.severity {
      case nil: .notice
      case .low?, .medium?: .warning
      case .high?, .critical?: .error
      }
    return Annotation(
      level: level, name: finding.kind.rawValue, file: finding.file, line: nil,
      message: finding.message.in(language))
  }

  /// Every record that is named, or the verdict alone where none is.
  private func annotations(_ verdict: Verdict) -> [Annotation] {
    switch verdict.outcome {
    case .violated: annotations(verdict, verdict.evidence, .error)
    case .undetermined: annotations(verdict, verdict.unknown, .warning)
    case .met, .tooFewRecords, .noTarget, .waived, .notApplicable, .toDate: []
    }
  }

  private func annotations(
    _ verdict: Verdict, _ evidence: Evidence, _ level: Annotation.Level
  ) -> [Annotation] {
    let obligation = assessment.obligations.first { $0.id == verdict.obligation }
    let title = obligation?.title.in(language) ?? verdict.obligation
    let head = "\(Words.outcome(verdict.outcome).in(language)): \(title) (\(verdict.number))"
    let places = assessment.places.records[obligation?.dataset ?? ""] ?? [:]
    let records = evidence.records.map { record in
      let place = places[record.key]
      let times = record.due.map { [Words.due($0), Words.done(record.done)] } ?? []
      let shown = [record.key] + times.map { $0.in(language) } + record.columns
      return Annotation(
        level: level, name: verdict.obligation, file: place?.file, line: place?.line,
        message: head + "\n" + shown.joined(separator: ", "))
    }
    guard records.isEmpty else { return records }
    return [
      Annotation(level: level, name: verdict.obligation, file: nil, line: nil, message: head)
    ]
  }
}
