/// JSON with sorted keys, two spaces, a line break at the end: the same bytes for the same value.
package enum StableJSON {
  /// A value as JSON.
  /// - Throws: when it holds a number that is no whole one.
  package static func text(_ value: some Encodable) throws -> String {
    String(decoding: try bytes(value), as: UTF8.self)
  }

  /// A value as JSON in UTF-8.
  /// - Throws: when it holds a number that is no whole one.
  package static func bytes(_ value: some Encodable) throws -> [UInt8] {
    var text = JSONText()
    text.add(try JSONTreeEncoder.tree(value))
    text.end()
    return text.bytes
  }
}
