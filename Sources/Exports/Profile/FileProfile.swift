import Diagnostics

/// What stands in a file that was handed in, before any rule is asked.
package struct FileProfile: Sendable, Encodable {
  /// The path as it was given.
  package let file: String
  /// Its size.
  package var bytes = 0
  /// What can be read of it: one for a CSV file, one for each sheet of a workbook.
  package var tables: [TableProfile] = []
  /// What is wrong with it, and what its readers should know.
  package var remarks: [Remark] = []

  /// Something about a file.
  package struct Remark: Sendable, Encodable {
    /// The diagnostic code.
    package let code: String
    /// How much it matters.
    package let severity: DiagnosticSeverity
    /// The line or row, where it is about one.
    package let line: Int?
    /// In a sentence.
    package let message: Text
    /// What to do about it.
    package let hint: Text?
  }

  /// Whether nothing in it can be read.
  package var isUnreadable: Bool { tables.isEmpty }
}

/// The records of a CSV file or of a sheet.
package struct TableProfile: Sendable, Encodable {
  /// The name on the sheet's tab.
  package let sheet: String?
  /// What the file is written in; `nil` for a sheet.
  package let encoding: String?
  /// Why it is read so.
  package let encodingReason: Text?
  /// What separates fields; `nil` for a sheet.
  package let delimiter: String?
  /// The line or row of the headers.
  package let headerLine: Int
  /// How many records there are.
  package var recordCount = 0
  /// How many of them have another number of fields than the header, and are in no column's numbers.
  package var misfitCount = 0
  /// The line of the first of these.
  package var firstMisfit: Int?
  /// How the headers go with the datasets of the rules; `nil` without rules.
  package let match: Match?
  /// In the order of the file.
  package var columns: [ColumnProfile] = []

  /// The dataset that a table holds, as far as its headers tell.
  package struct Match: Sendable, Encodable {
    /// The dataset; `nil` where none is matched for sure.
    package let dataset: String?
    /// What people call it.
    package let title: Text?
    /// Those that come nearest or match alike, where none is matched for sure.
    package let candidates: [String]
    /// How many columns of the dataset, or of the nearest one, have a header.
    package let found: Int
    /// How many columns it has.
    package let total: Int
    /// The columns that no header is for.
    package let absent: [AbsentColumn]
  }

  /// A column of a dataset that no header is for.
  package struct AbsentColumn: Sendable, Encodable {
    /// Its id.
    package let id: String
    /// The header under which it is expected.
    package let label: String
    /// Whether it may be missing.
    package let isOptional: Bool
    /// A header of the file that may be meant.
    package let nearest: String?
  }
}

/// One column of a file.
package struct ColumnProfile: Sendable, Encodable {
  /// Why its values are not shown.
  package enum Masking: String, Sendable, Encodable {
    /// The dataset says that they are personal.
    case declared
    /// People stand under headers like this one.
    case header
    /// Its values look like names, numbers or addresses of people.
    case values
  }

  /// How many cells are written in a way.
  package struct FormCount: Sendable, Encodable {
    /// The way: `dd/MM/yyyy`.
    package let form: String
    /// Its kind.
    package let kind: String
    /// How many.
    package let count: Int
  }

  /// A value, and how often it stands there.
  package struct Example: Sendable, Encodable {
    /// The value; `nil` where it is not shown.
    package let value: String?
    /// How often.
    package let count: Int
  }

  /// A cell that its column cannot read.
  package struct Unreadable: Sendable, Encodable {
    /// The line or row.
    package let line: Int
    /// What stands there; `nil` where it is not shown.
    package let value: String?
  }

  /// As it stands in the file; `nil` where it is not shown.
  package let header: String?
  /// The column of the dataset.
  package let column: String?
  /// What the dataset says of it: its type and formats.
  package let wanted: String?
  /// Whether another header goes with the same column, so that none is taken.
  package let isAmbiguous: Bool
  /// Why its values are not shown.
  package let masking: Masking?
  /// Cells with something in them.
  package let filled: Int
  /// Cells without.
  package let empty: Int
  /// How many different values there are.
  package let distinct: Int
  /// Whether there are more.
  package let hasMore: Bool
  /// The ways in which they are written, the most frequent first.
  package let forms: [FormCount]
  /// Which of day and month comes first.
  package let dateOrder: DateOrder?
  /// The least number or date, as it is written.
  package let least: String?
  /// The greatest.
  package let greatest: String?
  /// The shortest and the longest text, in characters.
  package let lengths: [Int]
  /// The most frequent values.
  package let examples: [Example]
  /// How many cells the dataset's column cannot read.
  package let unreadable: Int
  /// The first of these.
  package let places: [Unreadable]
}
