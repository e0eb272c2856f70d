import Diagnostics

/// What can be wrong with what a file is written in. Codes TT0580 to TT0589.
extension Diagnostic {
  /// Bytes of a file that the encoding it is read in has no character for.
  ///
  /// - Parameter place: the line in which they stand, as it was read, if there is one to show.
  package static func undecodable(
    _ path: String, _ fault: DecodingFault, _ encoding: Encoding, at place: Span? = nil
  ) -> Diagnostic {
    let (what, bytes) = (fault.words(in: encoding), fault.bytes.hex)
    return Diagnostic(
      "TT0580", .warning,
      Text(
        vi: "tệp '\(path)', dòng \(fault.line): byte \(bytes) (vị trí \(fault.offset)) \(what.vi)",
        en: "the file '\(path)', line \(fault.line): byte \(bytes) (at offset \(fault.offset)) "
          + what.en),
      at: place.map { Label($0) }, hint: undecodableHint(encoding))
  }

  private static func undecodableHint(_ encoding: Encoding) -> Text {
    Text(
      vi:
        "kết xuất lại tệp bằng UTF-8; nếu cả tệp đọc ra chữ lạ, tệp không phải \(encoding.title): "
        + "khai đúng 'encoding' cho tệp trong exports.yaml",
      en: "export the file again as UTF-8; if all of it looks odd, it is no \(encoding.title): "
        + "give the right 'encoding' for the file in exports.yaml")
  }

  /// The bytes of a file do not tell what it is written in.
  package static func undecidedEncoding(_ path: String, _ guess: EncodingGuess) -> Diagnostic {
    Diagnostic(
      "TT0582",
      Text(
        vi: "chưa rõ bảng mã của tệp '\(path)': \(guess.evidence.vi)",
        en: "the encoding of the file '\(path)' is not clear: \(guess.evidence.en)"),
      hint: naming(guess))
  }

  private static func naming(_ guess: EncodingGuess) -> Text {
    guard case .undecided(let near) = guess.answer, !near.isEmpty else {
      return Text(
        vi: "mở tệp xem có phải văn bản không, rồi kết xuất lại bằng UTF-8",
        en: "look whether the file is text at all, and export it again as UTF-8")
    }
    let names = near.map { "'\($0.rawValue)'" }
    return Text(
      vi: "khai 'encoding' cho tệp trong exports.yaml: \(names.joined(separator: " hoặc ")); "
        + "tốt nhất là kết xuất lại bằng UTF-8; khai 'UTF-8' thì chỉ ô có byte hỏng không đọc được",
      en: "give 'encoding' for the file in exports.yaml: \(names.joined(separator: " or ")); "
        + "best, export it again as UTF-8; named 'UTF-8', only cells of broken bytes are unreadable"
    )
  }

  /// A name that is no encoding's.
  package static func unknownEncoding(_ name: String, _ span: Span) -> Diagnostic {
    let all = Encoding.allCases.map(\.rawValue).joined(separator: ", ")
    let nearest = Encoding.nearestName(to: name)
    return Diagnostic(
      "TT0583",
      Text(vi: "không có bảng mã '\(name)'", en: "there is no encoding '\(name)'"),
      at: Label(span),
      hint: nearest.map {
        Text(vi: "có phải ý bạn là '\($0)'?", en: "did you mean '\($0)'?")
      } ?? Text(vi: "dùng một trong: \(all)", en: "there are: \(all)"))
  }

  /// A file is read in another encoding than UTF-8.
  package static func readAs(
    _ path: String, _ encoding: Encoding, _ guess: EncodingGuess
  ) -> Diagnostic {
    Diagnostic(
      "TT0584", .note,
      Text(
        vi: "đọc tệp '\(path)' theo \(encoding.title): \(guess.evidence.vi)",
        en: "the file '\(path)' is read as \(encoding.title): \(guess.evidence.en)"),
      hint: encoding == .tcvn3 ? capitalsHint : utf8Hint)
  }

  private static let utf8Hint = Text(
    vi: "nếu được, kết xuất bằng UTF-8 để không phải đoán",
    en: "export as UTF-8, if you can, so that nothing has to be guessed")

  private static let capitalsHint = Text(
    vi: "TCVN3 không phân biệt chữ hoa có dấu thanh với chữ thường; nếu được, kết xuất bằng UTF-8",
    en: "TCVN3 cannot tell capitals with tones from small letters; export as UTF-8, if you can")

  /// The encoding that was named is not the one that the bytes speak for.
  ///
  /// - Parameter place: where it was named.
  package static func namedOtherwise(
    _ path: String, _ named: Encoding, _ guess: EncodingGuess, at place: Span? = nil
  ) -> Diagnostic {
    let told = guess.encoding?.title ?? "?"
    return Diagnostic(
      "TT0585", .warning,
      Text(
        vi:
          "tệp '\(path)' được khai là \(named.title) nhưng giống \(told) hơn: \(guess.evidence.vi)",
        en: "the file '\(path)' is said to be \(named.title) but looks like \(told): "
          + guess.evidence.en),
      at: place.map { Label($0) },
      hint: Text(
        vi: "tệp vẫn được đọc theo \(named.title); sửa 'encoding' nếu chữ đọc ra không đúng",
        en: "it is read as \(named.title) all the same; mend 'encoding' if the text comes out wrong"
      ))
  }

  /// Some words of a file have their accents as code points of their own.
  package static func decomposedWords(_ path: String, _ guess: EncodingGuess) -> Diagnostic {
    let (some, all) = (guess.decomposedWords, guess.accentedWords)
    return Diagnostic(
      "TT0586", .note,
      Text(
        vi: "\(some) trong \(all) từ có dấu đã xem của tệp '\(path)' viết dấu rời "
          + "(Unicode tổ hợp, NFD)",
        en: "\(some) of the \(all) words beyond ASCII that were looked at in '\(path)' are "
          + "decomposed (NFD)"),
      hint: Text(
        vi:
          "chữ vẫn được so như nhau; hệ thống khác có thể không, nên kết xuất dạng dựng sẵn (NFC)",
        en: "they compare the same here; other systems may not, so export composed text (NFC)"))
  }
}

extension DecodingFault {
  /// What is wrong with the bytes: "has no character in VNI".
  fileprivate func words(in encoding: Encoding) -> Text {
    switch kind {
    case .unassigned:
      Text(
        vi: "không phải ký tự nào trong \(encoding.title)",
        en: "stands for no character in \(encoding.title)")
    case .strayMark:
      Text(
        vi: "là dấu của \(encoding.title) mà chữ đứng trước không mang được",
        en: "is a mark of \(encoding.title) that the character before it cannot take")
    case .loneSurrogate:
      Text(
        vi: "chỉ là nửa ký tự của \(encoding.title)", en: "is half a character of \(encoding.title)"
      )
    case .malformed:
      Text(vi: "không đúng quy tắc UTF-8", en: "is not well-formed UTF-8")
    case .cutOff:
      Text(vi: "là ký tự dở dang ở cuối tệp", en: "begins a character that the file ends in")
    }
  }
}
