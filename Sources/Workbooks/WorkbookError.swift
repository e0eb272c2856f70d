/// Why a workbook, or one of its sheets, cannot be read (any further).
package struct WorkbookError: Error, Sendable, Hashable {
  /// What stands in the way.
  package enum Reason: Sendable, Hashable {
    /// The system's number for a failed read (`errno`).
    case unreadable(Int32)
    /// No ZIP archive, and no other format that is known.
    case notAnArchive
    /// An archive without the parts of a workbook.
    case notAWorkbook
    /// A workbook of Excel 97-2003 (`.xls`).
    case oldWorkbook
    /// A workbook locked with a password.
    case encrypted
    /// A workbook in Excel's binary form (`.xlsb`).
    case binaryWorkbook
    /// The bytes of a part are damaged.
    case damaged(part: String, ArchiveDamage)
    /// A part is compressed in a way that workbooks do not use; the number is that of the ZIP format.
    case unknownCompression(part: String, method: Int)
    /// A limit against hostile or runaway files was met.
    case limit(part: String, WorkbookLimit)
    /// A part is not well-formed XML; the words are expat's.
    case brokenXML(part: String, words: String)
    /// A part that another one names is not in the archive.
    case missingPart(String)
  }

  /// The file.
  package private(set) var path: String
  /// What stands in the way.
  package let reason: Reason
  /// The sheet that was being read, if one was.
  package var sheet: String?
  /// The last row that could be read before, from 1; 0 where there was none.
  package var lastRow = 0

  /// The same with the path that people know the file by.
  package func shown(as path: String) -> WorkbookError {
    var error = self
    error.path = path
    return error
  }

  /// An error in the file at `path`.
  package init(path: String, reason: Reason, sheet: String? = nil) {
    self.path = path
    self.reason = reason
    self.sheet = sheet
  }
}

/// What is wrong with the bytes of an archived part.
package enum ArchiveDamage: String, Sendable, Hashable {
  /// The file ends before the part does.
  case endsEarly
  /// The compressed bytes make no sense.
  case badCompression
  /// The checksum differs from what the archive says.
  case badChecksum
  /// The size differs from what the archive says.
  case badSize
}
