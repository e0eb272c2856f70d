import Workbooks

/// Writes the rows of a sheet as CSV, from the header on: a record for each row, every one as long as the header.
struct SheetText {
  /// So many empty rows are written as empty lines; of more the next row's number is said.
  private static let mostBlankLines = 64

  /// Which row each line is.
  private(set) var lines = LineNames()
  /// How many cells stood beyond the last header, and the first of them.
  private(set) var strayCells = 0
  private(set) var firstStray: String?
  private let book: Workbook
  private let columns: [SheetColumn]
  private var line = 1

  init(_ header: SheetHeader, of book: Workbook) {
    self.book = book
    columns = header.columns
  }

  /// Writes a row.
  /// - Parameter isHeader: its cells are names, whatever they hold.
  mutating func add(_ row: SheetRow, isHeader: Bool = false, to bytes: inout [UInt8]) {
    begin(row.number, &bytes)
    var next = 0
    for cell in row.cells {
      guard cell.column < columns.count else {
        addStray(cell, row.number)
        continue
      }
      while next < cell.column { addDelimiter(&next, &bytes) }
      let column = isHeader ? SheetColumn(nil) : columns[cell.column]
      line += bytes.append(csvField: column.text(of: cell, in: row, book))
    }
    while next + 1 < columns.count { addDelimiter(&next, &bytes) }
    endLine(&bytes)
  }

  private mutating func begin(_ number: Int, _ bytes: inout [UInt8]) {
    let gap = number - lines.number(of: line)
    if gap > 0, gap <= Self.mostBlankLines {
      for _ in 0..<gap { endLine(&bytes) }
    }
    lines.name(line, number)
  }

  private mutating func addStray(_ cell: SheetCell, _ row: Int) {
    strayCells += 1
    if firstStray == nil { firstStray = CellReference.name(column: cell.column) + "\(row)" }
  }

  private func addDelimiter(_ next: inout Int, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    next += 1
  }

  private mutating func endLine(_ bytes: inout [UInt8]) {
    bytes.append(.lineFeed)
    line += 1
  }
}
