/// Takes the events of an OpenDocument spreadsheet and gives the rows of one of its sheets.
final class OpenSheetHandler: RowHandler {
  private(set) var halt: XMLHalt?
  /// What the caller's closure threw.
  private(set) var callersError: (any Error)?
  private var builder: OpenRowBuilder
  private let sheetNumber: Int
  private var sheetsSeen = 0
  private var cell = OpenCell()
  private var text = OpenText()
  private var scanner = OpenRowScanner()
  private var isInRow = false
  private var depth = 0
  private var cellDepth: Int?
  private var paragraphDepth: Int?
  /// The depth of something in a paragraph that is no text of the cell, such as a note.
  private var asideDepth: Int?
  private var innerTables = 0

  var summary: SheetSummary { builder.summary }

  init(sheetNumber: Int, deliver: @escaping (SheetRow) throws -> Void) {
    self.sheetNumber = sheetNumber
    builder = OpenRowBuilder(deliver)
  }

  private var isHere: Bool { sheetsSeen == sheetNumber }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    if name.is(.table, "table") { startTable() }
    guard innerTables == 1 else { return }
    if name.is(.table, "table-row") { isInRow = true }
    guard isHere else { return }
    if cellDepth != nil {
      startInCell(name, attributes)
    } else if name.space == .table {
      startInTable(name, attributes)
    }
  }

  private func startTable() {
    if innerTables == 0 { sheetsSeen += 1 }
    innerTables += 1
  }

  private func startInTable(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.local == "table-cell" || name.local == "covered-table-cell" {
      cellDepth = depth
      text.clear()
      cell.read(attributes)
    } else if name.local == "table-row" {
      builder.begin(
        repeated: attributes[.table, "number-rows-repeated"]?.decimal ?? 1,
        isHidden: isHidden(attributes))
    } else if name.local == "table-column" {
      builder.column(
        repeated: attributes[.table, "number-columns-repeated"]?.decimal ?? 1,
        isHidden: isHidden(attributes))
    }
  }

  private func isHidden(_ attributes: XMLAttributes) -> Bool {
    attributes[.table, "visibility"]?.isHiddenRow ?? false
  }

  private func startInCell(_ name: XMLName, _ attributes: XMLAttributes) {
    if paragraphDepth == nil {
      let isParagraph = name.is(.text, "p") || name.is(.text, "h")
      guard isParagraph, depth == (cellDepth ?? 0) + 1 else { return }
      paragraphDepth = depth
      text.beginParagraph()
    } else if asideDepth == nil {
      if isAside(name) { asideDepth = depth } else { text.appendSpace(name, attributes) }
    }
  }

  private func isAside(_ name: XMLName) -> Bool {
    name.is(.office, "annotation") || name.is(.text, "note") || name.is(.text, "ruby-text")
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard paragraphDepth != nil, asideDepth == nil else { return }
    text.append(bytes)
    if text.bytes.count > WorkbookLimit.cellBytes.most { halt = .limit(.cellBytes) }
  }

  func end(_ name: XMLName) {
    defer { depth -= 1 }
    if name.is(.table, "table") { return endTable() }
    guard innerTables == 1 else { return }
    if name.is(.table, "table-row") { isInRow = false }
    guard isHere else { return }
    if asideDepth == depth { asideDepth = nil }
    if paragraphDepth == depth { paragraphDepth = nil }
    if cellDepth == depth { return endCell() }
    if cellDepth == nil, name.is(.table, "table-row") { endRow() }
  }

  private func endTable() {
    innerTables -= 1
    if isHere, innerTables == 0 { halt = .finished }
  }

  private func endCell() {
    cellDepth = nil
    builder.add(cell, text)
    checkLimits()
  }

  private func endRow() {
    do {
      try builder.finish()
    } catch {
      callersError = error
      halt = .finished
    }
    checkLimits()
  }

  var isBetweenRows: Bool { innerTables == 1 && !isInRow && cellDepth == nil }
  let mark = Array("</table:table-row>".utf8)

  func mayScan(_ events: XMLEvents) -> Bool { OpenRowScanner.mayScan(events) }

  func scan(_ bytes: inout ByteScanner) -> ScanOutcome {
    let outcome = scanner.scanRow(&bytes, into: &builder)
    if outcome == .row && isHere { endRow() } else { builder.abandon() }
    return outcome
  }

  private func checkLimits() {
    if let limit = builder.limit { halt = .limit(limit) }
  }
}
