import Diagnostics
import YAMLTree

/// Tidies the white space of a YAML file without touching a comment or a value.
///
/// Lines are neither joined nor split. What changes: indentation (two spaces, dashes of lists further
/// right than their key), the space between `{ }`, `[ ]`, `:` and `,`, spaces and tabs at the end of
/// lines, line breaks of Windows, and blank lines (one at most; one between sections, and between the
/// items of their lists, that run over several lines). Texts over several lines move as they are.
package enum Formatter {
  /// The tidied file.
  /// - Returns: `nil`, with the reason, when the file cannot be read, or when tidying would change a
  ///   value or a comment.
  package static func format(_ source: SourceText) -> (SourceText?, [Diagnostic]) {
    let (root, diagnostics) = YAMLParser.parse(source)
    guard let root else { return (nil, diagnostics) }
    let plain = SourceText(path: source.path, bytes: plainBreaks(source.bytes))
    guard let tokens = YAMLToken.all(of: plain) else { return (nil, [.notTidied(source)]) }
    let tidied = SourceText(path: source.path, text: text(of: plain, tokens))
    guard let after = YAMLParser.parse(tidied).root, isSame(root, after),
      let newTokens = YAMLToken.all(of: tidied),
      comments(of: plain, tokens) == comments(of: tidied, newTokens)
    else { return (nil, [.notTidied(source)]) }
    return (tidied, [])
  }

  private static func text(of source: SourceText, _ tokens: [YAMLToken]) -> String {
    let lines = BlankLines.spaced(LayoutBuilder.lines(of: source, tokens))
    let text = lines.map(\.written).joined(separator: "\n")
    return lines.isEmpty || endsWithinBlock(source, tokens) ? text : text + "\n"
  }

  /// Whether a line break at the end would become a part of the last value.
  private static func endsWithinBlock(_ source: SourceText, _ tokens: [YAMLToken]) -> Bool {
    guard let last = tokens.last(where: { !$0.bytes.isEmpty }), last.kind == .blockScalar else {
      return false
    }
    return last.bytes.upperBound == source.bytes.count && source.bytes.last != UInt8(ascii: "\n")
  }

  /// Without a byte order mark, with LF for every CR and CRLF, as YAML reads them.
  private static func plainBreaks(_ bytes: [UInt8]) -> [UInt8] {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    var plain: [UInt8] = []
    var follows = false
    for byte in body {
      if byte == UInt8(ascii: "\n"), follows {
        follows = false
        continue
      }
      follows = byte == UInt8(ascii: "\r")
      plain.append(follows ? UInt8(ascii: "\n") : byte)
    }
    return plain
  }

  // MARK: - Nothing is lost

  /// Whether two trees hold the same texts in the same structure.
  static func isSame(_ left: Node, _ right: Node) -> Bool {
    switch (left.content, right.content) {
    case (.scalar(let left), .scalar(let right)): isSame(left, right)
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy(isSame)
    case (.mapping(let left), .mapping(let right)):
      left.count == right.count
        && zip(left, right).allSatisfy { isSame($0.key, $1.key) && isSame($0.value, $1.value) }
    default: false
    }
  }

  /// Byte by byte: two ways to write an accent are not the same.
  private static func isSame(_ left: Scalar, _ right: Scalar) -> Bool {
    left.isPlain == right.isPlain && left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// What stands between tokens and is no white space.
  private static func comments(of source: SourceText, _ tokens: [YAMLToken]) -> [[UInt8]] {
    let written = tokens.filter { !$0.bytes.isEmpty }.map(\.bytes)
    let starts = [0] + written.map(\.upperBound)
    let ends = written.map(\.lowerBound) + [source.bytes.count]
    return zip(starts, ends).flatMap { start, end in
      source.bytes[start..<max(start, end)].split(separator: UInt8(ascii: "\n"))
        .map { Array($0.trimmed) }.filter { !$0.isEmpty }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without spaces and tabs on either side.
  fileprivate var trimmed: ArraySlice<UInt8> {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let end = lastIndex { !isSpace($0) }.map { $0 + 1 } ?? startIndex
    return self[..<end].drop(while: isSpace)
  }
}
