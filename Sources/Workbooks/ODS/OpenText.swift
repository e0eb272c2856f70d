/// The text of a cell: its paragraphs, one a line. White space in the file collapses to one space
/// (OpenDocument 1.3 part 3, 6.1.2); `text:s`, `text:tab` and `text:line-break` stand for the rest.
struct OpenText {
  private(set) var bytes: [UInt8] = []
  private(set) var hasParagraphs = false
  private var isAfterSpace = true

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    hasParagraphs = false
  }

  mutating func beginParagraph() {
    if hasParagraphs { bytes.append(UInt8(ascii: "\n")) }
    hasParagraphs = true
    isAfterSpace = true
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      let isSpace = byte.isXMLSpace
      if !(isSpace && isAfterSpace) { bytes.append(isSpace ? UInt8(ascii: " ") : byte) }
      isAfterSpace = isSpace
    }
  }

  /// An element inside a paragraph that stands for white space.
  mutating func appendSpace(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.space == .text else { return }
    if name.local == "s" {
      let count = min(attributes[.text, "c"]?.decimal ?? 1, WorkbookLimit.cellBytes.most)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
    } else if name.local == "tab" {
      bytes.append(UInt8(ascii: "\t"))
    } else if name.local == "line-break" {
      bytes.append(UInt8(ascii: "\n"))
    } else {
      return
    }
    isAfterSpace = false
  }
}
