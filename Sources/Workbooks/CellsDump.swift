/// Writes all cells of a workbook as JSON: an object with a list of rows for each sheet, each row a
/// list of values from column A on, every row as long as the widest; `""` is an empty cell. The form
/// is that of python-calamine's `to_python`, with dates in ISO 8601.
package struct CellsDump {
  private let workbook: Workbook
  private let write: (String) -> Void

  /// Writes the workbook at `path` piece by piece; what was written before an error is
  /// thrown is no whole JSON text.
  package static func write(
    path: String, to write: @escaping (String) -> Void
  ) throws(WorkbookError) {
    let workbook = try Workbook.open(path: path)
    try CellsDump(workbook: workbook, write: write).writeAll()
  }

  private func writeAll() throws(WorkbookError) {
    write("{")
    for sheet in workbook.sheets {
      write(sheet.number == 1 ? "" : ", ")
      write(JSONText.quoted(sheet.name) + ": [")
      do {
        try writeRows(of: sheet)
      } catch let error as WorkbookError {
        throw error
      } catch {
        throw WorkbookError(path: workbook.path, reason: .notAWorkbook, sheet: sheet.name)
      }
      write("]")
    }
    write("}\n")
  }

  private func writeRows(of sheet: Sheet) throws {
    let extent = try extent(of: sheet)
    guard extent.rows * extent.columns <= WorkbookLimit.dumpedCells.most else {
      throw WorkbookError(
        path: workbook.path, reason: .limit(part: "", .dumpedCells), sheet: sheet.name)
    }
    let lines = RowLines(columns: extent.columns, write: write)
    if extent.isInOrder {
      try workbook.forEachRow(of: sheet) { lines.write($0) }
    } else {
      var rows: [Int: SheetRow] = [:]
      try workbook.forEachRow(of: sheet) { rows[$0.number, default: $0].merge($0) }
      for number in rows.keys.sorted() { rows[number].map(lines.write) }
    }
  }

  private struct Extent {
    var rows = 0
    var columns = 0
    var isInOrder = true
  }

  private func extent(of sheet: Sheet) throws -> Extent {
    var extent = Extent()
    try workbook.forEachRow(of: sheet) { row in
      guard let last = row.cells.last(where: { $0.value != .notCalculated }) else { return }
      if row.number <= extent.rows { extent.isInOrder = false }
      extent.rows = max(extent.rows, row.number)
      extent.columns = max(extent.columns, last.column + 1)
    }
    return extent
  }
}

extension SheetRow {
  /// Puts the cells of the same row, written further down, over these.
  fileprivate mutating func merge(_ later: SheetRow) {
    let shift = bytes.count
    let columns = Set(later.cells.map(\.column))
    bytes += later.bytes
    let moved = later.cells.map {
      let range = $0.range.lowerBound + shift..<$0.range.upperBound + shift
      return SheetCell(column: $0.column, value: $0.value, range: range)
    }
    cells = (cells.filter { !columns.contains($0.column) } + moved).sorted { $0.column < $1.column }
  }
}

/// Writes rows of one length, with the empty ones between them.
private final class RowLines {
  private let columns: Int
  private let write: (String) -> Void
  private var written = 0

  init(columns: Int, write: @escaping (String) -> Void) {
    self.columns = columns
    self.write = write
  }

  func write(_ row: SheetRow) {
    let cells = row.cells.filter { $0.value != .notCalculated }
    guard !cells.isEmpty else { return }
    while written + 1 < row.number { writeLine([]) }
    var values: [String] = []
    for cell in cells {
      while values.count < cell.column { values.append("\"\"") }
      values.append(CellJSON.text(of: cell, in: row))
    }
    writeLine(values)
  }

  private func writeLine(_ values: [String]) {
    let all = values + Array(repeating: "\"\"", count: columns - values.count)
    write((written > 0 ? ", " : "") + "[" + all.joined(separator: ", ") + "]")
    written += 1
  }
}
