/// Makes JSON of values that say themselves what they are made of: the texts, whole numbers and truths
/// that results consist of. There are no other numbers: a fraction is written as text.
final class JSONTreeEncoder: Encoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  private var tree = JSONTree.null

  /// A value as JSON.
  static func tree(_ value: some Encodable) throws -> JSONTree {
    let encoder = JSONTreeEncoder()
    try value.encode(to: encoder)
    return encoder.tree
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object(let members) = tree { return KeyedEncodingContainer(JSONMembers(members)) }
    let members = JSONTree.Members()
    tree = .object(members)
    return KeyedEncodingContainer(JSONMembers(members))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    let items = JSONTree.Items()
    tree = .array(items)
    return JSONItems(items: items)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONSingle(encoder: self) }

  /// What a value is that is neither an object nor an array.
  fileprivate func put(_ value: JSONTree) { tree = value }
}

/// The values that cannot be written.
struct NotInJSON: Error {
  /// What it is.
  let what: String
}

extension JSONTree {
  fileprivate init(number: some BinaryInteger) throws {
    guard let int = Int(exactly: number) else { throw NotInJSON(what: "\(number)") }
    self = .int(int)
  }
}

private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let codingPath: [any CodingKey] = []
  private let members: JSONTree.Members

  init(_ members: JSONTree.Members) { self.members = members }

  private func add(_ value: JSONTree, _ key: Key) {
    members.values.append((key.stringValue, value))
  }

  func encodeNil(forKey key: Key) { add(.null, key) }
  func encode(_ value: Bool, forKey key: Key) { add(.bool(value), key) }
  func encode(_ value: String, forKey key: Key) { add(.string(value), key) }
  func encode(_ value: Int, forKey key: Key) { add(.int(value), key) }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    add(try JSONTreeEncoder.tree(value), key)
  }

  func encode(_ value: Double, forKey key: Key) throws { throw NotInJSON(what: "\(value)") }
  func encode(_ value: Float, forKey key: Key) throws { throw NotInJSON(what: "\(value)") }
  func encode(_ value: Int8, forKey key: Key) throws { add(try JSONTree(number: value), key) }
  func encode(_ value: Int16, forKey key: Key) throws { add(try JSONTree(number: value), key) }
  func encode(_ value: Int32, forKey key: Key) throws { add(try JSONTree(number: value), key) }
  func encode(_ value: Int64, forKey key: Key) throws { add(try JSONTree(number: value), key) }
  func encode(_ value: UInt, forKey key: Key) throws { add(try JSONTree(number: value), key) }
  func encode(_ value: UInt8, forKey key: Key) throws { add(try JSONTree(number: value), key) }
  func encode(_ value: UInt16, forKey key: Key) throws { add(try JSONTree(number: value), key) }
  func encode(_ value: UInt32, forKey key: Key) throws { add(try JSONTree(number: value), key) }
  func encode(_ value: UInt64, forKey key: Key) throws { add(try JSONTree(number: value), key) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    let inner = JSONTree.Members()
    add(.object(inner), key)
    return KeyedEncodingContainer(JSONMembers<Nested>(inner))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    let inner = JSONTree.Items()
    add(.array(inner), key)
    return JSONItems(items: inner)
  }

  /// Nothing here inherits from anything.
  func superEncoder() -> any Encoder { JSONTreeEncoder() }
  func superEncoder(forKey key: Key) -> any Encoder { JSONTreeEncoder() }
}

private struct JSONItems: UnkeyedEncodingContainer {
  let codingPath: [any CodingKey] = []
  let items: JSONTree.Items

  var count: Int { items.values.count }

  func encodeNil() { items.values.append(.null) }
  func encode(_ value: Bool) { items.values.append(.bool(value)) }
  func encode(_ value: String) { items.values.append(.string(value)) }
  func encode(_ value: Int) { items.values.append(.int(value)) }
  func encode(_ value: some Encodable) throws {
    items.values.append(try JSONTreeEncoder.tree(value))
  }

  func encode(_ value: Double) throws { throw NotInJSON(what: "\(value)") }
  func encode(_ value: Float) throws { throw NotInJSON(what: "\(value)") }
  func encode(_ value: Int8) throws { items.values.append(try JSONTree(number: value)) }
  func encode(_ value: Int16) throws { items.values.append(try JSONTree(number: value)) }
  func encode(_ value: Int32) throws { items.values.append(try JSONTree(number: value)) }
  func encode(_ value: Int64) throws { items.values.append(try JSONTree(number: value)) }
  func encode(_ value: UInt) throws { items.values.append(try JSONTree(number: value)) }
  func encode(_ value: UInt8) throws { items.values.append(try JSONTree(number: value)) }
  func encode(_ value: UInt16) throws { items.values.append(try JSONTree(number: value)) }
  func encode(_ value: UInt32) throws { items.values.append(try JSONTree(number: value)) }
  func encode(_ value: UInt64) throws { items.values.append(try JSONTree(number: value)) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    let inner = JSONTree.Members()
    items.values.append(.object(inner))
    return KeyedEncodingContainer(JSONMembers<Nested>(inner))
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    let inner = JSONTree.Items()
    items.values.append(.array(inner))
    return JSONItems(items: inner)
  }

  func superEncoder() -> any Encoder { JSONTreeEncoder() }
}

private struct JSONSingle: SingleValueEncodingContainer {
  let codingPath: [any CodingKey] = []
  let encoder: JSONTreeEncoder

  func encodeNil() { encoder.put(.null) }
  func encode(_ value: Bool) { encoder.put(.bool(value)) }
  func encode(_ value: String) { encoder.put(.string(value)) }
  func encode(_ value: Int) { encoder.put(.int(value)) }
  func encode(_ value: some Encodable) throws { encoder.put(try JSONTreeEncoder.tree(value)) }

  func encode(_ value: Double) throws { throw NotInJSON(what: "\(value)") }
  func encode(_ value: Float) throws { throw NotInJSON(what: "\(value)") }
  func encode(_ value: Int8) throws { encoder.put(try JSONTree(number: value)) }
  func encode(_ value: Int16) throws { encoder.put(try JSONTree(number: value)) }
  func encode(_ value: Int32) throws { encoder.put(try JSONTree(number: value)) }
  func encode(_ value: Int64) throws { encoder.put(try JSONTree(number: value)) }
  func encode(_ value: UInt) throws { encoder.put(try JSONTree(number: value)) }
  func encode(_ value: UInt8) throws { encoder.put(try JSONTree(number: value)) }
  func encode(_ value: UInt16) throws { encoder.put(try JSONTree(number: value)) }
  func encode(_ value: UInt32) throws { encoder.put(try JSONTree(number: value)) }
  func encode(_ value: UInt64) throws { encoder.put(try JSONTree(number: value)) }
}
