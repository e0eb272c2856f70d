/// An expression as written, before names and types are known.
struct SyntaxNode: Sendable {
  indirect enum Kind: Sendable {
    case literal(Value)
    /// A name; `isAbsolute` when written with a point before it.
    case name(String, isAbsolute: Bool)
    case select(SyntaxNode, field: String, fieldRange: Range<Int>)
    case call(SyntaxCall)
    case not(SyntaxNode)
    case negate(SyntaxNode)
    case and([SyntaxNode])
    case or([SyntaxNode])
    case binary(String, SyntaxNode, SyntaxNode, signRange: Range<Int>)
    case conditional(SyntaxNode, then: SyntaxNode, otherwise: SyntaxNode)
    case index(SyntaxNode, SyntaxNode)
    /// `x.?field`
    case optionalSelect(SyntaxNode, field: String, fieldRange: Range<Int>)
    /// `x[?i]`
    case optionalIndex(SyntaxNode, SyntaxNode)
    /// `?x` in a list, or before the key of an entry.
    case ifPresent(SyntaxNode)
    case list([SyntaxNode])
    case map([(key: SyntaxNode, value: SyntaxNode)])
    case message(SyntaxNode, fields: [SyntaxNode])
    /// What could not be read and was reported.
    case missing
  }

  let kind: Kind
  /// UTF-8 offsets in the text, parentheses around it included.
  var range: Range<Int>
  /// How many nodes there are below each other.
  let depth: Int

  init(_ kind: Kind, _ range: Range<Int>, over children: [SyntaxNode] = []) {
    self.kind = kind
    self.range = range
    depth = 1 + (children.map(\.depth).max() ?? 0)
  }
}

/// `name(…)` or `receiver.name(…)`.
struct SyntaxCall: Sendable {
  let name: String
  let nameRange: Range<Int>
  /// What stands before the point; `nil` in a global call.
  let receiver: SyntaxNode?
  let arguments: [SyntaxNode]
}
