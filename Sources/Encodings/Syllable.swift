/// Whether a word is spelled as a syllable of Vietnamese.
///
/// A syllable is an onset, a rime and a tone, each from a short list; that is what tells a right
/// reading of bytes from a wrong one. Onsets and rimes are those of the alphabet as schools teach
/// it (the 162 "âm" of the primers, and the rarer rimes of the dictionaries such as `oong` and
/// `uynh`); rimes that end in a stop (c, ch, p, t) take only the tones sắc and nặng. The lists were
/// checked against running official text.
struct Syllable: Sendable {
  private var letters: [VietnameseLetter] = []
  private var capitals: [Bool] = []

  /// Takes a word apart, composed or not; `nil` where a mark has no letter to stand on.
  init?(_ word: some Sequence<Unicode.Scalar>) {
    for scalar in word {
      if scalar.properties.generalCategory == .nonspacingMark {
        guard !letters.isEmpty, letters[letters.count - 1].add(scalar) else { return nil }
      } else {
        letters.append(VietnameseLetter(scalar))
        capitals.append(scalar.properties.isUppercase)
      }
    }
  }

  /// Whether onset, rime and tone are such as Vietnamese has.
  var isValid: Bool {
    let tones = letters.map(\.tone).filter { $0 != .ngang }
    guard tones.count < 2, (1...7).contains(letters.count) else { return false }
    let plain = letters.map(\.plain)
    return (0...min(3, plain.count - 1)).contains { length in
      Self.joins(plain[..<length], plain[length...], tones.first ?? .ngang)
    }
  }

  /// Whether it is written in small letters, in capitals, or with a capital first.
  var isCasedAsUsual: Bool {
    let rest = capitals.dropFirst()
    return !rest.contains(true) || (capitals[0] && !rest.contains(false))
  }

  private static func joins(
    _ onset: ArraySlice<Unicode.Scalar>, _ rime: ArraySlice<Unicode.Scalar>,
    _ tone: VietnameseLetter.Tone
  ) -> Bool {
    let (onset, rime) = (text(onset), text(rime))
    guard onsets.contains(onset), let first = rime.unicodeScalars.first else { return false }
    guard rimes.contains(rime) || (onset == "qu" && afterQu.contains(rime)) else { return false }
    if let followers = followers[onset], !followers.contains(first) { return false }
    return !isStopped(rime) || tone == .sắc || tone == .nặng
  }

  private static func text(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    return String(text)
  }

  private static func isStopped(_ rime: String) -> Bool {
    ["c", "ch", "p", "t", "k"].contains { rime.hasSuffix($0) }
  }

  private static let onsets = Set(
    " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x"
      .split(separator: " ", omittingEmptySubsequences: false).map(String.init))

  /// The vowels before which an onset is spelled so.
  private static let followers: [String: Set<Unicode.Scalar>] = [
    "c": ["a", "ă", "â", "o", "ô", "ơ", "u", "ư"],
    "g": ["a", "ă", "â", "i", "o", "ô", "ơ", "u", "ư"],
    "gh": ["e", "ê", "i"], "ngh": ["e", "ê", "i"],
    "ng": ["a", "ă", "â", "o", "ô", "ơ", "u", "ư", "y"], "q": ["u"],
    "qu": ["a", "ă", "â", "e", "ê", "i", "ô", "ơ", "y"],
  ]

  private static let rimes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăt oe oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ
    uy uya uych uynh uyên uyêt uyn uyp uyt uyu
    ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    """.split { $0.isWhitespace }.map(String.init))

  /// Rimes that stand after `qu` only, whose `u` belongs to them by sound.
  private static let afterQu: Set = ["ych", "yn", "ynh", "yp", "yt", "yu"]
}
