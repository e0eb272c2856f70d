/// The languages that reports and messages are written in.
package enum Language: String, Sendable, Codable, CaseIterable {
  case vi
  case en
}

/// One sentence for people, in both languages. Modules keep theirs together in one file.
package struct Text: Sendable, Hashable, Codable {
  /// The Vietnamese sentence.
  package let vi: String
  /// The English sentence.
  package let en: String

  /// A sentence in both languages.
  package init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  /// A name, a number or code: the same in both languages.
  package init(verbatim: String) {
    self.init(vi: verbatim, en: verbatim)
  }

  /// The sentence in `language`.
  package func `in`(_ language: Language) -> String {
    language == .vi ? vi : en
  }
}
