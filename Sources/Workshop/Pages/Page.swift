import CPages
import Diagnostics

/// What is to be said about a diagnostic code: what its rule is for, and an example with its repair.
///
/// Pages are the Markdown files in `Sources/CPages/pages`, one for each code (see `PageReader`).
package struct Page: Sendable {
  /// The code, `TT` and four digits.
  package let code: String
  /// What is wrong, in a few words, by language.
  package internal(set) var titles: [Language: String] = [:]
  /// What the rule is, why it is there and how to comply, by language; paragraphs are parted by empty lines.
  package internal(set) var bodies: [Language: String] = [:]
  /// What provokes the diagnostic, and the same without the mistake.
  package internal(set) var examples: [Example] = []

  /// One fenced block of a page, whose first line is `` ```yaml bad rules/units.yaml ``.
  package struct Example: Sendable {
    /// What it is written in: `yaml`, `csv`, `json`, `sql` for the statements that make a database, `console` for a
    /// command, `text` for what cannot be tried.
    ///
    /// Workbooks are a `sheet` (the XML of its rows), a `workbook` (its parts, each under a line
    /// `--- NAME`), `bytes` (hexadecimal, with remarks after `#`) or a `file` (its text as it is).
    package let format: String
    /// Whether it is the repaired one.
    package let isGood: Bool
    /// The file it is, or the mapping that it is a part of (`obligation`); empty for commands.
    package let path: String
    /// Its lines, each with its line break.
    package internal(set) var text = ""
  }

  /// All pages in the order of their codes.
  package static var all: [Page] {
    let bytes = UnsafeRawBufferPointer(start: pages_start(), count: pages_count())
    return PageReader.read(String(decoding: bytes, as: UTF8.self)).sorted { $0.code < $1.code }
  }
}
