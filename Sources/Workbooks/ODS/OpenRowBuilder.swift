/// Makes rows of what an OpenDocument sheet says, with its repeated cells and rows. Empty ones, of
/// which there may be a million, only count.
struct OpenRowBuilder {
  private(set) var summary = SheetSummary()
  /// The limit that was met, if one was.
  private(set) var limit: WorkbookLimit?
  private var row = SheetRow()
  private var nextRow = 1
  private var rowsRepeated = 1
  private var column = 0
  private var sheetColumn = 0
  private var cellCount = 0
  /// What to go back to when a row is abandoned.
  private var before: (cells: Int, merged: Int)?
  private let deliver: (SheetRow) throws -> Void

  init(_ deliver: @escaping (SheetRow) throws -> Void) { self.deliver = deliver }

  mutating func column(repeated: Int, isHidden: Bool) {
    let last = min(sheetColumn + max(1, repeated), WorkbookLimit.columns)
    if isHidden, sheetColumn < last { summary.hiddenColumns.append(sheetColumn...last - 1) }
    sheetColumn = last
    limitRanges()
  }

  mutating func begin(repeated: Int, isHidden: Bool) {
    before = (cellCount, summary.merged.count)
    row.clear()
    row.number = min(nextRow, WorkbookLimit.rows)
    row.isHidden = isHidden
    rowsRepeated = max(1, repeated)
    column = 0
  }

  /// Forgets the row that was begun and not finished, as if it had never been.
  mutating func abandon() {
    guard let before else { return }
    self.before = nil
    row.clear()
    cellCount = before.cells
    summary.merged.removeLast(summary.merged.count - before.merged)
    limit = nil
  }

  mutating func add(_ cell: OpenCell, _ text: OpenText) {
    let count = min(cell.columnsRepeated, WorkbookLimit.columns - column)
    defer { column += max(0, count) }
    guard count > 0 else { return }
    noteMerge(cell)
    let start = row.bytes.count
    guard let value = value(of: cell, text) else { return }
    cellCount += count - 1
    if cellCount > WorkbookLimit.repeatedCells.most { return limit = .repeatedCells }
    for offset in 0..<count {
      row.cells.append(
        SheetCell(column: column + offset, value: value, range: start..<row.bytes.count))
    }
  }

  private mutating func noteMerge(_ cell: OpenCell) {
    guard cell.columnsSpanned > 1 || cell.rowsSpanned > 1 else { return }
    let lastRow = min(row.number + cell.rowsSpanned - 1, WorkbookLimit.rows)
    let lastColumn = min(column + cell.columnsSpanned, WorkbookLimit.columns) - 1
    summary.merged.append(CellRange(rows: row.number...lastRow, columns: column...lastColumn))
    limitRanges()
  }

  private mutating func limitRanges() {
    let count = summary.merged.count + summary.hiddenColumns.count
    if count > WorkbookLimit.ranges.most { limit = .ranges }
  }

  /// A row ends: gives it as often as it is there.
  mutating func finish() throws {
    before = nil
    let isEmpty = row.cells.isEmpty && row.defects.isEmpty
    let past = nextRow + rowsRepeated
    defer { nextRow = min(past, WorkbookLimit.rows + 1) }
    if isEmpty || limit != nil { return }
    cellCount += row.cells.count * min(rowsRepeated - 1, WorkbookLimit.rows)
    if cellCount > WorkbookLimit.repeatedCells.most || past > WorkbookLimit.rows + 1 {
      return limit = .repeatedCells
    }
    for _ in 0..<rowsRepeated {
      summary.rowCount += 1
      summary.hiddenRowCount += row.isHidden ? 1 : 0
      try deliver(row)
      row.number += 1
      row.defects.removeAll(keepingCapacity: true)
    }
  }
}

/// What a cell's value is.
extension OpenRowBuilder {
  private mutating func value(of cell: OpenCell, _ text: OpenText) -> SheetValue? {
    switch cell.kind {
    case .none:
      if cell.hasFormula { return notCalculated() }
      return text.hasParagraphs ? keep(text.bytes, .text) : nil
    case .string: return keep(cell.hasStringValue ? cell.value : text.bytes, .text)
    case .error: return keep(text.bytes, .error)
    case .number: return number(cell, .plain)
    case .percentage: return number(cell, .percentage)
    case .bool: return bool(cell)
    case .date: return date(cell)
    case .time: return time(cell)
    }
  }

  private mutating func keep(_ bytes: [UInt8], _ value: SheetValue) -> SheetValue {
    row.bytes.append(contentsOf: bytes)
    return value
  }

  private mutating func notCalculated() -> SheetValue {
    note(.notCalculated)
    return .notCalculated
  }

  private mutating func number(_ cell: OpenCell, _ kind: NumberKind) -> SheetValue {
    let isNumber = cell.value.withUnsafeBufferPointer { DecimalText($0) != nil }
    return isNumber ? keep(cell.value, .number(kind)) : unreadable(cell)
  }

  private mutating func bool(_ cell: OpenCell) -> SheetValue {
    switch String(decoding: cell.value, as: UTF8.self) {
    case "true": keep(cell.value, .bool(true))
    case "false": keep(cell.value, .bool(false))
    default: unreadable(cell)
    }
  }

  private mutating func date(_ cell: OpenCell) -> SheetValue {
    guard let found = cell.value.withUnsafeBufferPointer({ ISOMoment.parse($0) }) else {
      return unreadable(cell)
    }
    return keep(cell.value, .moment(found.moment, shown: found.shape))
  }

  /// A span of less than a day is taken as a time of day: the file writes both alike.
  private mutating func time(_ cell: OpenCell) -> SheetValue {
    guard let span = cell.value.withUnsafeBufferPointer({ ISOMoment.duration($0) }) else {
      return unreadable(cell)
    }
    let moment = SheetMoment(
      hour: span < 0 ? -1 : span / 3_600_000, minute: span / 60_000 % 60, second: span / 1000 % 60,
      millisecond: span % 1000)
    let value = moment.map { SheetValue.moment($0, shown: .time) }
    return keep(cell.value, value ?? .duration(milliseconds: span))
  }

  private mutating func unreadable(_ cell: OpenCell) -> SheetValue {
    note(.unreadable(String(decoding: cell.value, as: UTF8.self)))
    return keep(cell.value, .unreadable)
  }

  private mutating func note(_ kind: CellDefect.Kind) {
    row.defects.append(CellDefect(kind: kind, row: row.number, column: column))
  }
}
