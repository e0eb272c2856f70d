/// Takes the events of a sheet and gives its rows.
final class SheetHandler: RowHandler {
  private(set) var halt: XMLHalt?
  /// What the caller's closure threw.
  private(set) var callersError: (any Error)?
  private(set) var summary = SheetSummary()
  private let deliver: (SheetRow) throws -> Void
  private var builder: RowBuilder
  private var scanner: RowScanner?
  private var head = CellHead()
  private var cell = CellParts()
  private enum Place { case outside, rows, row, cell, string }
  private var place = Place.outside

  /// What was read of a cell so far.
  private struct CellParts {
    var value: [UInt8] = []
    var string = TextCollector()
    var hasValue = false
    var hasString = false
    var hasFormula = false
    var isInValue = false

    mutating func clear() {
      value.removeAll(keepingCapacity: true)
      string.clear()
      (hasValue, hasString, hasFormula, isInValue) = (false, false, false, false)
    }
  }

  init(_ book: XLSXBook, deliver: @escaping (SheetRow) throws -> Void) {
    builder = RowBuilder(book)
    self.deliver = deliver
  }

  /// Whether the part is a sheet at all.
  private(set) var isSheet = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch place {
    case .outside: startOutside(name, attributes)
    case .rows: if name.isSheet("row") { startRow(attributes) }
    case .row: if name.isSheet("c") { startCell(attributes) }
    case .cell: startInCell(name)
    case .string: cell.string.begin(name, attributes)
    }
  }

  private func startOutside(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isSheet("worksheet") {
      isSheet = true
    } else if name.isSheet("sheetData") {
      place = .rows
    } else if name.isSheet("col"), attributes["hidden"]?.isTrue == true {
      addHiddenColumns(attributes)
    } else if name.isSheet("mergeCell"), let range = attributes["ref"].flatMap({ CellRange($0) }) {
      summary.merged.append(range)
      limitRanges()
    }
  }

  private func addHiddenColumns(_ attributes: XMLAttributes) {
    guard let first = attributes["min"]?.decimal, let last = attributes["max"]?.decimal,
      1 <= first, first <= last, first <= WorkbookLimit.columns
    else { return }
    summary.hiddenColumns.append(first - 1...min(last, WorkbookLimit.columns) - 1)
    limitRanges()
  }

  private func limitRanges() {
    let count = summary.merged.count + summary.hiddenColumns.count
    if count > WorkbookLimit.ranges.most { halt = .limit(.ranges) }
  }

  private func startRow(_ attributes: XMLAttributes) {
    place = .row
    builder.begin(reference: attributes["r"], isHidden: attributes["hidden"]?.isTrue == true)
  }

  private func startCell(_ attributes: XMLAttributes) {
    place = .cell
    cell.clear()
    head = builder.head(reference: attributes["r"], style: attributes["s"], type: attributes["t"])
  }

  private func startInCell(_ name: XMLName) {
    if name.isSheet("v") {
      cell.hasValue = true
      cell.isInValue = true
    } else if name.isSheet("f") {
      cell.hasFormula = true
    } else if name.isSheet("is") {
      cell.hasString = true
      place = .string
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if cell.isInValue {
      cell.value.append(contentsOf: bytes)
    } else if place == .string {
      cell.string.append(bytes)
    } else {
      return
    }
    let most = WorkbookLimit.cellBytes.most
    if cell.value.count > most || cell.string.bytes.count > most { halt = .limit(.cellBytes) }
  }

  func end(_ name: XMLName) {
    switch place {
    case .outside: return
    case .rows: if name.isSheet("sheetData") { place = .outside }
    case .row: if name.isSheet("row") { endRow() }
    case .cell: endInCell(name)
    case .string: endInString(name)
    }
  }

  private func endInCell(_ name: XMLName) {
    if name.isSheet("v") {
      cell.isInValue = false
    } else if name.isSheet("c") {
      place = .row
      endCell()
    }
  }

  private func endInString(_ name: XMLName) {
    cell.string.end(name)
    if name.isSheet("is") { place = .cell }
  }

  /// Some writers call a cell an inline string and write a `v` nonetheless, or the other way round.
  private func endCell() {
    if cell.hasString && (!cell.hasValue || head.kind == .inlineString) {
      head.kind = .inlineString
      cell.string.bytes.withUnsafeBufferPointer {
        builder.add(head, $0, hasValue: true, hasFormula: cell.hasFormula)
      }
    } else {
      cell.value.withUnsafeBufferPointer {
        builder.add(head, $0, hasValue: cell.hasValue, hasFormula: cell.hasFormula)
      }
    }
  }

  private func endRow() {
    place = .rows
    give()
  }

  var isBetweenRows: Bool { place == .rows }
  var mark: [UInt8] { place == .outside ? Self.rowsBegin : Self.rowEnds }
  private static let rowsBegin = Array("<sheetData>".utf8)
  private static let rowEnds = Array("</row>".utf8)

  func mayScan(_ events: XMLEvents) -> Bool {
    if scanner == nil { scanner = RowScanner(events.prefixes) }
    return true
  }

  func scan(_ bytes: inout ByteScanner) -> ScanOutcome {
    let outcome = scanner?.scanRow(&bytes, into: &builder) ?? .unusual
    if outcome == .row { give() } else { builder.abandon() }
    return outcome
  }

  private func give() {
    guard builder.finish() else { return }
    summary.rowCount += 1
    summary.hiddenRowCount += builder.row.isHidden ? 1 : 0
    do {
      try deliver(builder.row)
    } catch {
      callersError = error
      halt = .finished
    }
  }
}
