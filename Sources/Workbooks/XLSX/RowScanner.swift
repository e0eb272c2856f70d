/// Reads `row` elements that are written plainly, as nearly all are, without a general XML parser.
///
/// Whatever it does not know for certain (other elements, unknown or repeated attributes, entities
/// other than the five named ones, carriage returns, comments, CDATA, bytes that may be no UTF-8) it
/// leaves to expat, with all of the row. It accepts nothing that expat would not, and gives the same.
struct RowScanner {
  private static let rowNames = KnownAttributes([
    "r", "hidden", "x14ac:dyDescent", "spans", "ht", "customHeight", "s", "customFormat",
    "outlineLevel", "collapsed", "thickTop", "thickBot", "ph",
  ])
  private static let cellNames = KnownAttributes(["r", "s", "t", "cm", "vm", "ph"])
  private static let formulaNames = KnownAttributes([
    "t", "ref", "si", "ca", "aca", "dt2D", "dtr", "del1", "del2", "r1", "r2", "bx",
  ])
  private static let extensionPrefix = "x14ac"

  private var inline = TextCollector()
  private var scratch: [UInt8] = []
  /// Whether the prefix that Excel gives to one attribute of rows means something.
  private let hasExtension: Bool
  private static var noText: ByteScanner.Text {
    ByteScanner.Text(raw: UnsafeBufferPointer(start: nil, count: 0), hasEntities: false)
  }

  init(_ prefixes: [String: XMLNamespace]) {
    hasExtension = prefixes[Self.extensionPrefix] != nil
  }

  /// Scans one row. Where the outcome is another, the builder's row is to be abandoned.
  mutating func scanRow(
    _ bytes: inout ByteScanner, into builder: inout RowBuilder
  ) -> ScanOutcome {
    bytes.skipSpace()
    guard bytes.takes("<row") else { return bytes.isNearEnd ? .needsMore : .noRow }
    guard startRow(&bytes, &builder) else { return bytes.stopped }
    var isClosed = bytes.takes("/>")
    guard isClosed || bytes.takes(">") else { return bytes.stopped }
    bytes.skipSpace()
    while !isClosed {
      isClosed = bytes.takes("</row>")
      guard isClosed || (bytes.takes("<c") && scanCell(&bytes, &builder)) else {
        return bytes.stopped
      }
      if !isClosed { bytes.skipSpace() }
    }
    return .row
  }

  private func startRow(_ bytes: inout ByteScanner, _ builder: inout RowBuilder) -> Bool {
    var values: (KnownAttributes.Value?, KnownAttributes.Value?)
    let isKnown = Self.rowNames.scan(&bytes) { index, value in
      if index == 0 { values.0 = value }
      if index == 1 { values.1 = value }
      return index != 2 || hasExtension
    }
    if isKnown { builder.begin(reference: values.0, isHidden: values.1?.isTrue == true) }
    return isKnown
  }

  private mutating func scanCell(
    _ bytes: inout ByteScanner, _ builder: inout RowBuilder
  ) -> Bool {
    var values: (KnownAttributes.Value?, KnownAttributes.Value?, KnownAttributes.Value?)
    let isKnown = Self.cellNames.scan(&bytes) { index, value in
      if index == 0 { values.0 = value }
      if index == 1 { values.1 = value }
      if index == 2 { values.2 = value }
      return true
    }
    guard isKnown else { return false }
    let head = builder.head(reference: values.0, style: values.1, type: values.2)
    if bytes.takes("/>") {
      builder.add(head, Self.noText.raw, hasValue: false, hasFormula: false)
      return true
    }
    return bytes.takes(">") && scanContent(head, &bytes, &builder)
  }

  private mutating func scanContent(
    _ head: CellHead, _ bytes: inout ByteScanner, _ builder: inout RowBuilder
  ) -> Bool {
    bytes.skipSpace()
    var hasFormula = false
    if bytes.takes("<f") {
      guard scanFormula(&bytes) else { return false }
      hasFormula = true
    }
    if bytes.takes("<is>") { return scanInline(head, hasFormula, &bytes, &builder) }
    var hasValue = bytes.takes("<v/>")
    var value = Self.noText
    if !hasValue, bytes.takes("<v>") {
      guard let text = bytes.text(), bytes.takes("</v>") else { return false }
      value = text
      hasValue = true
    }
    bytes.skipSpace()
    guard bytes.takes("</c>") else { return false }
    value.resolved(&scratch) {
      builder.add(head, $0, hasValue: hasValue, hasFormula: hasFormula)
    }
    return true
  }

  private func scanFormula(_ bytes: inout ByteScanner) -> Bool {
    guard Self.formulaNames.scan(&bytes, { _, _ in true }) else { return false }
    let isClosed = bytes.takes("/>")
    let isWhole = isClosed || (bytes.takes(">") && bytes.text() != nil && bytes.takes("</f>"))
    bytes.skipSpace()
    return isWhole
  }

  private mutating func scanInline(
    _ head: CellHead, _ hasFormula: Bool, _ bytes: inout ByteScanner, _ builder: inout RowBuilder
  ) -> Bool {
    let keepsSpace = bytes.takes("<t xml:space=\"preserve\">")
    guard keepsSpace || bytes.takes("<t>"), let text = bytes.text(), bytes.takes("</t></is>") else {
      return false
    }
    bytes.skipSpace()
    guard bytes.takes("</c>") else { return false }
    var head = head
    head.kind = .inlineString
    inline.clear()
    inline.begin(keepsSpace: keepsSpace)
    text.resolved(&scratch) { inline.append($0) }
    inline.end()
    inline.bytes.withUnsafeBufferPointer {
      builder.add(head, $0, hasValue: true, hasFormula: hasFormula)
    }
    return true
  }
}
