/// What all sheets of an XLSX workbook share.
struct XLSXBook: Sendable {
  var dates = DateSystem.from1900
  /// What each cell style makes of a number.
  var shapes: [NumberShape] = []
  var strings = SharedStrings()
  var sheets: [Sheet] = []

  /// Reads the parts of the workbook whose main part is `part`.
  static func read(_ part: String, of archive: ZipArchive) throws(WorkbookError) -> XLSXBook {
    let relationships = try Relationships.of(part, in: archive)
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let workbook = WorkbookHandler(relationships, folder: folder)
    try XMLEvents.read(part, of: archive, workbook)
    var book = XLSXBook()
    book.dates = workbook.dates
    book.sheets = workbook.sheets
    if let styles = Self.part("styles", relationships, folder, archive) {
      let handler = StylesHandler()
      try XMLEvents.read(styles, of: archive, handler)
      book.shapes = handler.shapes
    }
    if let strings = Self.part("sharedStrings", relationships, folder, archive) {
      book.strings = try SharedStrings.read(strings, of: archive)
    }
    return book
  }

  /// The part of that type, or the one with the usual name where the workbook forgets to name it.
  private static func part(
    _ type: String, _ relationships: Relationships, _ folder: String, _ archive: ZipArchive
  ) -> String? {
    let named = relationships.first(ofType: type)?.part
    let usual = "\(folder)/\(type).xml"
    return [named, usual].compactMap { $0 }.first { archive[$0] != nil }
  }
}
