/// How many terminal cells a text takes: combining marks none, wide East Asian characters two.
///
/// Source for the wide ranges: Unicode Standard Annex 11, East Asian Width (W and F blocks).
package enum DisplayWidth {
  /// The width of `text` in cells; a tab counts one, as the renderer prints it as one space.
  package static func of(_ text: String) -> Int {
    var width = 0
    for scalar in text.unicodeScalars {
      guard isPlain(scalar.value) else { return text.reduce(0) { $0 + of($1) } }
      width += 1
    }
    return width
  }

  /// Whether a scalar is a character of one cell by itself, whatever plain ones stand beside it: ASCII,
  /// Latin letters, dashes, quotation marks and the lines of boxes.
  private static func isPlain(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2500...0x257F:
      true
    default: false
    }
  }

  private static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(scalar.value) || scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
