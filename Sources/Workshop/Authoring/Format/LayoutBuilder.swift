import Diagnostics
import YAMLTree

/// Lays the tokens of a file out anew. Line breaks stay where they are: only indentation, the space
/// between tokens, and blank lines change.
struct LayoutBuilder {
  /// A block list or mapping that is open, and the column of its items, as it was and as it becomes.
  struct Context {
    let isSequence: Bool
    /// A list whose dashes stand right under the key; libyaml announces none.
    let isImplicit: Bool
    let old: Int
    let new: Int
  }

  private let source: SourceText
  private var stack: [Context] = []
  private var flowDepth = 0
  private var followsKey = false
  /// The last token with a text of its own, and where it ends.
  private var last: YAMLToken.Kind?
  private var lastEnd = 0
  /// The collections that were open at that token.
  private var lastStack: [Context] = []
  private var lines: [LayoutLine] = []
  private var placer = CommentPlacer()

  /// The lines of `source`, of which these are the tokens.
  static func lines(of source: SourceText, _ tokens: [YAMLToken]) -> [LayoutLine] {
    var builder = LayoutBuilder(source)
    for token in tokens { builder.add(token) }
    builder.finish()
    return builder.placer.aligned(builder.lines)
  }

  private init(_ source: SourceText) { self.source = source }

  private mutating func add(_ token: YAMLToken) {
    arrange(token)
    if token.kind == .key { followsKey = true }
    guard !token.bytes.isEmpty else { return }
    if breaksLine(before: token) {
      closeLine(token)
    } else if let last {
      lines[lines.count - 1].text += Self.separator(last, token.kind)
    }
    append(token)
    switch token.kind {
    case .flowMappingStart, .flowSequenceStart: flowDepth += 1
    case .flowMappingEnd, .flowSequenceEnd: flowDepth -= 1
    default: break
    }
    followsKey = false
    (last, lastEnd, lastStack) = (token.kind, token.bytes.upperBound, stack)
  }

  // MARK: - Open collections

  private mutating func arrange(_ token: YAMLToken) {
    guard flowDepth == 0 else { return }
    let isImplicit = stack.last?.isImplicit == true
    switch token.kind {
    case .blockMappingStart: open(token, isSequence: false)
    case .blockSequenceStart: open(token, isSequence: true)
    case .blockEntry where stack.last?.isSequence == false: openImplicit(token)
    case .key where isImplicit, .value where isImplicit: stack.removeLast()
    case .blockEnd: stack.removeLast(min(isImplicit ? 2 : 1, stack.count))
    default: break
    }
  }

  private mutating func open(_ token: YAMLToken, isSequence: Bool) {
    let isFirst = breaksLine(before: token)
    let below = stack.last.map { $0.new + 2 } ?? 0
    let new = isFirst ? below : (lines.last?.end ?? 0) + 1
    stack.append(
      Context(isSequence: isSequence, isImplicit: false, old: column(of: token), new: new))
  }

  private mutating func openImplicit(_ token: YAMLToken) {
    let new = (stack.last?.new ?? 0) + 2
    stack.append(Context(isSequence: true, isImplicit: true, old: column(of: token), new: new))
  }

  // MARK: - Lines

  private func breaksLine(before token: YAMLToken) -> Bool {
    last == nil || last == .blockScalar
      || source.bytes[lastEnd..<token.bytes.lowerBound].contains(UInt8(ascii: "\n"))
  }

  /// Ends the line with the comment behind it, adds the blank and comment lines up to `token`, and
  /// begins the line of `token`.
  private mutating func closeLine(_ token: YAMLToken) {
    var line = LayoutLine(kind: .content)
    line.oldIndent = column(of: token)
    line.indent = indent(of: token)
    line.starts = start(token)
    addGap(until: token.bytes.lowerBound, next: line)
    lines.append(line)
  }

  private mutating func finish() {
    addGap(until: source.bytes.count, next: nil)
    while lines.last?.kind == .blank { lines.removeLast() }
  }

  private mutating func addGap(until end: Int, next: LayoutLine?) {
    var parts = source.string(lastEnd..<max(lastEnd, end))
      .split(separator: "\n", omittingEmptySubsequences: false)
    if next != nil { parts.removeLast() }
    if last != nil, last != .blockScalar, !parts.isEmpty { addTrailing(parts.removeFirst()) }
    placer.contexts = stack + lastStack
    for part in parts {
      let text = part.drop { $0 == " " || $0 == "\t" }
      if text.isEmpty { addBlank() } else { addComment(text, part.count - text.count, next) }
    }
  }

  private mutating func addTrailing(_ rest: Substring) {
    let text = rest.drop { $0 == " " || $0 == "\t" }
    guard !text.isEmpty else { return }
    let start = lastEnd + rest.utf8.count - text.utf8.count
    let line = source.bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    lines[lines.count - 1].comment = LayoutLine.Comment(
      text: Self.trimmed(text), oldColumn: DisplayWidth.of(source.string(line..<start)))
  }

  private mutating func addBlank() {
    guard let previous = lines.last, previous.kind != .blank else { return }
    lines.append(LayoutLine(kind: .blank))
  }

  private mutating func addComment(_ text: Substring, _ column: Int, _ next: LayoutLine?) {
    var line = LayoutLine(kind: .comment)
    line.text = Self.trimmed(text)
    line.oldIndent = column
    line.indent =
      flowDepth > 0
      ? placer.inFlow(column, next, shifted: inFlow(column, isCloser: false))
      : placer.indent(column, next)
    line.isPinnable = next?.oldIndent != column
    lines.append(line)
  }

  // MARK: - Indentation

  private func indent(of token: YAMLToken) -> Int {
    if flowDepth > 0 {
      let isCloser = token.kind == .flowMappingEnd || token.kind == .flowSequenceEnd
      return inFlow(column(of: token), isCloser: isCloser)
    }
    guard let top = stack.last, token.kind != .marker else { return 0 }
    let isItem = followsKey || [.blockEntry, .key, .value].contains(token.kind)
    return isItem ? top.new : top.new + 2
  }

  /// A line within brackets moves with the line that they are in.
  private func inFlow(_ column: Int, isCloser: Bool) -> Int {
    guard let top = stack.last else { return column }
    return max(column + shift, top.new + (isCloser ? 0 : 2))
  }

  /// How far the innermost block moves.
  private var shift: Int { stack.last.map { $0.new - $0.old } ?? 0 }

  private func start(_ token: YAMLToken) -> LayoutLine.Start? {
    guard flowDepth == 0 else { return nil }
    if followsKey, stack.count == 1 { return .section }
    let depth = stack.first?.isSequence == true ? 1 : 2
    return token.kind == .blockEntry && stack.count == depth ? .item : nil
  }

  private func column(of token: YAMLToken) -> Int {
    let start = token.bytes.lowerBound
    let line = source.bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return start - line
  }

  // MARK: - Tokens

  /// The space between two tokens of a line.
  private static func separator(_ left: YAMLToken.Kind, _ right: YAMLToken.Kind) -> String {
    switch (left, right) {
    case (.flowMappingStart, .flowMappingEnd), (.flowSequenceStart, _), (_, .flowSequenceEnd),
      (_, .flowEntry), (.scalar, .value), (.flowMappingEnd, .value), (.flowSequenceEnd, .value):
      ""
    default: " "
    }
  }

  private mutating func append(_ token: YAMLToken) {
    let isFirst = lines[lines.count - 1].text.isEmpty
    let parts = source.string(token.bytes).split(separator: "\n", omittingEmptySubsequences: false)
    lines[lines.count - 1].text +=
      token.kind == .blockScalar ? Self.trimmed(parts[0]) : String(parts[0])
    if token.kind == .blockScalar {
      appendBlock(parts)
    } else {
      let shift = isFirst ? lines[lines.count - 1].indent - column(of: token) : self.shift
      for part in parts.dropFirst() { appendVerbatim(part, shift, least: stack.last?.new ?? -1) }
    }
  }

  /// The lines of a text after `|` or `>` move as one; so do those of a quoted or plain one, but stay
  /// further right than the block they are in.
  private mutating func appendVerbatim(_ part: Substring, _ shift: Int, least: Int) {
    var line = LayoutLine(kind: .verbatim)
    let text = part.drop { $0 == " " }
    let spaces = part.count - text.count
    let moved = spaces + shift
    line.oldIndent = spaces
    line.indent = text.isEmpty ? spaces : moved > least ? moved : least + 2
    line.text = String(text)
    lines.append(line)
  }

  private mutating func appendBlock(_ parts: [Substring]) {
    let header = parts[0].prefix { $0 != " " && $0 != "\t" }
    let isOpen = header.contains { $0 == "+" || $0.isNumber }
    var body = parts.dropFirst()
    // What follows the last line break is no line.
    if let rest = body.last, rest.isEmpty { body.removeLast() }
    let depth = body.first { !Self.isBlank($0) }.map { $0.prefix { $0 == " " }.count } ?? .max
    var blanks = 0
    while !isOpen, let rest = body.last, Self.isBlank(rest), rest.count <= depth {
      body.removeLast()
      blanks += 1
    }
    for part in body {
      var line = LayoutLine(kind: .verbatim)
      let text = part.drop { $0 == " " }
      let spaces = part.count - text.count
      line.indent = spaces == 0 && text.isEmpty ? 0 : max(0, spaces + shift)
      line.text = String(text)
      lines.append(line)
    }
    lines[lines.count - 1].isOpenEnded = isOpen
    if blanks > 0 { addBlank() }
  }

  private static func isBlank(_ text: Substring) -> Bool { text.allSatisfy { $0 == " " } }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let end = text.last, end == " " || end == "\t" { text.removeLast() }
    return String(text)
  }
}
