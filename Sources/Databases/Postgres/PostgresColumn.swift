/// A column that a server gives, and how its values are written as text.
package struct PostgresColumn: Hashable, Sendable {
  /// What its values are.
  package enum Kind: Hashable, Sendable {
    case number
    case money
    case day
    case moment
    case zonedMoment
    /// Anything that is one text.
    case text
    /// Bytes, lists, records, documents: nothing that a cell can hold.
    case noCell
  }

  /// How its values are to be written.
  package enum Form: Hashable, Sendable {
    /// As the server writes them.
    case own
    /// Numbers, with this decimal mark.
    case number(decimalMark: UInt8)
    /// Days, `2025-09-02`; a moment of midnight is a day too.
    case day
    /// Moments; a day alone as `02/09/2025` where days are slashed, else as `2025-09-02`.
    case moment(slashedDays: Bool)
    /// Not at all: nobody asks for them.
    case nothing
    /// As `mark`, since they are nothing that a cell can hold.
    case noSingleValue
  }

  /// What is written for a value that no cell can hold: U+FFFF, which is no character of any text.
  package static let mark: [UInt8] = [0xEF, 0xBF, 0xBF]

  /// Its name.
  package let name: String
  /// The name of its type, `timestamp with time zone`.
  package let type: String
  /// What its values are.
  package let kind: Kind

  /// - Parameters:
  ///   - oid: the number of its type (`pg_type.oid`; those of built-in types never change).
  ///   - category: `pg_type.typcategory`.
  init(name: String, type: String, oid: UInt32, category: Character) {
    (self.name, self.type) = (name, type)
    switch (oid, category) {
    case (790, _): kind = .money
    case (1082, _): kind = .day
    case (1114, _): kind = .moment
    case (1184, _): kind = .zonedMoment
    case (17, _), (114, _), (142, _), (3802, _): kind = .noCell
    case (_, "A"), (_, "C"), (_, "G"), (_, "R"): kind = .noCell
    case (_, "N"): kind = .number
    default: kind = .text
    }
  }

  /// The SQL that writes the values of `column` in a form.
  func expression(_ column: String, as form: Form) -> String {
    let text = column + "::text"
    switch (kind, form) {
    case (_, .nothing): return "NULL"
    case (_, .noSingleValue): return "CASE WHEN \(column) IS NOT NULL THEN chr(65535) END"
    case (.number, .number(let mark)): return Self.marked(text, mark)
    case (.money, .number(let mark)): return Self.marked(column + "::numeric::text", mark)
    case (.moment, .day): return Self.midnightAsDay(text)
    case (.zonedMoment, .day): return Self.midnightAsDay(column + "::timestamp::text")
    case (.zonedMoment, _): return Self.withWholeOffset(text)
    case (.day, .moment(slashedDays: true)): return Self.slashed(text)
    default: return text
    }
  }

  /// With a nought more where three decimals could be taken for a group of digits.
  private static func marked(_ text: String, _ mark: UInt8) -> String {
    let number = #"regexp_replace(\#(text), '(\.\d{3})$', '\10')"#
    return mark == UInt8(ascii: ",") ? "replace(\(number), '.', ',')" : number
  }

  // The patterns leave alone what no calendar day is: `infinity`, years before the first.

  private static func midnightAsDay(_ text: String) -> String {
    #"regexp_replace(\#(text), '^(\d{4}-\d\d-\d\d) 00:00:00$', '\1')"#
  }

  private static func withWholeOffset(_ text: String) -> String {
    #"regexp_replace(\#(text), '([+-]\d\d)$', '\1:00')"#
  }

  private static func slashed(_ text: String) -> String {
    #"regexp_replace(\#(text), '^(\d{4})-(\d\d)-(\d\d)$', '\3/\2/\1')"#
  }
}
