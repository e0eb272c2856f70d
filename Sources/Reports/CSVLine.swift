import Numbers

/// A line of a CSV file (RFC 4180).
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe.
enum CSVLine {
  /// Cells in a line, with its end.
  /// - Parameter hasNumbers: whether cells that are numbers stay so: nobody wrote them by hand.
  static func text(_ cells: [String], hasNumbers: Bool = false) -> String {
    cells.map { hasNumbers && Rational(decimal: $0) != nil ? $0 : cell($0) }.joined(separator: ",")
      + "\r\n"
  }

  private static func cell(_ text: String) -> String {
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
