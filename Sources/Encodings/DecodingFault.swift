/// Bytes that stand for no character in the encoding that a file was read in.
///
/// Each is U+FFFD in the text, or what was asked for.
package struct DecodingFault: Sendable, Hashable {
  /// What is wrong with them.
  package enum Kind: Sendable, Hashable {
    /// The encoding gives the byte no meaning.
    case unassigned
    /// A tone or accent that the letter before it cannot take.
    case strayMark
    /// Half of a surrogate pair of UTF-16.
    case loneSurrogate
    /// No sequence of UTF-8.
    case malformed
    /// The file ends inside a character.
    case cutOff
  }

  /// What is wrong.
  package let kind: Kind
  /// Where the first of the bytes stands in the file, counted from 0.
  package let offset: Int
  /// The line that it stands on, counted from 1; lines end with LF.
  package let line: Int
  /// Where what stands for them begins in the text, counted from 0.
  package let textOffset: Int
  /// The bytes as they stand in the file.
  package let bytes: [UInt8]
}
