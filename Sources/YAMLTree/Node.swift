import Diagnostics

/// A value of a YAML file that knows where it stands.
package struct Node: Sendable {
  /// What a node can be.
  package indirect enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  /// A key of a mapping with its value, in the order of the file.
  package struct Entry: Sendable {
    /// The key; always a scalar.
    package let key: Scalar
    /// Where the key stands.
    package let keySpan: Span
    /// The value.
    package let value: Node
  }

  /// From the first character of the value to its last, byte-true.
  package let span: Span
  /// The value.
  package let content: Content

  /// The scalar, or `nil` for a collection.
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The items of a sequence, or `nil` for anything else.
  package var items: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The entries of a mapping, or `nil` for anything else.
  package var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// How many nodes it is made of, itself included.
  var size: Int {
    switch content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + $1.size }
    case .mapping(let entries): entries.reduce(1) { $0 + 1 + $1.value.size }
    }
  }

  /// How many collections stand within each other, itself included.
  var depth: Int {
    switch content {
    case .scalar: 0
    case .sequence(let items): 1 + (items.map(\.depth).max() ?? 0)
    case .mapping(let entries): 1 + (entries.map(\.value.depth).max() ?? 0)
    }
  }

  /// The same value, standing elsewhere: what an alias makes of its anchor.
  func moved(to span: Span) -> Node { Node(span: span, content: content) }
}

/// A value and where it stands.
package struct Located<Value: Sendable>: Sendable {
  /// The value.
  package let value: Value
  /// Where it was written.
  package let span: Span

  /// A value with its place.
  package init(_ value: Value, _ span: Span) {
    self.value = value
    self.span = span
  }
}
