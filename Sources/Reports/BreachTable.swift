import Assessment

/// Records that prove violations as a table: CSV (RFC 4180) in UTF-8, a line for each record and result.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe.
package enum BreachTable {
  /// The names of the columns.
  package static let header = line([
    "dataset", "file", "line", "key", "unit", "obligation", "group", "period", "due", "done",
    "waivers",
  ])

  /// One record, with the end of its line.
  package static func line(_ breach: Breach) -> String {
    line([
      breach.dataset, breach.file, String(breach.line), breach.key ?? "", breach.unit,
      breach.obligation, breach.group ?? "", breach.period, breach.due ?? "", breach.done ?? "",
      breach.waivers.joined(separator: " "),
    ])
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
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
