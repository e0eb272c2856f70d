import CLibYAML
import Diagnostics

/// Reads YAML 1.2 (one document) into a tree, through libyaml.
///
/// Refused, beyond what libyaml refuses: duplicate keys, keys that are collections, tags, more than
/// one document, nesting deeper than `depthLimit`, aliases that expand beyond `nodeLimit`.
package struct YAMLParser: ~Copyable {
  /// How deep collections may nest. libyaml's cost grows with the square of the depth.
  package static let depthLimit = 64
  /// How many nodes aliases may expand to.
  package static let nodeLimit = 200_000

  private let source: SourceText
  private let stream: EventStream
  private var anchors: [String: Node] = [:]
  private var expanded = 0
  private var depth = 0
  private var diagnostics: [Diagnostic] = []

  /// The tree of `source`, and everything that is wrong with it. Without a tree there is an error.
  package static func parse(_ source: SourceText) -> (root: Node?, diagnostics: [Diagnostic]) {
    var parser = YAMLParser(source)
    let root = parser.document()
    return (parser.diagnostics.hasErrors ? nil : root, parser.diagnostics)
  }

  private init(_ source: SourceText) {
    self.source = source
    stream = EventStream(source.bytes)
  }

  private mutating func document() -> Node? {
    do throws(Stop) {
      while true {
        let event = try next()
        if case .streamEnd = event.kind { return empty }
        if case .documentStart = event.kind { break }
      }
      let root = try node(next())
      try expectEnd()
      return root
    } catch {
      if !diagnostics.contains(error.diagnostic) { diagnostics.append(error.diagnostic) }
      return nil
    }
  }

  /// The tree of a file that holds nothing.
  private var empty: Node {
    scalarNode(text: "", style: YAML_PLAIN_SCALAR_STYLE, bytes: 0..<0)
  }

  private mutating func expectEnd() throws(Stop) {
    while true {
      let event = try next()
      if case .streamEnd = event.kind { return }
      if case .documentStart = event.kind {
        throw Stop(.secondDocument(span(event.bytes)))
      }
    }
  }

  private func next() throws(Stop) -> Event {
    do throws(ReadingFault) {
      return try stream.next()
    } catch {
      throw Stop(.unreadable(error, in: source))
    }
  }

  private mutating func node(_ event: Event) throws(Stop) -> Node {
    switch event.kind {
    case .scalar(let text, let style, let tag, let anchor):
      refuse(tag, at: event.bytes)
      let bytes = anchor == nil ? event.bytes : afterAnchor(event.bytes)
      let node = scalarNode(text: text, style: style, bytes: bytes)
      if let scalar = node.scalar, scalar.isPlain, let odd = OddSpaces.atEnds(of: scalar.mapped) {
        diagnostics.append(.oddSpace(odd))
      }
      return remember(node, as: anchor)
    case .sequenceStart(let tag, let anchor):
      refuse(tag, at: event.bytes)
      return remember(try nested(event) { p throws(Stop) in try p.sequence(event) }, as: anchor)
    case .mappingStart(let tag, let anchor):
      refuse(tag, at: event.bytes)
      return remember(try nested(event) { p throws(Stop) in try p.mapping(event) }, as: anchor)
    case .alias(let name):
      return try alias(name, at: event.bytes)
    default:
      throw Stop(
        .unreadable(
          .init(
            problem: "unexpected end", offset: event.bytes.lowerBound,
            contextOffset: nil, isEncoding: false), in: source))
    }
  }

  private mutating func nested(
    _ event: Event, _ read: (inout YAMLParser) throws(Stop) -> Node
  ) throws(Stop) -> Node {
    depth += 1
    guard depth <= Self.depthLimit else { throw Stop(.tooDeep(span(event.bytes))) }
    let node = try read(&self)
    depth -= 1
    return node
  }

  private mutating func sequence(_ start: Event) throws(Stop) -> Node {
    var items: [Node] = []
    var event = try next()
    while !event.isEnd {
      items.append(try node(event))
      event = try next()
    }
    return collection(.sequence(items), start, end: event, last: items.last?.span)
  }

  private mutating func mapping(_ start: Event) throws(Stop) -> Node {
    var entries = KeyedEntries()
    var event = try next()
    while !event.isEnd {
      let key = try node(event)
      add(key, try node(next()), to: &entries)
      event = try next()
    }
    let last = entries.all.last?.value.span
    return collection(.mapping(entries.all), start, end: event, last: last)
  }

  private mutating func add(_ key: Node, _ value: Node, to entries: inout KeyedEntries) {
    guard let scalar = key.scalar else {
      diagnostics.append(.keyIsCollection(key.span))
      return
    }
    if let first = entries[scalar.text] {
      diagnostics.append(.duplicateKey(scalar.text, again: key.span, first: first.keySpan))
      return
    }
    entries.append(Node.Entry(key: scalar, keySpan: key.span, value: value))
  }

  /// A block collection ends with its last child: libyaml's end mark is where the next token starts.
  private func collection(
    _ content: Node.Content, _ start: Event, end: Event, last: Span?
  ) -> Node {
    let isFlow =
      !end.bytes.isEmpty
      && [UInt8(ascii: "]"), UInt8(ascii: "}")].contains(source.bytes[end.bytes.lowerBound])
    let upper = isFlow ? end.bytes.upperBound : last?.bytes.upperBound ?? start.bytes.upperBound
    let lower = start.bytes.lowerBound
    return Node(span: span(lower..<max(lower, upper)), content: content)
  }

  private mutating func alias(_ name: String, at bytes: Range<Int>) throws(Stop) -> Node {
    guard let target = anchors[name] else { throw Stop(.unknownAlias(name, span(bytes))) }
    expanded += target.size
    guard expanded <= Self.nodeLimit else { throw Stop(.aliasBomb(span(bytes))) }
    guard depth + target.depth <= Self.depthLimit else { throw Stop(.tooDeep(span(bytes))) }
    return target.moved(to: span(bytes))
  }

  private mutating func remember(_ node: Node, as anchor: String?) -> Node {
    if let anchor { anchors[anchor] = node }
    return node
  }

  private mutating func refuse(_ tag: String?, at bytes: Range<Int>) {
    guard let tag else { return }
    diagnostics.append(
      .tag(tag.replacing("tag:yaml.org,2002:", with: "!!", maxReplacements: 1), span(bytes)))
  }

  private func scalarNode(text: String, style: yaml_scalar_style_t, bytes: Range<Int>) -> Node {
    let range = trimmed(bytes, isBlock: style.isBlock)
    let body = style.isBlock ? bodyOfBlock(range) : range
    let offsets = TextAlignment.offsets(
      of: text, in: source.bytes, range: body, style: style.alignment)
    let composed = ComposedText(text, offsets: offsets)
    let mapped = MappedText(text: composed.text, source: source, offsets: composed.offsets)
    let isPlain = style == YAML_PLAIN_SCALAR_STYLE
    return Node(
      span: span(range),
      content: .scalar(Scalar(isPlain: isPlain, mapped: mapped)))
  }

  /// What follows `&name` and white space: libyaml counts the anchor as part of its scalar.
  private func afterAnchor(_ bytes: Range<Int>) -> Range<Int> {
    let body = source.bytes[bytes].drop { $0 > 0x20 }.drop { $0 <= 0x20 }
    return body.startIndex..<bytes.upperBound
  }

  /// The end mark of a block scalar is on the line after it.
  private func trimmed(_ bytes: Range<Int>, isBlock: Bool) -> Range<Int> {
    guard isBlock else { return bytes }
    var end = bytes.upperBound
    while end > bytes.lowerBound, source.bytes[end - 1] <= 0x20 { end -= 1 }
    return bytes.lowerBound..<end
  }

  /// What follows the line with `|` or `>`.
  private func bodyOfBlock(_ range: Range<Int>) -> Range<Int> {
    let line = source.bytes[range].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
    return line..<range.upperBound
  }

  private func span(_ bytes: Range<Int>) -> Span { Span(source, bytes) }
}

/// Ends the reading of a file: libyaml cannot go on, or must not.
private struct Stop: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

extension Event {
  fileprivate var isEnd: Bool {
    if case .collectionEnd = kind { true } else { false }
  }
}

extension yaml_scalar_style_t {
  fileprivate var isBlock: Bool {
    self == YAML_LITERAL_SCALAR_STYLE || self == YAML_FOLDED_SCALAR_STYLE
  }

  fileprivate var alignment: TextAlignment.Style {
    switch self {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    default: .unquoted
    }
  }
}
