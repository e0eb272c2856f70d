/// The limits that keep a hostile or runaway file from taking all time or memory.
package enum WorkbookLimit: Sendable, Hashable, CaseIterable {
  /// Files in one archive.
  case entries
  /// Bytes of the archive's list of files.
  case directoryBytes
  /// Bytes unpacked from one workbook, all parts together.
  case inflatedBytes
  /// Unpacked bytes for each packed byte of a part, looked at after the first `ratioIsFree` bytes.
  case ratio
  /// Elements inside each other.
  case depth
  /// What entities make of a text, for each byte of it.
  case entities
  /// Shared strings of a workbook.
  case sharedStrings
  /// Bytes of one cell's text.
  case cellBytes
  /// Sheets of a workbook.
  case sheets
  /// Cell formats and number formats of a workbook.
  case styles
  /// Cells that an ODS file writes once and repeats.
  case repeatedCells
  /// Merged ranges and hidden stretches of columns of a sheet.
  case ranges
  /// Cells that `CellsDump` writes of one sheet, empty ones between others included.
  case dumpedCells

  /// The most that is allowed.
  package var most: Int {
    switch self {
    case .entries: 20_000
    case .directoryBytes: 16 << 20
    case .inflatedBytes: 4 << 30
    case .ratio: 500
    case .depth: 100
    case .entities: 100
    case .sharedStrings: 12_000_000
    case .cellBytes: 1 << 20
    case .sheets: 5_000
    case .styles: 100_000
    case .repeatedCells: 20_000_000
    case .ranges: 100_000
    case .dumpedCells: 50_000_000
    }
  }

  /// Bytes unpacked from a part before its ratio is looked at: sheets of equal rows pack very well.
  static let ratioIsFree = 64 << 20
  /// Rows of a sheet, in Excel and LibreOffice alike.
  static let rows = 1_048_576
  /// Columns of a sheet, in Excel and LibreOffice alike.
  static let columns = 16_384
}
