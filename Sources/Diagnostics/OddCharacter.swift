/// A character that looks like another one, or like nothing at all, and came in with a text copied
/// from a document, a chat or a web page.
package struct OddCharacter: Sendable, Hashable {
  /// What it is called.
  package let name: Text
  /// What was meant; empty where it is to be deleted.
  package let meant: String

  /// The odd character that `scalar` is, or `nil`.
  package init?(_ scalar: Unicode.Scalar) {
    guard let found = Self.table.first(where: { $0.0.contains(scalar.value) }) else { return nil }
    (name, meant) = (found.1, found.2)
  }

  /// Whether it is white space, or shows as nothing.
  package var isInvisible: Bool { meant.allSatisfy { $0 == " " } }

  /// The first one in a text, and where it starts in UTF-8.
  package static func first(in text: String) -> (character: OddCharacter, offset: Int)? {
    var offset = 0
    for scalar in text.unicodeScalars {
      if scalar.value > 0x7F, let odd = OddCharacter(scalar) { return (odd, offset) }
      offset += UTF8.width(scalar)
    }
    return nil
  }

  /// What it is: "có dấu gạch nối dài".
  package var note: Text { Text(vi: "có \(name.vi)", en: "there is \(name.en)") }

  /// What to do about it.
  package var remedy: Text {
    switch meant {
    case "": Text(vi: "xóa ký tự này", en: "delete it")
    case " ":
      Text(
        vi: "xóa nó và gõ lại dấu cách thường", en: "delete it and type an ordinary space")
    default: Text(vi: "gõ lại thành \(meant)", en: "type \(meant) instead")
    }
  }

  private static let table: [(Set<UInt32>, Text, String)] = [
    ([0xA0, 0x202F], Text(vi: "dấu cách không ngắt", en: "a no-break space"), " "),
    (
      Set(0x2000...0x200A).union([0x205F, 0x3000]),
      Text(vi: "dấu cách lạ", en: "an odd space"), " "
    ),
    (
      [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF],
      Text(vi: "ký tự vô hình", en: "an invisible character"), ""
    ),
    ([0xAD], Text(vi: "dấu nối ẩn", en: "a soft hyphen"), ""),
    (
      [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212],
      Text(vi: "dấu gạch ngang không phải '-' trên bàn phím", en: "a dash that is no '-'"), "-"
    ),
    (
      [0x201C, 0x201D, 0x201E, 0xAB, 0xBB], Text(vi: "dấu nháy cong", en: "a curly quote"), "\""
    ),
    ([0x2018, 0x2019], Text(vi: "dấu nháy cong", en: "a curly quote"), "'"),
    ([0xFF1A], Text(vi: "dấu hai chấm rộng", en: "a wide colon"), ":"),
    ([0xFF0C], Text(vi: "dấu phẩy rộng", en: "a wide comma"), ","),
  ]
}
