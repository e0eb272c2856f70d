import Diagnostics

/// What may be written in one place of a file.
indirect enum Shape: Sendable {
  /// Any text, number or word.
  case text
  /// A text of this form (a regular expression), or a number that is written so.
  case form(String)
  /// `true` or `false`.
  case flag
  /// A whole number, not below the least.
  case whole(least: Int)
  /// One of these words.
  case words([String])
  /// Items; one alone may stand without brackets.
  case list(Shape)
  /// This many items, no more and no less.
  case items(Shape, count: Int)
  /// Keys that are known.
  case mapping(Mapping)
  /// Keys that the author chooses.
  case named(Shape)
  /// One of several.
  case either([Shape])

  /// A condition or value in CEL.
  static let expression = Shape.text
  /// A day, `2025-07-01`.
  static let day = Shape.form(#"^\d{4}-\d{2}-\d{2}$"#)
  /// A number or a percentage.
  static let number = Shape.form(#"^-?\d+(\.\d+)?%?$"#)
  /// Words joined by dashes.
  static let id = Shape.form("^[a-z0-9]+(-[a-z0-9]+)*$")
  /// A name that expressions use.
  static let identifier = Shape.form("^[a-z_][a-z0-9_]*$")
  /// A date and time, or a day.
  static let moment = Shape.form(
    #"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$"#)
  /// A month, quarter, half-year or year.
  static let period = Shape.form(#"^\d{4}(-(\d{2}|Q[1-4]|H[12]))?$"#)
}

/// A mapping with known keys. Whoever gives a reader a new key describes it in the mapping too: a test
/// compares the two.
struct Mapping: Sendable {
  /// Its name among the definitions of a schema.
  let name: String
  /// What it describes.
  let text: Text
  /// In the order in which people write them.
  let keys: [Key]
  /// Of these keys there is exactly one.
  var exactlyOne: [String] = []
}

/// A key of a mapping.
struct Key: Sendable {
  let name: String
  let shape: Shape
  let isRequired: Bool
  let text: Text

  /// A key that may be left out.
  static func may(_ name: String, _ shape: Shape, vi: String, en: String) -> Key {
    Key(name: name, shape: shape, isRequired: false, text: Text(vi: vi, en: en))
  }

  /// A key that must be there.
  static func must(_ name: String, _ shape: Shape, vi: String, en: String) -> Key {
    Key(name: name, shape: shape, isRequired: true, text: Text(vi: vi, en: en))
  }
}
