import Numbers

/// Tables as CSV (RFC 4180) in UTF-8.
///
/// A text that a spreadsheet would take for a formula begins with an apostrophe.
enum CSVText {
  /// A line of texts, with its end.
  /// - Parameter hasNumbers: whether texts that are numbers stay so: nobody wrote them by hand.
  static func line(_ texts: [String], hasNumbers: Bool = false) -> String {
    joined(texts.map { hasNumbers && Rational(decimal: $0) != nil ? $0 : text($0) })
  }

  /// A line of cells, with its end. Numbers have a point and no grouping, dates are ISO.
  static func line(_ cells: [TableCell]) -> String { joined(cells.map(cell)) }

  /// Writes a whole table, its columns named for machines.
  static func write(_ table: some ReportTable, to file: ReportFile) throws {
    var lines = BlockWriter(file)
    try lines.append(line(table.columns.map(\.id)))
    try table.forEachRow { try lines.append(line($0)) }
    try lines.flush()
  }

  private static func joined(_ cells: [String]) -> String {
    cells.joined(separator: ",") + "\r\n"
  }

  private static func cell(_ cell: TableCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let words), .time(let words): text(words)
    case .word(let code, _): text(code)
    case .count(let count): String(count)
    case .number(let value), .share(let value): value.decimal(places: 6, point: ".")
    }
  }

  private static func text(_ text: String) -> String {
    let safe = text.utf8.first.map(beginsFormula) == true ? "'" + text : text
    return safe.utf8.contains(where: needsQuotes)
      ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
    default: false
    }
  }
}
