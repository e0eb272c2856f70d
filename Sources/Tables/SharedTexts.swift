import Synchronization

/// The texts of one column, each once, as all threads share them that read it.
///
/// Which text has which code depends on which thread met it first: nothing that is shown may.
package final class SharedTexts: Sendable {
  private let dictionary: Mutex<TextDictionary>

  /// Shares some texts, which keep their codes.
  package init(_ dictionary: TextDictionary = TextDictionary()) {
    self.dictionary = Mutex(dictionary)
  }

  /// The code of `text`, which is added when new.
  package func code(of text: String) -> Int64 { dictionary.withLock { $0.code(of: text) } }

  /// Forgets all texts; no code that was given means anything after.
  package func forget() { dictionary.withLock { $0 = TextDictionary() } }

  /// The texts whose code is `first` or greater, in the order of their codes.
  package func texts(from first: Int) -> ArraySlice<String> {
    dictionary.withLock { $0.texts[min(first, $0.texts.count)...] }
  }

  /// The text of a code.
  package subscript(code: Int64) -> String { dictionary.withLock { $0[code] } }

  /// All texts so far.
  package var all: TextDictionary { dictionary.withLock { $0 } }
}
