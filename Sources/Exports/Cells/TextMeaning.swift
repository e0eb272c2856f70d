import Diagnostics
import Foundation
import Tables

/// What the cells of a text column mean: codes of texts that all threads share.
struct TextMeaning {
  /// The texts, in Unicode's composed form (NFC).
  let texts: SharedTexts
  private let allowed: Set<String>?

  /// Cells of `allowed` texts; of all texts when `nil`.
  init(allowed: [String]?, texts: SharedTexts) {
    self.allowed = allowed.map { Set($0.map(Self.composed)) }
    self.texts = texts
  }

  /// The code of the text that `cell`, which is trimmed, is, or why it is none.
  func reading(of cell: Bytes) -> CellReading {
    guard let text = cell.text else { return .fault(.invalidEncoding) }
    let composed = cell.isSurelyComposed ? text : Self.composed(text)
    if let allowed, !allowed.contains(composed) { return .fault(.notAllowed) }
    return .value(texts.code(of: composed))
  }

  private static func composed(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping
  }
}
