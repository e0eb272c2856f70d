import Foundation

/// JSON with sorted keys, two spaces, a line break at the end: the same bytes for the same value.
enum StableJSON {
  /// A value as JSON.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
