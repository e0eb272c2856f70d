/// Values as they may stand in a sentence for people.
enum ShownText {
  /// How many characters of a value are shown.
  private static let limit = 4_000

  /// A text that turns nothing around it (controls of writing direction become U+FFFD), and is not endless.
  static func safe(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(limit)
    let isCut = start.endIndex < text.unicodeScalars.endIndex
    guard isCut || start.contains(where: isTurning) else { return text }
    let scalars = start.map { isTurning($0) ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(scalars)) + (isCut ? " […]" : "")
  }

  /// Whether a character embeds or overrides a direction (Unicode Standard Annex 9, 2.1 to 2.4).
  static func isTurning(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
