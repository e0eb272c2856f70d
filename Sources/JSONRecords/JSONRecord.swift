/// One object of a file, its values in the order in which they stand.
package struct JSONRecord {
  /// What a value is.
  package enum Kind: Hashable, Sendable {
    /// A string.
    case text
    /// A number, as it is written.
    case number
    /// `true` or `false`.
    case bool
    /// `null`.
    case null
    /// A list, which no cell can hold.
    case array
    /// A value of a key that the object has more than once.
    case duplicate
    /// A string with half of a surrogate pair (`\ud83d` alone).
    case brokenText
    /// `NaN` or `Infinity`.
    case noNumber
  }

  /// A value under its key.
  package struct Value {
    /// The index of its key in `JSONFile.keys`; `nil` for one that came in after those were counted.
    package internal(set) var key: Int?
    /// What it is.
    package internal(set) var kind: Kind
    fileprivate let range: Range<Int>
    /// The number of its path.
    let path: Int
  }

  /// The line on which the object starts, from 1.
  package internal(set) var line = 0
  /// What keeps it from being read, in JSON Lines; it has no values then.
  package internal(set) var fault: JSONFault?
  /// The values.
  package internal(set) var values: [Value] = []
  private var bytes: [UInt8] = []

  /// The text of a value: of a string without quotation marks and escapes.
  package func text(of value: Value) -> ArraySlice<UInt8> { bytes[value.range] }

  mutating func begin(_ line: Int) {
    self.line = line
    fault = nil
    values.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds what a scanner finds next, which is no object.
  mutating func add(_ path: Int, _ scanner: inout JSONScanner) throws {
    let start = bytes.count
    var kind = Kind.array
    if try scanner.peek() == UInt8(ascii: "[") {
      try scanner.skipValue()
    } else {
      kind = Kind(try scanner.scalar(into: &bytes))
    }
    values.append(Value(key: nil, kind: kind, range: start..<bytes.count, path: path))
  }
}

extension JSONRecord.Kind {
  fileprivate init(_ scalar: JSONScanner.Scalar) {
    switch scalar {
    case .text: self = .text
    case .brokenText: self = .brokenText
    case .number: self = .number
    case .bool: self = .bool
    case .null: self = .null
    case .noNumber: self = .noNumber
    }
  }
}
