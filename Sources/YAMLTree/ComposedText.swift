import Diagnostics
import Foundation

/// A text of a file in Unicode's composed form (NFC), in which the cells of exports are compared: a
/// text copied on a Mac or out of a PDF may spell `ế` with three characters.
struct ComposedText {
  /// The composed text.
  let text: String
  /// The places of its bytes in the file.
  let offsets: MappedText.Offsets

  /// Composes `text`, each byte of which stands at one of `offsets`.
  init(_ text: String, offsets: MappedText.Offsets) {
    let composed = text.isSurelyComposed ? text : text.precomposedStringWithCanonicalMapping
    guard !composed.utf8.elementsEqual(text.utf8) else {
      self.text = text
      self.offsets = offsets
      return
    }
    self.text = composed
    self.offsets = .each(Self.offsets(of: text, offsets.each(of: text)))
  }

  /// A composed character covers all that it was made of.
  private static func offsets(of text: String, _ offsets: [Int]) -> [Int] {
    var composed: [Int] = []
    var start = 0
    for character in text {
      let end = start + character.utf8.count
      let count = String(character).precomposedStringWithCanonicalMapping.utf8.count
      let last = offsets[end - 1]
      composed += (0..<count).map { $0 == count - 1 ? last : min(offsets[start] + $0, last) }
      start = end
    }
    return composed + offsets[start...]
  }
}

extension MappedText.Offsets {
  /// An offset for each byte of `text`, and its end.
  fileprivate func each(of text: String) -> [Int] {
    switch self {
    case .from(let first): Array(first...first + text.utf8.count)
    case .each(let offsets): offsets
    }
  }
}
