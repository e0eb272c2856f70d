/// A map in the order written, found by key.
package struct MapValue: Sendable, Hashable {
  /// One key with its value.
  package struct Entry: Sendable, Hashable {
    /// A bool, int, uint or string.
    package let key: Value
    /// What it maps to.
    package let value: Value
  }

  /// In the order written.
  package let entries: [Entry]
  private let places: [Key: Int]

  /// A map of entries; `nil` where a key comes twice or cannot be one.
  package init?(_ pairs: [(key: Value, value: Value)]) {
    var places: [Key: Int] = [:]
    for (place, pair) in pairs.enumerated() {
      guard let key = Key(pair.key, asLiteral: true), places[key] == nil else { return nil }
      places[key] = place
    }
    self.places = places
    entries = pairs.map { Entry(key: $0.key, value: $0.value) }
  }

  /// The value under a key; numbers of any type find the key of the same size.
  package subscript(key: Value) -> Value? {
    Key(key, asLiteral: false).flatMap { places[$0] }.map { entries[$0].value }
  }

  /// A key as it is looked up: numbers by size, texts by their bytes.
  private enum Key: Sendable, Hashable {
    case bool(Bool)
    case number(Int128)
    case text([UInt8])

    init?(_ value: Value, asLiteral: Bool) {
      switch value {
      case .bool(let bool): self = .bool(bool)
      case .int(let int): self = .number(Int128(int))
      case .uint(let uint): self = .number(Int128(uint))
      case .string(let text): self = .text(Array(text.utf8))
      case .double(let double) where !asLiteral:
        guard let whole = Int128(exactly: double) else { return nil }
        self = .number(whole)
      default: return nil
      }
    }
  }
}
