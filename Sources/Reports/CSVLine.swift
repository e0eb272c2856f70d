import Numbers

/// A line of a CSV file (RFC 4180).
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe; a number is none.
enum CSVLine {
  /// Cells in a line, with its end.
  static func text(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let isFormula = text.utf8.first.map(beginsFormula) == true && Rational(decimal: text) == nil
    let safe = isFormula ? "'" + text : text
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
