import Diagnostics
import Foundation

@testable import Workbooks

/// A workbook as text: every row, every cell, every defect, and the error that ended the reading.
enum WorkbookText {
  static func of(path: String, prefersExpat: Bool) -> String {
    var lines: [String] = []
    do {
      let workbook = try Workbook.open(path: path, prefersExpat: prefersExpat)
      lines.append("\(workbook.kind)")
      if let warning = workbook.repairDiagnostic(shownAs: path) { lines += told(warning, path) }
      for sheet in workbook.sheets { lines += told(sheet, of: workbook) }
    } catch {
      lines += told(error, path)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func told(_ sheet: Sheet, of workbook: Workbook) -> [String] {
    var lines = ["sheet \(sheet.number) '\(sheet.name)' \(sheet.visibility)"]
    do {
      let summary = try workbook.forEachRow(of: sheet) { row in
        lines.append("  row \(row.number)\(row.isHidden ? " hidden" : "")")
        lines += row.cells.map { "    \(told($0, in: row))" }
        for defect in row.defects {
          let diagnostic = defect.diagnostic(path: workbook.path, sheet: sheet.name)
          lines += told(diagnostic, workbook.path).map { "    \($0)" }
        }
      }
      if !summary.merged.isEmpty {
        lines.append("  merged \(summary.merged.map(\.name).joined(separator: " "))")
      }
      if !summary.hiddenColumns.isEmpty {
        let names = summary.hiddenColumns.map {
          CellReference.name(column: $0.lowerBound) + ":"
            + CellReference.name(column: $0.upperBound)
        }
        lines.append("  hidden columns \(names.joined(separator: " "))")
      }
    } catch let error as WorkbookError {
      lines += told(error, workbook.path)
    } catch {
      lines.append("\(error)")
    }
    return lines
  }

  private static func told(_ cell: SheetCell, in row: SheetRow) -> String {
    let name = CellReference.name(column: cell.column) + String(row.number)
    let text = JSONText.quoted(row.string(of: cell))
    let value =
      switch cell.value {
      case .text: "text \(text)"
      case .number(let kind): "number \(kind) \(text) shown \(row.shownNumber(of: cell))"
      case .moment(let moment, let shape): "\(shape) \(moment.iso) of \(text)"
      case .duration(let milliseconds): "duration \(milliseconds) ms of \(text)"
      case .bool(let value): "bool \(value)"
      case .error: "error \(text)"
      case .notCalculated: "not calculated"
      case .unreadable: "unreadable \(text)"
      }
    return "\(name) \(value)"
  }

  private static func told(_ error: WorkbookError, _ path: String) -> [String] {
    told(error.diagnostic, path)
  }

  private static func told(_ diagnostic: Diagnostic, _ path: String) -> [String] {
    let texts = [diagnostic.message, diagnostic.hint].compactMap { $0 }
    let lines = [diagnostic.code] + texts.flatMap { [$0.vi, $0.en] }.map { "  \($0)" }
    return lines.map { $0.replacingOccurrences(of: path, with: "FILE") }
  }
}
