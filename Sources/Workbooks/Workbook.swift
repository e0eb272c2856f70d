/// A workbook opened for reading: XLSX (Office Open XML, transitional and strict) or ODS
/// (OpenDocument). Formulas are never evaluated and macros never run: what the file stores counts.
package struct Workbook: Sendable {
  /// The two families of formats.
  package enum Kind: Sendable, Hashable {
    case xlsx
    case ods
  }

  /// The file, as it was named.
  package let path: String
  /// The format it is in, whatever its name says.
  package let kind: Kind
  /// In the order of their tabs.
  package let sheets: [Sheet]
  /// Whether the list of parts was missing or broken and the file had to be searched for them.
  package var isRepaired: Bool { archive.isRepaired }
  private let prefersExpat: Bool
  private let archive: ZipArchive
  private let book: XLSXBook

  static let openPart = "content.xml"

  /// Opens the workbook at `path`: its list of sheets, its styles and its shared strings are read,
  /// no cells yet.
  package static func open(path: String) throws(WorkbookError) -> Workbook {
    try open(path: path, prefersExpat: false)
  }

  /// Opens it and leaves all XML to expat, if asked to: tests compare both ways of reading.
  static func open(path: String, prefersExpat: Bool) throws(WorkbookError) -> Workbook {
    let file = try InputFile(path: path)
    if let reason = try OldFormat.reason(file) { throw WorkbookError(path: path, reason: reason) }
    let archive = try ZipArchive(file)
    if archive[openPart] != nil { return try openDocument(archive, prefersExpat) }
    let relationships = try Relationships.of("", in: archive)
    let part = relationships.first(ofType: "officeDocument")?.part ?? "xl/workbook.xml"
    if part.hasSuffix(".bin") || (archive[part] == nil && archive["xl/workbook.bin"] != nil) {
      throw WorkbookError(path: path, reason: .binaryWorkbook)
    }
    guard archive[part] != nil else { throw WorkbookError(path: path, reason: .notAWorkbook) }
    let book = try XLSXBook.read(part, of: archive)
    guard !book.sheets.isEmpty else { throw WorkbookError(path: path, reason: .notAWorkbook) }
    return Workbook(archive, .xlsx, book, prefersExpat)
  }

  private static func openDocument(
    _ archive: ZipArchive, _ prefersExpat: Bool
  ) throws(WorkbookError) -> Workbook {
    let manifest = "META-INF/manifest.xml"
    if archive[manifest] != nil {
      let handler = OpenManifestHandler()
      try XMLEvents.read(manifest, of: archive, handler)
      if handler.isEncrypted { throw WorkbookError(path: archive.file.path, reason: .encrypted) }
    }
    let handler = OpenSheetsHandler(part: openPart)
    try RowReader(openPart, of: archive, handler, prefersExpat: prefersExpat).read()
    guard !handler.sheets.isEmpty else {
      throw WorkbookError(path: archive.file.path, reason: .notAWorkbook)
    }
    var book = XLSXBook()
    book.sheets = handler.sheets
    return Workbook(archive, .ods, book, prefersExpat)
  }

  private init(_ archive: ZipArchive, _ kind: Kind, _ book: XLSXBook, _ prefersExpat: Bool) {
    self.prefersExpat = prefersExpat
    self.archive = archive
    self.kind = kind
    self.book = book
    path = archive.file.path
    sheets = book.sheets
  }

  /// The moment that a number of days is, as the workbook counts them: a date whose cell lost its format. Only days of
  /// 1954 to 2119 are taken for one; `nil` for anything else.
  package func moment(ofSerial text: String) -> SheetMoment? {
    var text = text
    let serial = text.withUTF8 { DecimalText($0)?.value } ?? 0
    guard (20_000..<80_000).contains(serial) else { return nil }
    return SheetMoment.at(serial: serial, book.dates)?.moment
  }

  /// Gives every row of `sheet` that holds something to `body`, in the order of the sheet. Rows that
  /// were read before an error stands in the way have been given by then.
  ///
  /// Throws `WorkbookError`, or what `body` throws, which ends the reading.
  @discardableResult
  package func forEachRow(
    of sheet: Sheet, _ body: (SheetRow) throws -> Void
  ) throws -> SheetSummary {
    guard sheet.hasCells else { return SheetSummary() }
    var lastRow = 0
    do {
      return try withoutActuallyEscaping(body) { body in
        let noting = { (row: SheetRow) in
          lastRow = row.number
          try body(row)
        }
        return try kind == .xlsx ? readXLSX(sheet, noting) : readODS(sheet, noting)
      }
    } catch var error as WorkbookError {
      if error.sheet == nil, error.path == path {
        (error.sheet, error.lastRow) = (sheet.name, lastRow)
      }
      throw error
    }
  }

  private func readXLSX(
    _ sheet: Sheet, _ body: @escaping (SheetRow) throws -> Void
  ) throws -> SheetSummary {
    let handler = SheetHandler(book, deliver: body)
    try RowReader(sheet.part, of: archive, handler, prefersExpat: prefersExpat).read()
    if let error = handler.callersError { throw error }
    guard handler.isSheet else {
      let words = "no element 'worksheet'"
      throw WorkbookError(path: path, reason: .brokenXML(part: sheet.part, words: words))
    }
    return handler.summary
  }

  private func readODS(
    _ sheet: Sheet, _ body: @escaping (SheetRow) throws -> Void
  ) throws -> SheetSummary {
    let handler = OpenSheetHandler(sheetNumber: sheet.number, deliver: body)
    try RowReader(sheet.part, of: archive, handler, prefersExpat: prefersExpat).read()
    if let error = handler.callersError { throw error }
    return handler.summary
  }
}

/// Looks whether parts of an OpenDocument file are encrypted.
private final class OpenManifestHandler: XMLHandler {
  private(set) var isEncrypted = false
  var halt: XMLHalt? { isEncrypted ? .finished : nil }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    isEncrypted = name.is(.manifest, "encryption-data")
  }
}
