import Foundation

/// A regular expression of `matches`, compiled once. What could take exponential time to describe
/// (back references, looking around) is refused, as in RE2, the notation CEL names.
struct Pattern: Sendable {
  private let expression: NSRegularExpression

  /// Compiles a pattern.
  /// - Throws: `Fault` where it is none.
  init(_ pattern: String) throws {
    // Foundation refuses the empty pattern, which is found everywhere.
    let written = pattern.isEmpty ? "(?:)" : pattern
    guard Self.isPlain(pattern), let compiled = try? NSRegularExpression(pattern: written) else {
      throw Fault(.badPattern(pattern))
    }
    expression = compiled
  }

  /// Whether it is found anywhere in a text.
  func isFound(in text: String) -> Bool {
    let range = NSRange(location: 0, length: text.utf16.count)
    return expression.firstMatch(in: text, range: range) != nil
  }

  private static func isPlain(_ pattern: String) -> Bool {
    let lookaround = ["(?=", "(?!", "(?<=", "(?<!", "(?>"]
    guard !lookaround.contains(where: pattern.contains) else { return false }
    var isEscaped = false
    for character in pattern {
      if isEscaped, character.isNumber, character != "0" { return false }
      isEscaped = character == "\\" && !isEscaped
    }
    return true
  }
}
