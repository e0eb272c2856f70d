import Diagnostics

/// The evidence for an encoding, in words. One sentence each, without a point.
extension Text {
  static func byteOrderMark(_ encoding: Encoding) -> Text {
    Text(
      vi: "tệp bắt đầu bằng dấu thứ tự byte (BOM) của \(encoding.title)",
      en: "the file starts with the byte order mark of \(encoding.title)")
  }

  static func zeroPlaces(_ count: Int, of units: Int, isSecond: Bool) -> Text {
    Text(
      vi: "trong \(units) cặp byte đầu tệp, \(count) cặp có byte "
        + "\(isSecond ? "thứ hai" : "thứ nhất") bằng 0",
      en: "of the first \(units) pairs of bytes, \(count) have a zero as the "
        + (isSecond ? "second" : "first"))
  }

  static func zeroBytes(_ count: Int, of all: Int) -> Text {
    Text(
      vi: "\(count) trong \(all) byte bằng 0, quá nhiều cho một tệp văn bản",
      en: "\(count) of \(all) bytes are zero, too many for a text")
  }

  static let onlyASCII = Text(
    vi: "mọi byte đều là ASCII, bảng mã nào cũng đọc như nhau",
    en: "all bytes are ASCII, which reads the same in every encoding")

  static func wellFormed(_ words: Int) -> Text {
    Text(
      vi: "mọi byte đều đúng quy tắc UTF-8, kể cả \(words) từ có ký tự ngoài ASCII",
      en: "all bytes are well-formed UTF-8, those of words beyond ASCII (\(words)) too")
  }

  static func wellFormedBut(_ best: WordReading, _ utf8: WordReading) -> Text {
    Text(
      vi: "mọi byte đều đúng quy tắc UTF-8, nhưng \(best.vi); "
        + "đọc theo UTF-8 chỉ được \(utf8.fitCount)",
      en: "all bytes are well-formed UTF-8, but \(best.en), and only \(utf8.fitCount) as UTF-8")
  }

  static func syllables(
    _ best: WordReading, over second: WordReading, _ letter: TellingLetter?
  ) -> Text {
    let told = letter.map { (";", $0) }
    return Text(
      vi: best.vi + "; đọc theo \(second.encoding.title) chỉ được \(second.fitCount)"
        + (told.map { "\($0) byte \($1.hex) (\($1.letter)) có trong \($1.count) từ" } ?? ""),
      en: best.en + ", and only \(second.fitCount) as \(second.encoding.title)"
        + (told.map { "\($0) byte \($1.hex) (\($1.letter)) stands in \($1.count) of them" } ?? ""))
  }

  static func readAlike(_ best: WordReading, _ second: WordReading) -> Text {
    Text(
      vi: best.vi + "; đọc theo \(second.encoding.title) cũng ra đúng các chữ đó",
      en: best.en + "; read as \(second.encoding.title) the text of the file is the same")
  }

  static func tooClose(_ best: WordReading, _ second: WordReading, _ margin: Int) -> Text {
    Text(
      vi: best.vi + "; đọc theo \(second.encoding.title) được \(second.fitCount); "
        + "phải hơn nhau ít nhất \(margin) từ mới kết luận được",
      en: best.en + ", and \(second.fitCount) as \(second.encoding.title); "
        + "they must differ by \(margin) words or more to decide")
  }

  static func western(_ western: WordReading, _ best: WordReading) -> Text {
    let count = western.texts.count
    return Text(
      vi: "\(western.fitCount) trong \(count) từ khác nhau có ký tự ngoài ASCII là chữ Tây Âu; "
        + "đọc như tiếng Việt (\(best.encoding.title)) chỉ được \(best.fitCount)",
      en: "\(western.fitCount) of \(count) different words beyond ASCII are of Western letters, "
        + "and only \(best.fitCount) are Vietnamese in any reading (\(best.encoding.title))")
  }

  static let onlySigns = Text(
    vi: "ngoài ASCII chỉ có các dấu như windows-1252 viết, không có chữ cái nào để so",
    en: "beyond ASCII there are only signs as windows-1252 has them, and no letters to go by")

  static func noReading(
    _ best: WordReading, _ second: WordReading, _ western: WordReading
  ) -> Text {
    Text(
      vi: best.vi + ", theo \(second.encoding.title) được \(second.fitCount); "
        + "\(western.fitCount) từ có thể là chữ Tây Âu (windows-1252): chưa đủ để kết luận",
      en: best.en + ", and \(second.fitCount) as \(second.encoding.title); "
        + "\(western.fitCount) could be of Western letters (windows-1252): too few to decide")
  }
}

extension WordReading {
  /// "36 of 38 different words with accents are Vietnamese syllables when read as TCVN3".
  fileprivate var en: String {
    "\(fitCount) of \(fits.count) different words beyond ASCII are Vietnamese syllables "
      + "when read as \(encoding.title)"
  }

  fileprivate var vi: String {
    "\(fitCount) trong \(fits.count) từ khác nhau có ký tự ngoài ASCII là âm tiết tiếng Việt "
      + "khi đọc theo \(encoding.title)"
  }
}

extension TellingLetter {
  /// "61 F8".
  fileprivate var hex: String { bytes.hex }
}

extension [UInt8] {
  /// Two digits for each byte: "61 F8".
  var hex: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: " ")
  }
}
