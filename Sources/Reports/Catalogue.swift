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

  private static func filled(_ text: String, _ values: [String]) -> String {
    Pattern(text).filled(values)
  }

  /// A text with places for values.
  struct Pattern: Sendable {
    private enum Piece {
      case words(Substring)
      case value(Int)
    }

    private let pieces: [Piece]

    /// Finds the places in a text: `{0}`, `{1}` …
    init(_ text: String) {
      var pieces: [Piece] = []
      var rest = text[...]
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        pieces.append(.words(rest[..<open]))
        if let number = Int(rest[rest.index(after: open)..<close]) { pieces.append(.value(number)) }
        rest = rest[rest.index(after: close)...]
      }
      self.pieces = pieces + [.words(rest)]
    }

    /// The text with its values; one with `{1}` in it stays as it is.
    func filled(_ values: [some StringProtocol]) -> String {
      pieces.reduce(into: "") { filled, piece in
        switch piece {
        case .words(let words): filled += words
        case .value(let number):
          if values.indices.contains(number) { filled += values[number] }
        }
      }
    }
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
