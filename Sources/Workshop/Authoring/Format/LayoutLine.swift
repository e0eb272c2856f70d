import Diagnostics

/// One line of a tidied file.
struct LayoutLine {
  /// What stands on it.
  enum Kind {
    case blank
    /// Keys, values, list items.
    case content
    /// A comment alone.
    case comment
    /// A line of a value that runs over several, kept as it is.
    case verbatim
  }

  /// A comment behind something else, and the column it stood in.
  struct Comment {
    let text: String
    let oldColumn: Int
  }

  /// What begins on a line, as far as blank lines stand before it.
  enum Start {
    case section
    case item
  }

  var kind: Kind
  var indent = 0
  /// The column of the first thing on it, as it was.
  var oldIndent = 0
  /// Without indentation and without a comment behind it.
  var text = ""
  var comment: Comment?
  var starts: Start?
  /// Whether an empty line after it would belong to its value.
  var isOpenEnded = false
  /// Whether a comment alone may go on one that stands behind the line above.
  var isPinnable = false

  /// The column after its last character.
  var end: Int { indent + DisplayWidth.of(text) }

  /// As it is written to the file.
  var written: String {
    guard kind != .blank else { return "" }
    return String(repeating: " ", count: indent) + text
  }
}
