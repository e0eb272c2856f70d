import Diagnostics

/// An agency that a directive can bind, from one day to another.
///
/// A code means one unit at a time: districts end, and a new ward may carry an old district's name
/// without being its successor.
package struct Unit: Sendable, Hashable {
  /// What exports call it: `H26.01`.
  package let code: String
  /// The name in reports.
  package let name: String
  /// The English name, where one is used.
  package let nameEN: String?
  /// The kind of agency, a word that rules compare: `so`, `phuong`, `xa`.
  package let level: String
  /// The code of the unit above it.
  package let parent: String?
  /// The days on which the code means this unit.
  package let dates: DateSpan
  /// Other names that exports use for it.
  package let aliases: [String]
  /// Where it is declared.
  package let span: Span

  /// A unit from its parts.
  package init(
    code: String, name: String, nameEN: String? = nil, level: String, parent: String? = nil,
    dates: DateSpan, aliases: [String] = [], span: Span
  ) {
    self.code = code
    self.name = name
    self.nameEN = nameEN
    self.level = level
    self.parent = parent
    self.dates = dates
    self.aliases = aliases
    self.span = span
  }
}
