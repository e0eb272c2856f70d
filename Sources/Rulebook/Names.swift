import Diagnostics
import Foundation
import YAMLTree

/// What names in rule files may look like.
enum Names {
  /// Words that expressions keep for themselves (CEL's `RESERVED` and `IDENT` grammar).
  private static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in",
    "let", "loop", "namespace", "null", "package", "return", "true", "var", "void", "while",
  ]

  /// Whether it is kebab-case: `results-on-time`.
  static func isID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy(isLowerOrDigit) }
  }

  /// Whether expressions can use it: `received_at`.
  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, !isDigit(first), !reserved.contains(text) else {
      return false
    }
    return text.utf8.allSatisfy { isLowerOrDigit($0) || $0 == UInt8(ascii: "_") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLowerOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  /// What the text would look like as an id, or as an identifier, without accents and marks.
  static func suggestion(for text: String, joiner: Character) -> String? {
    let plain = text.lowercased().decomposedStringWithCanonicalMapping
      .replacing("đ", with: "d").unicodeScalars
      .filter { $0.properties.generalCategory != .nonspacingMark }
    let words = plain.split { !$0.isASCII || !isLowerOrDigit(UInt8($0.value)) }
    let name = words.map { String(String.UnicodeScalarView($0)) }
      .joined(separator: String(joiner))
    return name.isEmpty || name == text ? nil : name
  }
}

extension Fields {
  /// A kebab-case id that must be there.
  func id(_ diagnostics: inout [Diagnostic]) -> Located<String>? {
    guard let id = requiredString("id", &diagnostics) else { return nil }
    if !Names.isID(id.value) { diagnostics.append(.badID(id)) }
    return id
  }

  /// A name that expressions use and that must be there.
  func identifier(_ key: String, _ diagnostics: inout [Diagnostic]) -> Located<String>? {
    guard let name = requiredString(key, &diagnostics) else { return nil }
    guard Names.isIdentifier(name.value) else {
      diagnostics.append(.badIdentifier(name))
      return nil
    }
    return name
  }

  /// A text with its English version, or itself where there is none: `title` and `title-en`.
  func bilingual(_ key: String, _ diagnostics: inout [Diagnostic]) -> Text? {
    let english = string("\(key)-en", &diagnostics)
    guard let text = requiredString(key, &diagnostics) else { return nil }
    return Text(vi: text.value, en: english?.value ?? text.value)
  }

  /// A text that must be there, without its place.
  func requiredText(_ key: String, _ diagnostics: inout [Diagnostic]) -> String? {
    requiredString(key, &diagnostics)?.value
  }

  /// One of some words that must be there.
  func requiredWord<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ key: String, _ type: Word.Type, _ diagnostics: inout [Diagnostic]
  ) -> Word? {
    guard require(key, &diagnostics) != nil else { return nil }
    return word(key, Word.allCases.map { ($0.rawValue, $0) }, &diagnostics)?.value
  }
}
