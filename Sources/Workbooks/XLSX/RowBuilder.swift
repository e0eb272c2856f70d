/// Makes rows of what the XML of a sheet says: where cells stand, and in which order.
struct RowBuilder {
  let book: XLSXBook
  private(set) var row = SheetRow()
  private var previousRow = 0
  private var nextColumn = 0
  private var isOpen = false
  private var sharedReads = 0
  private var isInOrder = true
  /// Whether the row said its number; if not, its first cell may.
  private var isNumbered = false

  init(_ book: XLSXBook) { self.book = book }

  /// A `row` element begins.
  mutating func begin(reference: UnsafeBufferPointer<UInt8>?, isHidden: Bool) {
    previousRow = row.number
    isOpen = true
    row.clear()
    row.isHidden = isHidden
    row.number = min(previousRow + 1, WorkbookLimit.rows)
    nextColumn = 0
    isInOrder = true
    isNumbered = false
    guard let reference else { return }
    if let number = CellReference.row(reference) {
      row.number = number
      isNumbered = true
      checkOrder()
    } else {
      note(.badReference(reference.string), column: 0)
    }
  }

  /// Forgets the row that was begun and not finished, as if it had never been.
  mutating func abandon() {
    guard isOpen else { return }
    isOpen = false
    row.clear()
    row.number = previousRow
  }

  private mutating func checkOrder() {
    if row.number <= previousRow { note(.outOfOrder, column: 0) }
  }

  /// A `c` element begins.
  mutating func head(
    reference: UnsafeBufferPointer<UInt8>?, style: UnsafeBufferPointer<UInt8>?,
    type: UnsafeBufferPointer<UInt8>?
  ) -> CellHead {
    var head = CellHead()
    head.column = column(reference)
    head.kind = CellHead.Kind(type)
    if head.kind == .unknown, let type { note(.unknownType(type.string), column: head.column) }
    if let style, !style.isEmpty { head.shape = shape(style, column: head.column) }
    return head
  }

  private mutating func column(_ reference: UnsafeBufferPointer<UInt8>?) -> Int {
    var column = min(nextColumn, WorkbookLimit.columns - 1)
    if let reference {
      if let place = CellReference.parse(reference), isHere(place.row) {
        column = place.column
      } else {
        note(.badReference(reference.string), column: column)
      }
    }
    nextColumn = column + 1
    return column
  }

  /// Whether a cell of row `number` belongs to this row.
  private mutating func isHere(_ number: Int) -> Bool {
    if !isNumbered {
      row.number = number
      isNumbered = true
      checkOrder()
    }
    return number == row.number
  }

  private mutating func shape(_ style: UnsafeBufferPointer<UInt8>, column: Int) -> NumberShape {
    if let index = style.decimal, index < book.shapes.count { return book.shapes[index] }
    if !(book.shapes.isEmpty && style == "0") { note(.unknownStyle(style.string), column: column) }
    return .number(.plain)
  }

  /// A `row` element ends: whether there is something to give.
  mutating func finish() -> Bool {
    isOpen = false
    if !isInOrder { sort() }
    return !row.cells.isEmpty || !row.defects.isEmpty
  }

  /// Sorts the cells by column; of two in one column the later counts, as in Excel.
  /// That they are out of order is said once a row, of the first that stands too late.
  private mutating func sort() {
    var byColumn: [Int: SheetCell] = [:]
    var last = 0
    var isTold = row.defects.contains { $0.kind == .outOfOrder }
    for cell in row.cells {
      if cell.column < last, !isTold {
        note(.outOfOrder, column: cell.column)
        isTold = true
      }
      last = max(last, cell.column)
      let earlier = byColumn.updateValue(cell, forKey: cell.column)
      if earlier != nil { note(.repeated, column: cell.column) }
    }
    row.cells = byColumn.values.sorted { $0.column < $1.column }
  }

  mutating func note(_ kind: CellDefect.Kind, column: Int) {
    row.defects.append(CellDefect(kind: kind, row: row.number, column: column))
  }

  /// Adds a cell whose text was appended to the row's bytes from `start` on.
  mutating func append(_ value: SheetValue, column: Int, from start: Int) {
    if let last = row.cells.last, last.column >= column { isInOrder = false }
    row.cells.append(SheetCell(column: column, value: value, range: start..<row.bytes.count))
  }

  /// Appends to the row's bytes; gives where they begin.
  mutating func keep(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let start = row.bytes.count
    row.bytes.append(contentsOf: text)
    return start
  }

  /// Appends a shared string to the row's bytes; `false` where there is none of that number.
  mutating func keepShared(_ index: Int) -> Bool {
    sharedReads += 1
    if sharedReads % SharedStrings.readsUntilRelease == 0 { book.strings.release() }
    return book.strings.append(index, to: &row.bytes)
  }

  /// Resolves escapes in the row's bytes from `start` on.
  mutating func resolveEscapes(from start: Int) { EscapedText.resolve(&row.bytes, from: start) }
}
