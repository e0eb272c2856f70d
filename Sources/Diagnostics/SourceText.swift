/// The bytes that spans point into: a whole rule file, or an excerpt (one record of an export).
package struct SourceText: Sendable, Hashable {
  /// What every span of a source shares: a reference, for spans are many and copied often.
  private final class Content: Sendable {
    let path: String
    let bytes: [UInt8]
    let firstLine: Int
    let lineStarts: [Int]

    init(path: String, bytes: [UInt8], firstLine: Int) {
      self.path = path
      self.bytes = bytes
      self.firstLine = firstLine
      var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
      for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
        starts.append(offset + 1)
      }
      lineStarts = starts
    }
  }

  private let content: Content
  /// The path as shown to people.
  package var path: String { content.path }
  /// UTF-8 as read, not validated.
  package var bytes: [UInt8] { content.bytes }
  /// The line number (1-based) of the first byte; more than 1 for an excerpt.
  package var firstLine: Int { content.firstLine }
  /// Offsets in `bytes` at which a line starts.
  private var lineStarts: [Int] { content.lineStarts }

  /// Indexes `bytes` by line (LF, CRLF). A byte order mark is no part of the first line.
  package init(path: String, bytes: [UInt8], firstLine: Int = 1) {
    content = Content(path: path, bytes: bytes, firstLine: firstLine)
  }

  /// A source made of `text`, for expressions typed by hand and for tests.
  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The index in the table of lines of the line that holds `offset`.
  func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where the line starts and ends, without its line break.
  func lineRange(_ index: Int) -> Range<Int> {
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }

  /// The bytes of a range as text; what is not UTF-8 shows as the replacement character.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  package static func == (left: SourceText, right: SourceText) -> Bool {
    left.content === right.content
      || left.path == right.path && left.firstLine == right.firstLine
        && left.bytes == right.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(firstLine)
  }
}
