import CReport
import Diagnostics

/// The words of one language: a file of lines `name = text`, so that another language is a translation of one
/// file. `{0}`, `{1}` … stand for values. Where a text differs by number, its name is followed by `.one` or
/// `.other`, which the first value picks; a language without plurals has `.other` alone.
package struct Catalogue: Sendable {
  /// Each text by its name.
  let texts: [String: String]

  /// Reads the lines of a file; empty ones and those that begin with `#` are passed over.
  init(_ file: String) {
    let pairs = file.split(separator: "\n").compactMap { line -> (String, String)? in
      guard !line.hasPrefix("#"), let sign = line.firstRange(of: " = ") else { return nil }
      return (String(line[..<sign.lowerBound]), String(line[sign.upperBound...]))
    }
    texts = Dictionary(pairs) { first, _ in first }
  }

  private static let vi = Catalogue(EmbeddedText.of(report_words_vi()))
  private static let en = Catalogue(EmbeddedText.of(report_words_en()))

  /// The words of a language.
  static func of(_ language: Language) -> Catalogue { language == .vi ? vi : en }

  /// A text with its values; its name where there is none.
  func text(_ name: String, _ values: [String]) -> String {
    guard let text = texts[name] ?? plural(name, values.first) else { return name }
    return values.isEmpty ? text : Self.filled(text, values)
  }

  private func plural(_ name: String, _ number: String?) -> String? {
    (number == "1" ? texts[name + ".one"] : nil) ?? texts[name + ".other"]
  }

  /// Values are put in at once, so that a value with `{1}` in it stays as it is.
  private static func filled(_ text: String, _ values: [String]) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let number = Int(rest[rest.index(after: open)..<close])
      filled += rest[..<open]
      filled += number.flatMap { values.indices.contains($0) ? values[$0] : nil } ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}

/// Texts that are part of the program.
enum EmbeddedText {
  /// The text of an embedded file.
  static func of(_ text: embedded_text) -> String {
    String(decoding: UnsafeRawBufferPointer(start: text.start, count: text.count), as: UTF8.self)
  }
}

extension Wording {
  /// A text of the catalogue in the reader's language.
  func word(_ name: String, _ values: String...) -> String {
    Catalogue.of(language).text(name, values)
  }
}
