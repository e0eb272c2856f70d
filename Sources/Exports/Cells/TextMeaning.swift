import Diagnostics
import Foundation
import Tables

/// What the cells of a text column mean: codes of texts that all threads share.
struct TextMeaning {
  /// The texts, in Unicode's composed form (NFC).
  let texts: SharedTexts
  private let allowed: Set<String>?
  /// The allowed texts by their small letters; those that differ in case only are left out.
  private let bySmallLetters: [String: String]

  /// Cells of `allowed` texts; of all texts when `nil`.
  init(allowed: [String]?, texts: SharedTexts) {
    let words = allowed.map { Set($0.map(Self.composed)) }
    self.allowed = words
    bySmallLetters = Dictionary(grouping: words ?? []) { $0.lowercased() }
      .compactMapValues { $0.count == 1 ? $0[0] : nil }
    self.texts = texts
  }

  /// The code of the text that `cell`, which is trimmed, is, or why it is none.
  /// - Parameters:
  ///   - losesCase: whether capitals may stand there as small letters; then an allowed text is known by
  ///     its letters, and stands as it is allowed.
  ///   - names: what finds the codes of units by their names, in a column of units.
  func reading(of cell: Bytes, losesCase: Bool, _ names: UnitNames? = nil) -> CellReading {
    guard let text = cell.text else { return .fault(.invalidEncoding) }
    let written = cell.isSurelyComposed ? text : Self.composed(text)
    let composed = names?.code(of: written) ?? written
    if let allowed, !allowed.contains(composed) {
      let meant = losesCase ? bySmallLetters[composed.lowercased()] : nil
      return meant.map { .value(texts.code(of: $0)) } ?? .fault(.notAllowed)
    }
    return .value(texts.code(of: composed))
  }

  private static func composed(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping
  }
}
