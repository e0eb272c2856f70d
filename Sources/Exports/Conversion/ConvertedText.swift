import Diagnostics
import Encodings

/// A file's text as UTF-8, where its own bytes are something else.
struct ConvertedText: Sendable {
  /// What a text was made of.
  enum Origin: Sendable {
    /// A text in another encoding.
    case text
    /// A sheet of a workbook.
    case sheet
    /// Objects of JSON.
    case json
    /// Rows of a database.
    case database
  }

  /// Stands for what could not be read. It is no UTF-8, so the cell that holds it is unreadable, and a
  /// U+FFFD of the file is not mistaken for it.
  static let unreadable: UInt8 = 0xFF

  /// The text.
  let bytes: FileBytes
  /// What it was made of.
  var origin = Origin.text
  /// What people call its lines.
  var lines = LineNames()
  /// How it was decoded, where it was made of a text.
  var decoding: Decoding?
  /// The lines, as people call them, that stand for records of which nothing could be read, which was said.
  var brokenLines: Set<Int> = []
}

/// How a text came out of another encoding than UTF-8.
struct Decoding: Sendable {
  /// What it was written in.
  let encoding: Encoding
  /// Why it was read so.
  let reason: Text
  /// The first of the bytes that did not decode, in the order in which they stand.
  let faults: [DecodingFault]

  /// The first of them whose place in the text is in a range; `nil` when there is none, or they were too
  /// many to keep.
  func fault(in range: Range<Int>) -> DecodingFault? {
    var (low, high) = (0, faults.count)
    while low < high {
      let middle = (low + high) / 2
      if faults[middle].textOffset < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < faults.count, range.contains(faults[low].textOffset) else { return nil }
    return faults[low]
  }
}
