import Diagnostics

/// What can be wrong with an export.
package enum DefectKind: String, Sendable, Hashable, CaseIterable {
  /// A column that must be there is not: all its cells are unreadable.
  case missingColumn = "missing-column"
  /// Two headers match one column: all its cells are unreadable.
  case ambiguousColumn = "ambiguous-column"
  /// A cell that is not what its column says.
  case unreadableValue = "unreadable-value"
  /// A cell that can be read in some way, where nothing says that it is meant so; it is unreadable.
  case doubtfulNotation = "doubtful-notation"
  /// How the cells of a column are written in a file, where that was found out from them.
  case notation
  /// An empty cell where there must be a value.
  case emptyValue = "empty-value"
  /// A value that the column does not allow; the cell is unreadable.
  case notAllowed = "not-allowed"
  /// A record that is there before, equal in every column; it counts once.
  case duplicateRecord = "duplicate-record"
  /// Records with one key that differ: one record, unreadable where they differ.
  case conflictingRecord = "conflicting-record"
  /// A record whose key is empty or unreadable, so that duplicates cannot be seen.
  case keyEmpty = "key-empty"
  /// A record with too few or too many fields.
  case wrongFieldCount = "wrong-field-count"
  /// A quotation mark out of place.
  case brokenQuote = "broken-quote"
  /// Bytes that are no UTF-8.
  case invalidEncoding = "invalid-encoding"
  /// An event later than the snapshot; the cell is unreadable.
  case afterSnapshot = "after-snapshot"
  /// A file that cannot be read at all.
  case unreadableFile = "unreadable-file"
  /// A file of no bytes.
  case emptyFile = "empty-file"
  /// A file that says it was written later than it is read.
  case futureSnapshot = "future-snapshot"
  /// A file that `exports.yaml` names is not there.
  case missingFile = "missing-file"
  /// A file whose headers match no dataset.
  case unknownDataset = "unknown-dataset"
  /// A file whose headers match several datasets alike.
  case ambiguousDataset = "ambiguous-dataset"
  /// A file with the bytes of another; its records count once.
  case identicalFile = "identical-file"
  /// A file that is no export by its name, and was not read.
  case ignoredFile = "ignored-file"
  /// How the text of a file is encoded. Nothing is wrong with its records.
  case encoding
  /// Records of empty cells only, which were left out.
  case blankRecord = "blank-record"
  /// A cell of a sheet that is not as it should be.
  case brokenCell = "broken-cell"
  /// A row that is no record: a total, a remark, the numbers of columns.
  case otherRow = "other-row"
  /// Records above the headers, which are taken for titles.
  case titles
  /// Cells of a sheet beyond the last header, which are not read.
  case strayCells = "stray-cells"
  /// Rows of a sheet that are hidden, and were read.
  case hiddenRows = "hidden-rows"
  /// A record of which nothing can be read.
  case brokenRecord = "broken-record"
  /// Cells that are merged over several rows.
  case mergedCells = "merged-cells"
  /// A sheet or table that holds no dataset.
  case ignoredSheet = "ignored-sheet"
}

/// One thing wrong with a cell, a record or a file.
package struct Defect: Sendable, Hashable {
  /// What is wrong.
  package let kind: DefectKind
  /// How much it matters: an error costs a file or a column, a warning a cell or a record, a note
  /// nothing.
  package let severity: DiagnosticSeverity
  /// The id of the dataset, where it is known.
  package var dataset: String?
  /// The file, relative to the exports folder.
  package let file: String
  /// The 1-based line on which the record starts.
  package var line: Int?
  /// The 1-based number of the field in the record.
  package var column: Int?
  /// The id of the column.
  package var columnID: String?
  /// The key of the record as written, its parts joined with `|`.
  package var key: String?
  /// What stands in the cell; `nil` for personal columns.
  package var value: String?
  /// How many defects it stands for: more than 1 only where `ExportRequest.defectLimit` was met.
  package var count = 1
  /// The same for people, with a caret under the field. Fields of personal columns are masked.
  package let diagnostic: Diagnostic

  /// A defect of a file; the other properties are set afterwards.
  package init(_ kind: DefectKind, file: String, _ diagnostic: Diagnostic) {
    self.kind = kind
    self.severity = diagnostic.severity
    self.file = file
    self.diagnostic = diagnostic
  }

  /// The order in which defects are listed: by file, line, field and kind.
  static func inOrder(_ left: Defect, _ right: Defect) -> Bool {
    left.sortKey < right.sortKey
  }

  private var sortKey: (String, Int, Int, Int, String) {
    (file, line ?? 0, column ?? 0, count, kind.rawValue)
  }
}
