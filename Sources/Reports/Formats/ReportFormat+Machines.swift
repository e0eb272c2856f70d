extension ReportFormat {
  /// Test cases, for systems that show those.
  static let junit = ReportFormat("junit", endings: [".junit.xml", ".xml"]) { content, file in
    let report = JUnitReport(
      content.assessment, content.language, undetermined: content.undetermined)
    try file.append(report.text)
  }

  /// Static Analysis Results Interchange Format 2.1.0.
  static let sarif = ReportFormat("sarif", endings: [".sarif", ".sarif.json"]) { content, file in
    try file.append(content.annotations.sarif())
  }

  /// A summary for a merge request.
  static let markdown = ReportFormat("markdown", endings: [".md"]) { content, file in
    try file.append(MarkdownReport(content.assessment, content.language).text)
  }

  /// All verdicts as CSV.
  static let verdicts = ReportFormat("csv", endings: [".csv"]) { content, file in
    try CSVText.write(VerdictTable(content.assessment, content.language), to: file)
  }

  /// Who answers for violations, as CSV.
  static let heads = ReportFormat("heads", endings: ["heads.csv"]) { content, file in
    try CSVText.write(HeadTable(content.assessment, content.language), to: file)
  }

  /// Records that prove violations, as CSV.
  static let breaches = ReportFormat(
    "breaches", endings: ["breaches.csv"], wantsBreaches: true
  ) { content, file in
    var lines = BlockWriter(file)
    try lines.append(BreachTable.header)
    try content.forEachBreach { try lines.append(BreachTable.line($0)) }
    try lines.flush()
  }
}
