/// A word of an expression.
struct Token: Sendable, Hashable {
  /// What the word is.
  enum Kind: Sendable, Hashable {
    case name(String)
    /// A field name in backticks.
    case quotedName(String)
    /// A whole number, as written: decimal or `0x…`.
    case int(String)
    /// The same, without its `u`.
    case uint(String)
    /// A number with a point or exponent, as written.
    case real(String)
    case string(String)
    case bytes([UInt8])
    /// An operator or bracket.
    case sign(String)
    case end
  }

  /// What the word is.
  let kind: Kind
  /// Where it stands: UTF-8 offsets in the text.
  let range: Range<Int>

  /// Whether it is that operator or bracket.
  func isSign(_ sign: String) -> Bool { kind == .sign(sign) }

  /// Whether it is that word.
  func isName(_ name: String) -> Bool { kind == .name(name) }
}
