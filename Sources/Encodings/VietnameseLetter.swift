/// A letter of Vietnamese taken apart: `ậ` is `â` with the tone nặng.
struct VietnameseLetter: Sendable, Hashable {
  /// The tones, in the order in which dictionaries list them.
  enum Tone: Int, Sendable, CaseIterable {
    case ngang, huyền, hỏi, ngã, sắc, nặng
  }

  /// The letter without its tone, in lower case: one of `aăâeêioôơuưy`, `đ`, or any other letter.
  var plain: Unicode.Scalar
  /// Its tone.
  var tone = Tone.ngang

  /// The twelve vowels with their tones in the order of `Tone`, lower and upper case.
  static let vowels: [[Unicode.Scalar]] = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
    "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ", "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ",
    "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
  ].map { Array($0.unicodeScalars) }

  /// `letter`, written as one code point, with `tone`; `nil` where it is no vowel of Vietnamese.
  static func compose(_ letter: Unicode.Scalar, _ tone: Tone) -> Unicode.Scalar? {
    vowels.first { $0[0] == letter }?[tone.rawValue]
  }

  /// What a letter of either case is made of.
  init(_ letter: Unicode.Scalar) {
    (plain, tone) = Self.parts[letter] ?? (Self.lowercase(letter), .ngang)
  }

  private static let parts: [Unicode.Scalar: (Unicode.Scalar, Tone)] = {
    var parts: [Unicode.Scalar: (Unicode.Scalar, Tone)] = [:]
    for row in vowels {
      for tone in Tone.allCases { parts[row[tone.rawValue]] = (lowercase(row[0]), tone) }
    }
    return parts
  }()

  private static func lowercase(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
  }

  /// Puts a combining mark of Vietnamese on the letter; `false` where it does not fit.
  mutating func add(_ mark: Unicode.Scalar) -> Bool {
    if let added = Self.toneMarks.firstIndex(of: mark).flatMap(Tone.init(rawValue:)) {
      guard tone == .ngang else { return false }
      tone = added
      return true
    }
    guard let shaped = Self.shapes[mark]?[plain] else { return false }
    plain = shaped
    return true
  }

  /// The combining marks of the tones in the order of `Tone`; the first tone has none.
  static let toneMarks: [Unicode.Scalar] = [
    "\u{0}", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}",
  ]

  private static let shapes: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [
    "\u{302}": ["a": "â", "e": "ê", "o": "ô"], "\u{306}": ["a": "ă"],
    "\u{31B}": ["o": "ơ", "u": "ư"],
  ]
}
