/// Texts as cells of a workbook can hold them.
///
/// Source: ECMA-376 part 1, 18.3.1.96 and 22.9.2.19 (ST_Xstring); "Excel specifications and limits".
enum CellText {
  /// How many UTF-16 units a cell holds.
  static let limit = 32_767

  /// A text without what a cell cannot hold: controls become U+FFFD, what is too long is cut and says so, and what
  /// would be read as an escape (`_x000D_`) is escaped itself.
  static func safe(_ text: String) -> String {
    guard needsChange(text) else { return text }
    let controlled = String(String.UnicodeScalarView(allowed(text)))
    let escaped = controlled.replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#, with: "_x005F_")
    return cut(escaped)
  }

  /// Whether anything in a text is not as a cell can hold it. Most texts are plain.
  private static func needsChange(_ text: String) -> Bool {
    var previous: UInt8 = 0
    var length = 0
    for byte in text.utf8 {
      if byte < 0x20 || byte >= 0xEF || (byte == UInt8(ascii: "x") && previous == UInt8(ascii: "_"))
      {
        return true
      }
      previous = byte
      length += 1
      if length > limit { return true }
    }
    return false
  }

  private static func allowed(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.prefix(limit + 1).map { scalar in
      switch scalar {
      case "\r": "\n"
      case "\n", "\t": scalar
      case _ where XMLText.isAllowed(scalar): scalar
      default: "\u{FFFD}"
      }
    }
  }

  private static func cut(_ text: String) -> String {
    let mark = " […]"
    guard text.utf16.count > limit else { return text }
    var room = limit - mark.utf16.count
    let kept = text.unicodeScalars.prefix { scalar in
      room -= scalar.value > 0xFFFF ? 2 : 1
      return room >= 0
    }
    return String(kept) + mark
  }

  /// The name of a sheet: 31 characters, without those that formulas give a meaning.
  static func sheetName(_ name: String) -> String {
    String(name.map { "[]:*?/\\'".contains($0) ? "-" : $0 }.prefix(31))
  }
}
