/// Reads the names of the sheets of an OpenDocument spreadsheet, and which are hidden. They stand
/// before each sheet's cells, so that the whole part is passed over.
final class OpenSheetsHandler: RowHandler {
  private(set) var halt: XMLHalt?
  private(set) var sheets: [Sheet] = []
  private var hiddenStyles: Set<String> = []
  private var style = ""
  private var tableDepth = 0
  private var isInRow = false
  private var scanner = OpenRowScanner()
  private var nobody = OpenRowBuilder { _ in }
  private let part: String

  init(part: String) { self.part = part }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.space {
    case .style: startStyle(name, attributes)
    case .table where name.local == "table":
      tableDepth += 1
      if tableDepth == 1 { add(attributes) }
    case .table where name.local == "table-row" && tableDepth == 1: isInRow = true
    default: break
    }
  }

  func end(_ name: XMLName) {
    if name.is(.table, "table") { tableDepth -= 1 }
    if tableDepth == 1, name.is(.table, "table-row") { isInRow = false }
  }

  var isBetweenRows: Bool { tableDepth == 1 && !isInRow }
  let mark = Array("</table:table-row>".utf8)

  func mayScan(_ events: XMLEvents) -> Bool { OpenRowScanner.mayScan(events) }

  /// Passes over a row.
  func scan(_ bytes: inout ByteScanner) -> ScanOutcome {
    let outcome = scanner.scanRow(&bytes, into: &nobody)
    nobody.abandon()
    return outcome
  }

  private func startStyle(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.local == "style" {
      style = attributes[.style, "name"]?.string ?? ""
    } else if name.local == "table-properties", attributes[.table, "display"]?.string == "false" {
      hiddenStyles.insert(style)
      if hiddenStyles.count > WorkbookLimit.styles.most { halt = .limit(.styles) }
    }
  }

  private func add(_ attributes: XMLAttributes) {
    let style = attributes[.table, "style-name"]?.string ?? ""
    sheets.append(
      Sheet(
        name: attributes[.table, "name"]?.string ?? "", number: sheets.count + 1,
        visibility: hiddenStyles.contains(style) ? .hidden : .visible, hasCells: true, part: part))
    if sheets.count > WorkbookLimit.sheets.most { halt = .limit(.sheets) }
  }
}
