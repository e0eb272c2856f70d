import Foundation

extension ReportFormat {
  /// A workbook with a sheet for each table.
  static let workbook = ReportFormat(
    "xlsx", endings: [".xlsx"], wantsBreaches: true
  ) { content, file in
    try WorkbookReport(content).write(to: file.path)
  }

  /// The report as an administrative document, to be edited and signed.
  static let document = ReportFormat("docx", endings: [".docx"]) { content, file in
    try file.append(Data(WordReport(content).report()))
  }

  /// The letter that goes with the report.
  static let letter = ReportFormat("letter", endings: ["letter.docx"]) { content, file in
    try file.append(Data(WordReport(content).letter()))
  }

  /// A sheet for each head: what was found, and room to explain it.
  static let sheets = ReportFormat("sheets", endings: ["sheets.docx"]) { content, file in
    try file.append(Data(WordReport(content).sheets()))
  }
}
