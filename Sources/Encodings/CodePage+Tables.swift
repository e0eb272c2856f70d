/// The code pages. Each string lists the characters of consecutive bytes; `·` stands for a byte
/// without one (no page has U+00B7 in these rows), `~` for a combining mark that is in `pairs`.
extension CodePage {
  /// Windows-1252, for Western languages (source: Unicode's mapping table `CP1252.TXT`).
  static let windows1252 = CodePage(ascii + punctuation1252 + latin1Symbols + latin1Letters)

  /// Windows-1258: some letters with tone have a byte, all can be written as a letter and a mark
  /// (source: Unicode's mapping table `CP1258.TXT`, and glibc).
  static let windows1258 = CodePage(letters1258, pairs: pairs1258)

  private static let letters1258 =
    ascii + row("€·‚ƒ„…†‡ˆ‰·‹Œ····‘’“”•–—˜™·›œ··Ÿ") + latin1Symbols
    + row("ÀÁÂĂÄÅÆÇÈÉÊË~ÍÎÏĐÑ~ÓÔƠÖ×ØÙÚÛÜƯ~ßàáâăäåæçèéêë~íîïđñ~óôơö÷øùúûüư₫ÿ")

  /// TCVN3, called ABC after its keyboard driver: the 67 small letters with accents and the seven
  /// capitals `ĂÂĐÊÔƠƯ` of TCVN 5712:1993 VN3.
  ///
  /// It has no capitals with tones. Text set in capitals was written with the small letters in a
  /// font that shows them large (`.VnTimeH`), so `UỶ BAN` comes out as `Uỷ BAN`, or as `uỷ ban`:
  /// *what is read from ABC can be compared without regard to case only*.
  ///
  /// Some programs that convert to ABC write a capital with a tone as the capital without it and
  /// the small letter with it (`41 B8` for Á). No word of Vietnamese has the two side by side, so
  /// they are read as the one capital that is meant.
  ///
  /// Bytes 80 to 9F and A0 are those of Windows-1252, as in the documents of the time. The
  /// combining marks and the capitals that VN1 and VN2 have at other places (glibc's TCVN5712-1)
  /// are unassigned.
  static let tcvn3 = CodePage(lettersTCVN3, pairs: pairsTCVN3)

  private static let lettersTCVN3 =
    ascii + punctuation1252
    + row(
      """
      \u{A0}ĂÂÊÔƠƯĐăâêôơưđ······àảãáạ·ằẳẵắ·\
      ······ặầẩẫấậè·ẻẽéẹềểễếệìỉ···ĩíịò·ỏõóọồổỗốộờởỡớợù·ủũúụừửữứựỳỷỹýỵ·
      """)

  /// VNI for Windows: most letters with accents are a letter and a mark that shows all its accents;
  /// `i`, `đ`, `ơ`, `ư` and `ỵ` have bytes of their own, and `ơ` and `ư` take marks.
  ///
  /// No standard defines it. The table was put together from those of two converters, which agree
  /// in all 134 letters, and compared with the table of the Vietnamese Unicode project ("Unicode &
  /// Vietnamese Legacy Character Encodings") as far as that was at hand: no letter differs.
  ///
  /// Marks have a small and a capital form; either is read after either letter, since `PROPER` of
  /// spreadsheets mixes them. Bytes 80 to BF are those of Windows-1252.
  static let vni = CodePage(
    ascii + punctuation1252 + latin1Symbols
      + row("~~~~~~Ỉ·~~~~ÌÍỴ~·ĐỊĨƠ~Ư·~~~~~···~~~~~~ỉ·~~~~ìíỵ~·địĩơ~ư·~~~~~···"),
    pairs: pairsVNI)

  /// VISCII 1.1: every letter has a byte, six of them among the control characters
  /// (source: RFC 1456, and glibc).
  static let viscii: CodePage = {
    var letters =
      ascii
      + row(
        """
        ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ\
        ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ
        """)
    for (byte, letter) in [2: "Ẳ", 5: "Ẵ", 6: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"]
      as [Int: Unicode.Scalar]
    {
      letters[byte] = letter
    }
    return CodePage(letters)
  }()

  private static let ascii: [Unicode.Scalar?] = (0..<0x80).map { Unicode.Scalar($0) }
  private static let latin1Symbols: [Unicode.Scalar?] = (0xA0..<0xC0).map { Unicode.Scalar($0) }
  private static let latin1Letters: [Unicode.Scalar?] = (0xC0...0xFF).map { Unicode.Scalar($0) }
  private static let punctuation1252 = row("€·‚ƒ„…†‡ˆ‰Š‹Œ·Ž··‘’“”•–—˜™š›œ·žŸ")

  private static func row(_ letters: String) -> [Unicode.Scalar?] {
    letters.unicodeScalars.map { $0 == "·" || $0 == "~" ? nil : $0 }
  }
}

/// The pairs of bytes.
extension CodePage {
  /// A vowel without tone and one of the five marks CC, D2, DE, EC, F2.
  private static let pairs1258: [Pair: Unicode.Scalar] = {
    let marks: [UInt8] = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2]
    var pairs: [Pair: Unicode.Scalar] = [:]
    for vowels in VietnameseLetter.vowels {
      guard let base = byte(of: vowels[0], in: letters1258) else { continue }
      for (mark, letter) in zip(marks, vowels.dropFirst()) {
        pairs[Pair(base: base, mark: mark)] = letter
      }
    }
    return pairs
  }()

  /// A capital without tone and the small letter with it.
  private static let pairsTCVN3: [Pair: Unicode.Scalar] = {
    let half = VietnameseLetter.vowels.count / 2
    var pairs: [Pair: Unicode.Scalar] = [:]
    for (small, capitals) in zip(
      VietnameseLetter.vowels.prefix(half), VietnameseLetter.vowels.suffix(half))
    {
      guard let base = byte(of: capitals[0], in: lettersTCVN3) else { continue }
      for (toned, capital) in zip(small, capitals).dropFirst() {
        guard let mark = byte(of: toned, in: lettersTCVN3) else { continue }
        pairs[Pair(base: base, mark: mark)] = capital
      }
    }
    return pairs
  }()

  private static func byte(of letter: Unicode.Scalar, in letters: [Unicode.Scalar?]) -> UInt8? {
    letters.firstIndex(of: letter).flatMap(UInt8.init(exactly:))
  }

  /// The marks of VNI after each small letter; capitals of letters and marks are 20 (hex) lower.
  private static let pairsVNI: [Pair: Unicode.Scalar] = {
    let tones: [UInt8] = [0xF8, 0xFB, 0xF5, 0xF9, 0xEF]
    let circumflexed: [UInt8] = [0xE2, 0xE0, 0xE5, 0xE3, 0xE1, 0xE4]
    let breved: [UInt8] = [0xEA, 0xE8, 0xFA, 0xFC, 0xE9, 0xEB]
    let small: [(UInt8, [UInt8], String)] = [
      (0x61, tones, "àảãáạ"), (0x61, circumflexed, "âầẩẫấậ"), (0x61, breved, "ăằẳẵắặ"),
      (0x65, tones, "èẻẽéẹ"), (0x65, circumflexed, "êềểễếệ"), (0x6F, tones, "òỏõóọ"),
      (0x6F, circumflexed, "ôồổỗốộ"), (0x75, tones, "ùủũúụ"), (0x79, tones, "ỳỷỹý"),
      (0xF4, tones, "ờởỡớợ"), (0xF6, tones, "ừửữứự"),
    ]
    var pairs: [Pair: Unicode.Scalar] = [:]
    for (base, marks, letters) in small {
      for (mark, letter) in zip(marks, letters.unicodeScalars) {
        let capital = letter.properties.uppercaseMapping.unicodeScalars.first
        for mark in [mark, mark - 0x20] {
          pairs[Pair(base: base, mark: mark)] = letter
          pairs[Pair(base: base - 0x20, mark: mark)] = capital
        }
      }
    }
    return pairs
  }()
}
