/// Reads `styles.xml`: what the number format of each cell style makes of a number.
final class StylesHandler: XMLHandler {
  private(set) var halt: XMLHalt?
  private var formats: [Int: NumberShape] = [:]
  private var styles: [Int] = []
  private enum Section { case formats, cells }
  private var section: Section?

  /// The shapes of the cell styles, by the number that cells give.
  var shapes: [NumberShape] { styles.map { formats[$0] ?? .builtIn($0) } }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.isSheet("numFmts") { section = .formats }
    if name.isSheet("cellXfs") { section = .cells }
    if section == .formats, name.isSheet("numFmt") { addFormat(attributes) }
    if section == .cells, name.isSheet("xf") { styles.append(attributes["numFmtId"]?.decimal ?? 0) }
    let most = WorkbookLimit.styles.most
    if max(styles.count, formats.count) > most { halt = .limit(.styles) }
  }

  func end(_ name: XMLName) {
    if name.isSheet("numFmts") || name.isSheet("cellXfs") { section = nil }
  }

  private func addFormat(_ attributes: XMLAttributes) {
    guard let id = attributes["numFmtId"]?.decimal, let code = attributes["formatCode"] else {
      return
    }
    formats[id] = FormatCode.shape(code.string)
  }
}
