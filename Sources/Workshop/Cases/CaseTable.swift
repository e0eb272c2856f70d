import Diagnostics
import Exports
import YAMLTree

/// A table as it is written in a case: a line of headers, then a line a record, cells parted by `|`.
struct CaseTable: Sendable {
  /// A header or a cell.
  struct Cell: Sendable {
    /// Without the spaces around it and without quotation marks.
    let text: String
    /// What it says: `?` alone is something that nobody can read.
    let content: WrittenTable.Content
    /// Where it stands.
    let span: Span
  }

  /// The first line.
  private(set) var headers: [Cell] = []
  /// The lines after it.
  private(set) var rows: [[Cell]] = []
  /// The whole text.
  let span: Span

  /// The table in a block of text; an empty text is a table without records.
  init(_ scalar: Scalar, _ span: Span, _ diagnostics: inout [Diagnostic]) {
    self.span = span
    let bytes = Array(scalar.mapped.text.utf8)
    var lines: [[Cell]] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = LineSplitter(scalar.mapped, bytes, start..<end)
      if let cells = line.cells() { lines.append(cells) }
      diagnostics += line.diagnostics
      start = end + 1
    }
    headers = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  /// A table that was only named.
  init(empty span: Span) { self.span = span }
}

/// Cuts a line of a table at its `|`. A cell in quotation marks may hold one; a quotation mark in it
/// is doubled.
private struct LineSplitter {
  private let mapped: MappedText
  private let bytes: [UInt8]
  private let line: Range<Int>
  private(set) var diagnostics: [Diagnostic] = []

  init(_ mapped: MappedText, _ bytes: [UInt8], _ line: Range<Int>) {
    self.mapped = mapped
    self.bytes = bytes
    self.line = line
  }

  /// The cells, or `nil` for a line of spaces.
  mutating func cells() -> [CaseTable.Cell]? {
    guard !trimmed(line).isEmpty else { return nil }
    var cells: [CaseTable.Cell] = []
    var start = line.lowerBound
    while true {
      let end = endOfCell(from: start)
      cells.append(cell(trimmed(start..<end)))
      guard end < line.upperBound else { return cells }
      start = end + 1
    }
  }

  private func endOfCell(from start: Int) -> Int {
    var isQuoted = false
    let first = trimmed(start..<line.upperBound).lowerBound
    let canQuote = first < line.upperBound && bytes[first] == UInt8(ascii: "\"")
    for index in start..<line.upperBound {
      if canQuote, bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[index] == UInt8(ascii: "|"), !isQuoted { return index }
    }
    return line.upperBound
  }

  private mutating func cell(_ range: Range<Int>) -> CaseTable.Cell {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let span = mapped.span(range)
    guard text.hasPrefix("\"") else {
      let content: WrittenTable.Content =
        text.isEmpty ? .empty : text == "?" ? .unreadable : .text(text)
      return CaseTable.Cell(text: text, content: content, span: span)
    }
    let inner = text.dropFirst().dropLast()
    if text.count < 2 || !text.hasSuffix("\"")
      || inner.replacing("\"\"", with: "").contains("\"")
    {
      diagnostics.append(.brokenQuote(span))
    }
    let plain = String(inner).replacing("\"\"", with: "\"")
    return CaseTable.Cell(text: plain, content: plain.isEmpty ? .empty : .text(plain), span: span)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let inside = range.drop { isBlank(bytes[$0]) }
    guard let first = inside.first, let last = inside.last(where: { !isBlank(bytes[$0]) }) else {
      return range.upperBound..<range.upperBound
    }
    return first..<last + 1
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}
