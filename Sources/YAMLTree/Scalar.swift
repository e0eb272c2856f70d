import Diagnostics
import Numbers

/// A text of a YAML file, and what the YAML 1.2 core schema makes of it.
///
/// Source: YAML 1.2.2, section 10.3.2 (tag resolution of the core schema). `yes`, `on` and `012`
/// are texts and a number there, never booleans and octals.
package struct Scalar: Sendable {
  /// The text without quotes, escapes and folding.
  package var text: String { mapped.text }
  /// Whether it was written without quotes and not as a block: only then is it ever no text.
  package let isPlain: Bool
  /// The text with the place of each of its bytes.
  package let mapped: MappedText

  /// Nothing, `~` or `null`.
  package var isNull: Bool {
    isPlain && text.utf8.count <= 4 && ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// `true` or `false`, or `nil` for another text.
  package var bool: Bool? {
    guard isPlain else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// A whole number in decimal digits, or `nil`.
  package var int: Int? {
    isPlain ? Int(text) : nil
  }

  /// An exact decimal or percentage, quoted or not, or `nil`.
  package var rational: Rational? { Rational(decimal: text) }
}
