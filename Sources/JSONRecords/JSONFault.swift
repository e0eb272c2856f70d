/// Something that keeps JSON text from being read, and where it was met.
package struct JSONFault: Error, Hashable, Sendable {
  /// What it is.
  package enum Kind: Hashable, Sendable {
    /// The text ends in the middle of a value.
    case end
    /// In JSON Lines: the line does.
    case endOfLine
    /// A character that cannot stand here; its first byte.
    case unexpected(UInt8)
    /// A word that is none of `true`, `false`, `null`.
    case word
    /// A number not written as JSON writes them: `007`, `1.`, `+5`.
    case number
    /// A control character in a string, which has to be written `\n`, `\t` or `\u0000`.
    case controlCharacter
    /// A backslash before something that it does not go with.
    case escape
    /// Something stands behind the last value.
    case behind
    /// A value in place of an object.
    case noObject
    /// Objects and arrays within each other, more than `JSONLimits.depth`.
    case tooDeep
    /// A record of more than `JSONLimits.recordSize` bytes.
    case tooLong
    /// More keys than `JSONLimits.keys`.
    case tooManyKeys
  }

  /// What it is.
  package let kind: Kind
  /// The line, from 1.
  package let line: Int
  /// Where the line starts, in bytes from the beginning of the text.
  package let lineStart: Int
  /// Where the fault is, in bytes from the beginning of the text.
  package let offset: Int
}

/// How much is read of a text that nobody vouches for.
package enum JSONLimits {
  /// How many objects and arrays may stand within each other.
  package static let depth = 64
  /// How long the values of one record may be together, in bytes.
  package static let recordSize = 64 * 1024 * 1024
  /// How many keys all records may have together.
  package static let keys = 10_000
  /// How long the keys may be together, in bytes.
  static let keySize = 4 * 1024 * 1024
}
