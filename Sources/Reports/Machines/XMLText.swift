/// XML, written element by element; every text is escaped.
///
/// Characters that XML 1.0 cannot hold (section 2.2) are written as U+FFFD.
struct XMLText {
  /// What has been written.
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// An element with what `content` writes into it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: (inout XMLText) throws -> Void
  ) rethrows {
    open(name, attributes)
    text += ">"
    try content(&self)
    text += "</\(name)>"
  }

  /// An element that holds a text, or nothing.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    text words: String? = nil
  ) {
    guard let words else {
      open(name, attributes)
      text += "/>"
      return
    }
    element(name, attributes) { $0.add(words) }
  }

  /// A line break, for people who read the file.
  mutating func newLine() { text += "\n" }

  private mutating func add(_ words: String) { text += Self.escaped(words, keeps: "\n\t") }

  private mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    text += "<\(name)"
    for (name, value) in attributes { text += " \(name)=\"\(Self.escaped(value))\"" }
  }

  /// A text as it may stand in an attribute, or in an element, which keeps line breaks.
  private static func escaped(_ text: String, keeps kept: String = "") -> String {
    guard text.utf8.contains(where: mayNeedEscape) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      if let escape = escape(scalar), !kept.unicodeScalars.contains(scalar) {
        escaped += escape
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Whether a character that begins with a byte may have to be written otherwise; U+FFFE begins with EF.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      0xEF:
      true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "\t", "\n", "\r": "&#\(scalar.value);"
    case _ where !isAllowed(scalar): "\u{FFFD}"
    default: nil
    }
  }

  /// Whether XML 1.0 can hold a character.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
