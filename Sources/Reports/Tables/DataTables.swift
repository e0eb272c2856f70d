import Assessment
import Diagnostics

/// Hand-ins that are missing, files that cannot be read, and what else concerns a hand-in as a whole.
struct FindingTable: ReportTable {
  let assessment: Assessment
  let language: Language

  let columns: [TableColumn] = [
    TableColumn("kind", TableWords.kind, width: 22),
    TableColumn("severity", TableWords.severity, width: 12),
    TableColumn("unit", TableWords.unit),
    TableColumn("dataset", TableWords.dataset, width: 18),
    TableColumn("file", TableWords.file, width: 30),
    TableColumn("count", TableWords.count, width: 10, .count),
    TableColumn("message", TableWords.message, width: 80),
  ]

  func forEachRow(_ body: ([TableCell]) throws -> Void) throws {
    for finding in assessment.findings {
      try body([
        .text(finding.kind.rawValue),
        finding.severity.map { .word(code: $0.rawValue, Words.severity($0)) } ?? .empty,
        .optional(finding.unit), .optional(finding.dataset), .optional(finding.file),
        .optional(count: finding.count), .text(finding.message.in(language)),
      ])
    }
  }
}

/// Every defect of the data with its place, and mistakes of rules.
struct DefectTable: ReportTable {
  let assessment: Assessment
  let language: Language

  let columns: [TableColumn] = [
    TableColumn("kind", TableWords.kind, width: 22),
    TableColumn("code", TableWords.code, width: 10),
    TableColumn("dataset", TableWords.dataset, width: 18),
    TableColumn("file", TableWords.file, width: 30),
    TableColumn("line", TableWords.line, width: 8, .count),
    TableColumn("field", TableWords.field, width: 8, .count),
    TableColumn("column", TableWords.column, width: 18),
    TableColumn("key", TableWords.key, width: 24),
    TableColumn("value", TableWords.value, width: 20),
    TableColumn("message", TableWords.message, width: 60),
    TableColumn("hint", TableWords.hint, width: 40),
  ]

  func forEachRow(_ body: ([TableCell]) throws -> Void) throws {
    for defect in assessment.places.defects {
      try body([
        .text(defect.kind), .optional(defect.code), .optional(defect.dataset), .text(defect.file),
        .optional(count: defect.line), .optional(count: defect.field), .optional(defect.column),
        .optional(defect.key), .optional(defect.value), .text(defect.message.in(language)),
        .optional(defect.hint?.in(language)),
      ])
    }
    for fault in assessment.ruleFaults {
      let words = Words.fault(fault.rule, fault.message, fault.count).in(language)
      try body([
        .text("rule-fault"), .empty, .empty, .empty, .empty, .empty, .empty, .text(fault.example),
        .empty, .text(words), .empty,
      ])
    }
  }
}

/// The instruments that the obligations come from.
struct DirectiveTable: ReportTable {
  let assessment: Assessment
  let language: Language

  let columns: [TableColumn] = [
    TableColumn("directive", TableWords.directive, width: 22),
    TableColumn("title", TableWords.directiveTitle, width: 60),
    TableColumn("issuer", TableWords.issuer, width: 24),
    TableColumn("confidence", TableWords.confidence, width: 14),
    TableColumn("source", TableWords.source, width: 40),
  ]

  func forEachRow(_ body: ([TableCell]) throws -> Void) throws {
    for directive in assessment.directives {
      try body([
        .text(directive.number), .text(directive.title.in(language)), .text(directive.issuer),
        .text(directive.confidence), .optional(directive.source),
      ])
    }
  }
}

/// The files that the assessment was made from, with their hashes.
struct InputTable: ReportTable {
  let assessment: Assessment

  let columns: [TableColumn] = [
    TableColumn("role", TableWords.role, width: 10),
    TableColumn("file", TableWords.file, width: 48),
    TableColumn("sha256", TableWords.sha256, width: 68),
    TableColumn("snapshot", TableWords.snapshot, width: 28),
    TableColumn("records", TableWords.records, width: 12, .count),
  ]

  func forEachRow(_ body: ([TableCell]) throws -> Void) throws {
    for input in assessment.manifest.inputs {
      try body([
        .text(input.role), .text(input.path), .text(input.sha256), .optional(input.snapshot),
        .optional(count: input.records),
      ])
    }
  }
}
