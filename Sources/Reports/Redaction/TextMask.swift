import Diagnostics

/// Hides keys where they stand in sentences.
struct TextMask {
  private let names: [(key: String, name: String)]

  /// Hides some keys, whole and by their parts, under the names of the whole ones.
  init(_ keys: [String], _ pseudonyms: Pseudonyms) {
    let pairs = keys.flatMap { key in
      let parts = key.split(separator: "|").map(String.init)
      return ([key] + (parts.count > 1 ? parts : [])).map { ($0, pseudonyms.name(of: $0)) }
    }
    names = pairs.filter { !$0.0.isEmpty }.sorted { $0.0.count > $1.0.count }
  }

  /// A sentence without the keys.
  /// - Parameter withoutQuotes: whether everything in quotation marks is left out, too.
  func masked(_ text: Text, withoutQuotes: Bool = false) -> Text {
    let masked = Text(vi: masked(text.vi), en: masked(text.en))
    if !withoutQuotes { return masked }
    return Text(vi: Self.unquoted(masked.vi), en: Self.unquoted(masked.en))
  }

  /// A line without the keys.
  func masked(_ line: String) -> String {
    names.reduce(line) { Self.replacing($1.key, in: $0, with: $1.name) }
  }

  /// Replaces a word wherever it stands alone, and is no part of a longer one.
  private static func replacing(_ word: String, in text: String, with name: String) -> String {
    var result = ""
    var rest = text[...]
    while let place = rest.firstRange(of: word) {
      let before = rest[..<place.lowerBound].last ?? result.last
      let after = rest[place.upperBound...].first
      let isWord = ![before, after].contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
      result += rest[..<place.lowerBound] + (isWord ? name : String(rest[place]))
      rest = rest[place.upperBound...]
    }
    return result + rest
  }

  private static func unquoted(_ text: String) -> String {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "…" }.joined(separator: "'")
  }
}
