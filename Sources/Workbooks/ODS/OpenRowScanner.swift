/// Reads `table-row` elements that are written plainly, as LibreOffice does, without a general XML
/// parser; leaves to expat what `RowScanner` would leave, and everything in paragraphs but text.
struct OpenRowScanner {
  private static let rowNames = KnownAttributes([
    "table:number-rows-repeated", "table:visibility", "table:style-name",
    "table:default-cell-style-name",
  ])
  private static let cellNames: [StaticString] = [
    "office:value-type", "office:value", "office:date-value", "office:time-value",
    "office:boolean-value", "office:string-value", "office:currency", "calcext:value-type",
    "table:style-name", "table:number-columns-repeated", "table:formula",
    "table:number-columns-spanned", "table:number-rows-spanned", "table:content-validation-name",
  ]
  private static let knownCell = KnownAttributes(cellNames)
  private static let prefixes: [String: XMLNamespace] = [
    "table": .table, "office": .office, "text": .text, "calcext": .calcExtension,
  ]

  private var cell = OpenCell()
  private var text = OpenText()
  private var scratch: [UInt8] = []

  /// Whether the prefixes mean what they usually do, everywhere in the part.
  static func mayScan(_ events: XMLEvents) -> Bool {
    !events.hasInnerPrefixes && prefixes.allSatisfy { events.prefixes[$0.key] == $0.value }
  }

  /// Scans one row. Where the outcome is another, the builder's row is to be abandoned.
  mutating func scanRow(
    _ bytes: inout ByteScanner, into builder: inout OpenRowBuilder
  ) -> ScanOutcome {
    bytes.skipSpace()
    guard bytes.takes("<table:table-row") else { return bytes.isNearEnd ? .needsMore : .noRow }
    var repeated = 1
    var isHidden = false
    let isKnown = Self.rowNames.scan(&bytes) { index, value in
      if index == 0 { repeated = value.decimal ?? 1 }
      if index == 1 { isHidden = value.isHiddenRow }
      return true
    }
    guard isKnown, bytes.takes(">") else { return bytes.stopped }
    builder.begin(repeated: repeated, isHidden: isHidden)
    bytes.skipSpace()
    while !bytes.takes("</table:table-row>") {
      let isPlain = bytes.takes("<table:table-cell")
      guard isPlain || bytes.takes("<table:covered-table-cell") else { return bytes.stopped }
      let end: StaticString = isPlain ? "</table:table-cell>" : "</table:covered-table-cell>"
      guard scanCell(&bytes, until: end) else { return bytes.stopped }
      builder.add(cell, text)
      bytes.skipSpace()
    }
    return .row
  }

  private mutating func scanCell(_ bytes: inout ByteScanner, until end: StaticString) -> Bool {
    cell.clear()
    text.clear()
    let isKnown = Self.knownCell.scan(&bytes) { index, value in
      cell.read(Self.name(index), value)
      return true
    }
    guard isKnown else { return false }
    if bytes.takes("/>") { return true }
    guard bytes.takes(">") else { return false }
    bytes.skipSpace()
    while bytes.takes("<text:p>") {
      guard let found = bytes.text(), bytes.takes("</text:p>") else { return false }
      text.beginParagraph()
      found.resolved(&scratch) { text.append($0) }
      bytes.skipSpace()
    }
    return bytes.takes(end)
  }

  private static func name(_ index: Int) -> XMLName {
    let whole = cellNames[index]
    let bytes = UnsafeBufferPointer(start: whole.utf8Start, count: whole.utf8CodeUnitCount)
    let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? 0
    let local = UnsafeBufferPointer(rebasing: bytes[(colon + 1)...])
    let space: XMLNamespace =
      switch whole.utf8Start.pointee {
      case UInt8(ascii: "o"): .office
      case UInt8(ascii: "t"): .table
      default: .calcExtension
      }
    return XMLName(space: space, local: local)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether `table:visibility` hides what it stands at.
  var isHiddenRow: Bool { self == "collapse" || self == "filter" }
}
